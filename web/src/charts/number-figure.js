// This figure shows another number than the rate that is scheduled, such as the momentum or the batch: a step line for each racer that
// schedules it, exact at every update.

import { nameOf } from '../lab/racer-names.js';
import { coarsePoints, extentOf, RateCurve } from '../lab/rate-curve.js';
import { endOf } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatNumber, formatTick } from '../lib/format.js';
import { clipLine, lineUntil } from './clip-line.js';
import { endLabels, lastPoint, marks, racerLine, xAxis } from './racer-lines.js';
import { ThinnedColumns } from './thinned-columns.js';
import { linearTicks } from './ticks.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('./clip-line.js').Points} Points */

/** Lists the paths of the numbers that any racer schedules. @param {import('../lib/run.js').Run | null} run */
export const scheduledNumbers = (run) => [...new Set(run?.racers.flatMap(({ scheduled }) => scheduled))];

/** Holds the curves of a number, one for each racer that schedules it, and asks for them anew when the run or a listener's factors change. */
class NumberCurves {
  #lab;
  #path;
  #asked = '';
  /** @type {(RateCurve | null)[]} */
  #curves = [];

  /** @param {import('../lab/lab.js').Lab} lab @param {string} path */
  constructor(lab, path) {
    this.#lab = lab;
    this.#path = path;
  }

  get all() {
    const { run } = this.#lab;
    // Only the rates of layers follow a listener.
    const follows = this.#path.startsWith('schedule.');
    const factors = (run?.racers ?? []).map((_, i) => (follows && this.#lab.telemetry(i + 1)?.factors) || []);
    const wanted = run ? [run.text, ...factors.map(({ length }) => length)].join(' ') : '';
    if (run && wanted !== this.#asked) this.#ask(wanted, run, factors);
    return this.#curves.slice(0, run?.racers.length);
  }

  /** @param {string} wanted @param {import('../lib/run.js').Run} run @param {import('../lib/rows.js').Factor[][]} factors */
  async #ask(wanted, run, factors) {
    this.#asked = wanted;
    const asked = run.racers.map(({ scheduled, updates }, i) =>
      scheduled.includes(this.#path) ? this.#curve(run.text, i + 1, updates, factors[i]) : null,
    );
    const curves = await Promise.all(asked).catch((error) => this.#lab.fail(error));
    if (!curves || wanted !== this.#asked) return;
    this.#curves = curves;
    this.#lab.notify('rows');
  }

  /** @param {string} text @param {number} racer @param {number} updates @param {import('../lib/rows.js').Factor[]} factors */
  async #curve(text, racer, updates, factors) {
    const pairs = Float64Array.from(factors.flatMap(({ update, factor }) => [update, factor]));
    const source = { text, racer, path: this.#path, factors: pairs };
    const question = { ...source, from: 0, to: updates, points: coarsePoints };
    const whole = await this.#lab.queries.stretch(`number ${this.#path} ${racer}`, question);
    return whole && new RateCurve(this.#lab, source, [whole]);
  }
}

/** @param {Setting['words']} words @param {string} path @returns {string} what a reader calls the number */
function titleOf(words, path) {
  const [group, name] = path.split('.');
  if (group === 'schedule') return words.t('number.layer', { layer: name });
  return name ? words.t('handle.of', { name: words.t('key.opt.name'), what: words.t(`parameter.${name}`) }) : words.t('key.batch.name');
}

/** @param {Setting} setting @param {string} path of the number @returns {import('./figure.js').Spec} */
export function numberFigure(setting, path) {
  const { lab, words, describe } = setting;
  const { language } = words;
  const curves = new NumberCurves(lab, path);
  const columns = new ThinnedColumns();
  const title = titleOf(words, path);
  const text = (/** @type {number} */ value) => formatNumber(value, { digits: 4, language });
  return {
    key: `number-${path.replace('.', '-')}`,
    title: [title],
    at: (update) => Math.max(0, Math.min(update, lab.updates - 1)),
    value: (racer, update) => curves.all[racer - 1]?.at(update),
    text,
    summary: () => {
      const list = curves.all.flatMap((curve, i) => {
        if (!curve || !lab.run) return [];
        const values = { name: nameOf(lab.run, i + 1, words, describe), from: text(curve.first), to: text(curve.last) };
        return [words.t('rate.from_to', values)];
      });
      return words.t('number.summary', { name: title, updates: lab.updates, list: list.join(words.t('list.join')) });
    },
    data: (width) => {
      const { from, to } = visibleRange(lab);
      const all = curves.all;
      const lines = all.map((curve, i) => (curve ? clipLine(lineOf(lab, curve, i, width, columns), from, to, true) : none));
      const done = lines.map((points, i) => reached(points, Math.min(to, lab.playhead, endOf(lab, i + 1)?.update ?? lab.playhead)));
      const style = { width: 2.2, step: true };
      return {
        ...xAxis(setting, width),
        ...scale(
          all.filter((curve) => curve !== null),
          language,
        ),
        log: false,
        floor: null,
        lines: [
          ...lines.map((points, i) => racerLine(lab.styles[i], points, { ...style, opacity: 0.3 })),
          ...done.map((points, i) => racerLine(lab.styles[i], points, style)),
        ],
        labels: endLabels(
          setting,
          lines.map((points) => lastPoint(points)?.y),
        ),
        marks: marks(lab, done),
        rules: [],
      };
    },
  };
}

/** @type {Points} */
const none = { x: [], y: [] };

/**
 * The last value lasts to the end of its update.
 * @param {import('../lab/lab.js').Lab} lab
 * @param {RateCurve} curve
 * @param {number} i
 * @param {number} width
 * @param {ThinnedColumns} columns
 */
function lineOf(lab, curve, i, width, columns) {
  const pairs = curve.pairs(visibleRange(lab), 4 * width);
  const { x, y } = columns.points(`${i}`, pairs, pairs.eta, { width, xs: pairs.t, zoom: lab.zoom });
  if (x[x.length - 1] !== curve.updates - 1) return { x, y };
  return { x: [...Array.from(x), curve.updates], y: [...Array.from(y), y[y.length - 1]] };
}

/** @param {Points} points @param {number} end */
function reached(points, end) {
  const { x, y } = lineUntil(points, end);
  const last = y[y.length - 1];
  return x.length > 0 && x[x.length - 1] < end ? { x: [...Array.from(x), end], y: [...Array.from(y), last] } : { x, y };
}

/** A number that stays near one value, such as a momentum, is shown without the way down to 0. @param {RateCurve[]} curves @param {string} language */
function scale(curves, language) {
  const { min, max, hasZero } = extentOf(curves);
  const low = hasZero || min < max / 2 || !Number.isFinite(min) ? 0 : min;
  const pad = (max - low) * 0.06 || max * 0.06 || 1;
  return {
    yRange: /** @type {[number, number]} */ ([low - pad, max + pad]),
    yTicks: linearTicks(low, max, 4).map((at) => ({ at, text: formatTick(at, { language }) })),
  };
}
