// Figures: validation loss, and the training loss of every batch – raw behind, smoothed in front, the amount of smoothing beside the title.

import { nameOf } from '../lab/racer-names.js';
import { evaluationAt } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatNumber, formatTick } from '../lib/format.js';
import { median, quantile } from '../lib/statistics.js';
import { make } from '../ui/dom.js';
import { clipLine, lineUntil } from './clip-line.js';
import { dropRules } from './drop-rules.js';
import { drops, endLabels, lastPoint, marks, racerLine, xAxis } from './racer-lines.js';
import { Smooth, ThinnedColumns } from './thinned-columns.js';
import { linearTicks } from './ticks.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('./figure.js').Spec} Spec */
/** @typedef {import('./clip-line.js').Points} Points */
/** @typedef {import('../lab/zoom.js').ZoomRange} ZoomRange */

/** @type {Points} */
const none = { x: [], y: [] };

/** Shares of the past that the running mean keeps; 0 is none. */
const smoothings = [0, 0.8, 0.9, 0.95, 0.99];

/** @param {Setting} setting @returns {Spec} */
export function validationLossFigure(setting) {
  const { lab } = setting;
  const columns = new ThinnedColumns();
  return lossFigure(setting, 'validation_loss', [], {
    value: (racer, update) => evaluationAt(lab.telemetry(racer), 'validation_loss', update),
    lines: (i, width) => {
      const { displayed } = lab;
      const telemetry = lab.telemetry(i + 1);
      if (!telemetry || !displayed) return { front: none, all: none };
      const { update, validation_loss: loss } = telemetry.evaluations;
      const cut = (/** @type {ZoomRange | null} */ zoom) => columns.points(`${i}`, displayed, loss, { width, xs: update, zoom });
      return { front: cut(lab.zoom), all: cut(null) };
    },
  });
}

/**
 * @param {Setting} setting
 * @param {{ amount: number, setAmount: (amount: number) => void }} smoothing
 * @returns {Spec}
 */
export function batchLossFigure(setting, smoothing) {
  const { lab, words } = setting;
  const { language } = words;
  const columns = new ThinnedColumns();
  /** @type {{ owner: object, smooth: Smooth }[]} */
  const smooths = [];
  const smoothed = (/** @type {number} */ i) => {
    const telemetry = lab.telemetry(i + 1);
    if (!telemetry || !lab.displayed) return undefined;
    if (smooths[i]?.owner !== lab.displayed) smooths[i] = { owner: lab.displayed, smooth: new Smooth(smoothing.amount) };
    return { raw: telemetry.updates.batch_loss, smooth: smooths[i].smooth.of(telemetry.updates.batch_loss) };
  };
  const choose = make(
    'select',
    { 'aria-label': words.t('smoothing'), change: (event) => smoothing.setAmount(Number(event.target.value)) },
    ...smoothings.map((amount) =>
      make(
        'option',
        { value: amount, selected: amount === smoothing.amount },
        amount ? formatNumber(amount, { language }) : words.t('smoothing.none'),
      ),
    ),
  );
  return lossFigure(setting, 'batch_loss', [make('label', { class: 'switch' }, words.t('smoothing'), choose)], {
    value: (racer, update) => smoothed(racer - 1)?.smooth[update],
    lines: (i, width) => {
      const column = smoothed(i);
      const { displayed, zoom } = lab;
      if (!column || !displayed) return { front: none, all: none };
      const front = columns.points(`smooth ${i}`, displayed, column.smooth, { width, zoom });
      const all = columns.points(`smooth ${i}`, displayed, column.smooth, { width });
      return { front, all, behind: smoothing.amount === 0 ? none : columns.points(`raw ${i}`, displayed, column.raw, { width, zoom }) };
    },
  });
}

/**
 * @param {Setting} setting
 * @param {'validation_loss' | 'batch_loss'} key
 * @param {Node[]} controls
 * @param {{ value: (racer: number, update: number) => number | undefined, lines: (i: number, width: number) => { front: Points, all: Points, behind?: Points } }} source `all`: the whole of what is in front
 * @returns {Spec}
 */
function lossFigure(setting, key, controls, { value, lines }) {
  const { lab, words, describe } = setting;
  const { language } = words;
  const say = (/** @type {number} */ loss) => formatNumber(loss, { language });
  const last = key === 'batch_loss' ? 1 : 0;
  return {
    key,
    title: [words.t(`${key}.title`)],
    controls,
    evaluated: key === 'validation_loss',
    at: (update) => Math.max(0, Math.min(update, lab.updates - last)),
    value: (racer, update) => (update > lab.playhead ? undefined : value(racer, update)),
    text: say,
    summary: () => {
      const list = (lab.run?.racers ?? []).map((_, i) => {
        const loss = value(i + 1, lab.update - last);
        const name = lab.run ? nameOf(lab.run, i + 1, words, describe) : '';
        return words.t('accuracy.of', { name, value: loss === undefined ? '–' : say(loss) });
      });
      return words.t(`${key}.summary`, { updates: lab.update, list: list.join(words.t('list.join')) });
    },
    data: (width) => {
      const all = (lab.run?.racers ?? []).map((_, i) => lines(i, width));
      const { from, to } = visibleRange(lab);
      const seen = (/** @type {Points} */ points) => clipLine(lineUntil(points, lab.playhead), from, to);
      const front = all.map((line) => seen(line.front));
      const behind = all.map((line) => seen(line.behind ?? none));
      const top = usual(all.map((line) => line.all));
      return {
        ...xAxis(setting, width),
        yRange: [0, top],
        yTicks: linearTicks(0, top, 4).map((at) => ({ at, text: formatTick(at, { language }) })),
        log: false,
        floor: null,
        lines: [
          ...behind.map((points, i) => racerLine(i + 1, points, { opacity: 0.22, dash: [], width: 1 })),
          ...front.map((points, i) => racerLine(i + 1, points)),
        ],
        labels: endLabels(
          setting,
          front.map((points) => lastPoint(points)?.y),
        ),
        marks: [...drops(lab, value), ...marks(lab, front)],
        rules: dropRules(lab, width),
      };
    },
  };
}

/** Of columns that stay the same from frame to frame. @type {WeakMap<Points, number>} */
const known = new WeakMap();

/** @param {Points} points @returns {number} above nearly all of their values */
function topOf(points) {
  const top = known.get(points) ?? quantile(/** @type {number[]} */ (Array.from(points.y).filter(Number.isFinite)), 0.97);
  known.set(points, top);
  return top;
}

/** The top of the axis. A few spikes run out, and so does a racer whose loss is of another size than most. @param {Points[]} columns */
function usual(columns) {
  const tops = columns.map(topOf);
  const some = tops.filter((top) => top > 0);
  const top = Math.min(Math.max(...some), 2 * median(some));
  return top > 0 ? top * 1.15 : 1;
}
