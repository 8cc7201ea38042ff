// Noise floor: on a convex problem a constant rate leaves the loss above its minimum, by an excess that is proportional to η/B.
import { layOut } from '../charts/layout.js';
import { inkOf } from '../charts/racer-style.js';
import { paintSvg } from '../charts/svg-painter.js';
import { logTicks } from '../charts/ticks.js';
import { nameOf } from '../lab/racer-names.js';
import { make } from '../ui/dom.js';
import { grow } from '../ui/markup.js';
import { excessOf, slopeOf } from './excess.js';
import figures from './figures.json' with { type: 'json' };

const problem = 'data=moons(0.3, samples=10000) validation=2000 hidden=none loss=binary_cross_entropy';
/** Gradient descent on all samples at once finds the minimum of the loss. */
export const floorRun = `${problem} batch=8000 lr=4 steps=2000 evaluate=200 measure=both`;

const five = `${problem} batch=4 steps=4000 evaluate=20 measure=both schedule=constant(0.8) schedule=constant(0.4) schedule=constant(0.2) schedule=constant(0.1) schedule=constant(0.8) batch=8`;

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: five,
  instead: true,
  figure(context) {
    const element = make('div', { class: 'floor' });
    let drawn = '';
    return {
      element,
      update() {
        const found = measured(context.setting.lab);
        const now = JSON.stringify([found, context.setting.palette.colours]);
        if (now === drawn) return;
        drawn = now;
        element.replaceChildren(
          ...(found.length > 1 ? [picture(context, found), make('p', { class: 'soft' }, sentence(context, found))] : []),
        );
      },
    };
  },
  tasks: [
    // A sixth racer joins the five, and is compared with the second.
    sixth('schedule=constant(0.4) batch=16', { quarter: 1 / 4, half: 1 / 2, same: 1 }),
    sixth('schedule=constant(1.6) batch=16', { half: 1 / 2, same: 1, double: 2 }),
  ],
};

/**
 * @typedef {import('./experiment.js').ExperimentContext} ExperimentContext
 * @typedef {{ racer: number, rate: number, excess: number }} Point `rate` is η/B
 */

/**
 * Measures the excess loss of each racer at the end of the run; nothing for another problem, whose minimum is not known.
 * @param {import('../lab/lab.js').Lab} lab
 * @returns {Point[]}
 */
function measured(lab) {
  const { run } = lab;
  if (!run?.text.startsWith(problem)) return [];
  return run.racers.flatMap((racer, i) => {
    const evaluations = lab.telemetry(i + 1)?.evaluations;
    if (!evaluations || lab.playhead < lab.updates) return [];
    const excess = excessOf(evaluations.training_loss, figures.noise_floor.floor);
    return excess > 0 ? [{ racer: i + 1, rate: lab.curves[i].first / racer.batch, excess }] : [];
  });
}

/**
 * Makes a task that asks for the ratio of two excesses: the right answer is the one whose factor is nearest on a logarithmic scale.
 * @param {string} racer
 * @param {Record<string, number>} factors of the answers
 * @returns {import('./experiment.js').Task}
 */
function sixth(racer, factors) {
  const excesses = (/** @type {import('./experiment.js').Measured[]} */ racers) =>
    [racers[1], racers[5]].map(({ trainingLoss }) => excessOf(trainingLoss, figures.noise_floor.floor));
  return {
    run: `${five} ${racer}`,
    answers: Object.keys(factors),
    compared(racers) {
      const [before, after] = excesses(racers);
      return Object.values(factors).map((factor) => -Math.abs(Math.log(after / before / factor)));
    },
    values(racers) {
      const [before, after] = excesses(racers);
      return { before, after, ratio: after / before };
    },
    digits: 'significant',
  };
}

/** Says the fitted slope, and lists the points. @param {ExperimentContext} context @param {Point[]} found */
function sentence({ t, number, setting: { lab, words, describe } }, found) {
  const { run } = lab;
  const list = found.map(({ racer, rate, excess }) =>
    t('noise_floor.point', { name: run ? nameOf(run, racer, words, describe) : '', rate: number(rate), excess: number(excess) }),
  );
  return t('noise_floor.slope', {
    slope: number(slopeOf(found.map(({ rate, excess }) => [rate, excess]))),
    list: list.join(words.t('list.join')),
  });
}

/**
 * Excess loss against η/B, both by their logarithms, with a line of slope 1 through the centre of the points.
 * @param {ExperimentContext} context
 * @param {Point[]} found
 * @returns {import('../charts/figure-data.js').FigureData}
 */
function data({ setting, number }, found) {
  const points = found.map(({ racer, rate, excess }, i) => ({
    x: Math.log10(rate),
    y: Math.log10(excess),
    ink: inkOf(setting.lab.styles[racer - 1]),
    // Of two points at nearly the same η/B the later one is a ring around the other.
    isFirst: found.findIndex((other) => Math.abs(Math.log(other.rate / rate)) < 0.1) === i,
  }));
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const reach = Math.max(0.5, ...points.flatMap((point) => [Math.abs(point.x - x), Math.abs(point.y - y)])) * 1.15;
  const firsts = points.filter(({ isFirst }) => isFirst);
  const rings = points.filter(({ isFirst }) => !isFirst);
  const guide = { x: [x - reach, x + reach], y: [y - reach, y + reach] };
  return {
    lines: [{ points: guide, ink: 'soft', dash: [3, 4], width: 1 }],
    xMin: x - reach,
    xMax: x + reach,
    xTicks: roundTicks(x - reach, x + reach, number),
    xName: 'η/B',
    epochs: [],
    epochName: '',
    yRange: [y - reach, y + reach],
    log: false,
    floor: null,
    yTicks: roundTicks(y - reach, y + reach, number),
    labels: [],
    names: [],
    marks: [...rings, ...firsts].map(({ x, y, ink, isFirst }) => ({ x, y, ink, kind: isFirst ? 'dot' : 'ring' })),
    rules: [],
  };
}

/**
 * Gives round values between two logarithms.
 * @param {number} from
 * @param {number} to
 * @param {(value: number) => string} text
 */
const roundTicks = (from, to, text) => logTicks(10 ** from, 10 ** to, 4).map((value) => ({ at: Math.log10(value), text: text(value) }));

/** @param {ExperimentContext} context @param {Point[]} found */
function picture(context, found) {
  const { t, setting } = context;
  const layout = layOut(data(context, found), { width: 360, height: 240 });
  const drawing = grow(paintSvg(layout, t('noise_floor.picture'), { colours: setting.palette.colours }));
  const axes = make('p', { class: 'soft small' }, t('noise_floor.axis'));
  return make('figure', {}, make('figcaption', {}, t('noise_floor.chart')), drawing, axes);
}
