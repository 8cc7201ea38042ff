// Noise floor: on a convex problem a constant rate leaves the loss above its minimum, by an excess that is proportional to η/B.
import { colourOf } from '../charts/racer-style.js';
import { nameOf } from '../lab/racer-names.js';
import { make, set } from '../ui/dom.js';
import { excessOf, slopeOf } from './excess.js';
import figures from './figures.json' with { type: 'json' };

const problem = 'data=moons(0.3, samples=10000) validation=2000 hidden=none loss=binary_cross_entropy';
/** Gradient descent on all samples at once finds the minimum of the loss. */
export const floorRun = `${problem} batch=8000 lr=4 steps=2000 evaluate=200 measure=both`;

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: `${problem} batch=4 steps=4000 evaluate=20 measure=both schedule=constant(0.8) schedule=constant(0.4) schedule=constant(0.2) schedule=constant(0.1) schedule=constant(0.8) batch=8`,
  figure(context) {
    const element = make('div', { class: 'floor' });
    let drawn = '';
    return {
      element,
      update() {
        const found = measured(context.setting.lab);
        const now = JSON.stringify(found);
        if (now === drawn) return;
        drawn = now;
        element.replaceChildren(
          ...(found.length > 1 ? [picture(context, found), make('p', { class: 'soft' }, sentence(context, found))] : []),
        );
      },
    };
  },
  tasks: [
    {
      answers: ['quarter', 'half', 'same'],
      judge: (context) => ratio(context, 2, 1, [0.25, 0.5, 1]),
    },
    {
      answers: ['half', 'same', 'double'],
      judge: (context) => ratio(context, 4, 0, [0.5, 1, 2]),
    },
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
 * Compares the excess of two measured points: the right answer is the one whose factor is nearest on a logarithmic scale.
 * @param {ExperimentContext} context
 * @param {number} a index of a measured point
 * @param {number} b index of the point to compare with
 * @param {number[]} factors one for each answer
 */
function ratio(context, a, b, factors) {
  const found = measured(context.setting.lab);
  const measuredRatio = found[a].excess / found[b].excess;
  const distances = factors.map((factor) => Math.abs(Math.log(measuredRatio / factor)));
  return {
    right: distances.indexOf(Math.min(...distances)),
    values: { before: context.number(found[b].excess), after: context.number(found[a].excess), ratio: context.number(measuredRatio) },
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
 * Draws excess loss against η/B, both logarithmic, with a line of slope 1 through the centre of the points.
 * @param {ExperimentContext} context
 * @param {Point[]} found
 */
function picture({ t, number }, found) {
  const svg = (/** @type {string} */ tag, /** @type {import('../ui/dom.js').Attributes} */ attributes, text = '') => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    set(element, attributes);
    element.append(text);
    return element;
  };
  const logs = found.map(({ rate, excess }) => [Math.log10(rate), Math.log10(excess)]);
  const middle = [0, 1].map((axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length);
  const reach = Math.max(0.5, ...logs.flatMap((point) => point.map((value, axis) => Math.abs(value - middle[axis])))) * 1.15;
  const x = (/** @type {number} */ log) => 60 + ((log - middle[0] + reach) / (2 * reach)) * 240;
  const y = (/** @type {number} */ log) => 10 + ((middle[1] + reach - log) / (2 * reach)) * 160;
  const all = svg('svg', { viewBox: '0 0 320 212', role: 'img', 'aria-label': t('noise_floor.picture') });
  const ends = [-reach, reach].map((by) => [x(middle[0] + by), y(middle[1] + by)]);
  all.append(svg('path', { d: `M${ends[0]} L${ends[1]}`, class: 'guide' }), svg('path', { d: 'M60 10 V170 H300', class: 'axis' }));
  for (const [i, { racer, rate, excess }] of found.entries()) {
    const [left, top] = [x(logs[i][0]), y(logs[i][1])];
    // Of two points at nearly the same η/B the later one is a ring, and only the first is labelled.
    const alone = found.findIndex((other) => Math.abs(Math.log(other.rate / rate)) < 0.1) === i;
    all.append(svg('circle', { cx: left, cy: top, r: alone ? 4.5 : 7.5, class: `racer-${colourOf(racer)}${alone ? '' : ' ring'}` }));
    if (alone) {
      all.append(
        svg('text', { x: left, y: 186, 'text-anchor': 'middle' }, number(rate)),
        svg('text', { x: 54, y: top + 4, 'text-anchor': 'end' }, number(excess)),
      );
    }
  }
  all.append(svg('text', { x: 180, y: 206, 'text-anchor': 'middle' }, t('noise_floor.axis')));
  return make('figure', {}, make('figcaption', {}, t('noise_floor.chart')), all);
}
