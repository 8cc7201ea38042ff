// What the charts of the two articles draw: accuracy and loss of training and validation by epoch, and η under them.
import { dashOf } from '../charts/racer-style.js';
import { linearTicks, logTicks, wholeTicks } from '../charts/ticks.js';
import { formatInteger, formatPercent, formatTick } from '../lib/format.js';
import { quantile } from '../lib/statistics.js';

export const figures = ['accuracy', 'loss', 'rate'];

/** Rates below this run out of the axis: nothing moves any more. */
const minRate = 1e-8;

/** @typedef {{ width: number, colours: import('../lab/setting.js').Colours, language: string, label: string, names: string[] }} Sheet */

/**
 * @param {string} figure
 * @param {import('./articles.js').Shown} shown
 * @param {Sheet} sheet
 * @returns {import('../charts/chart.js').View}
 */
export function viewOf(figure, shown, sheet) {
  const { run } = shown;
  const xMax = run.racers[0].updates / run.racers[0].updatesPerEpoch;
  const { language } = sheet;
  const shared = {
    xMin: 0,
    xMax,
    epochs: [],
    xTicks: wholeTicks(xMax, sheet.width < 520 ? 4 : 5),
    xText: (/** @type {number} */ x) => formatInteger(x, { language }),
    xName: sheet.label,
    names: sheet.names,
    marks: [],
  };
  return { ...shared, ...(figure === 'rate' ? rateView(shown, sheet) : measuredView(figure, shown, sheet)) };
}

/** @param {import('./articles.js').Shown} shown @param {Sheet} sheet */
function rateView({ run, curves }, { width, colours, language, names }) {
  const lines = curves.map((curve, i) => {
    const { t, eta } = curve.pairs({ from: 0, to: curve.updates }, 4 * Math.max(1, width));
    const x = t.map((update) => update / run.racers[i].updatesPerEpoch);
    const y = eta.map((value) => Math.max(value, minRate / 100));
    return { points: { x, y }, colour: colours.racers[i], dash: dashOf(i + 1), width: 2, step: true };
  });
  const yRange = /** @type {[number, number]} */ ([minRate, 0.2]);
  const ends = curves.map((curve, i) => ({ y: curve.last, colour: colours.racers[i], text: names[i] }));
  return {
    lines,
    yRange,
    yTicks: logTicks(...yRange, 5),
    yText: (/** @type {number} */ y) => formatTick(y, { language }),
    log: true,
    labels: ends.filter(({ y }) => y >= minRate),
  };
}

/** @param {string} figure 'accuracy' or 'loss' @param {import('./articles.js').Shown} shown @param {Sheet} sheet */
function measuredView(figure, { run, race, shown }, { colours, language, names }) {
  const column = figure === 'accuracy' ? 'accuracy' : 'loss';
  const count = Math.floor(shown);
  const pairs = run.racers.map((_, i) => {
    const telemetry = race?.telemetry(i + 1);
    const of = (/** @type {Float32Array | undefined} */ rows) => {
      const y = rows?.subarray(0, count) ?? new Float32Array(0);
      return { x: Float64Array.from(y, (_, k) => k + 1), y };
    };
    return { training: of(telemetry?.epochs[`epoch_${column}`]), validation: of(telemetry?.evaluations[`validation_${column}`]) };
  });
  const isShare = figure === 'accuracy';
  const tops = pairs.flatMap(({ training, validation }) => [training, validation].map(({ y }) => quantile(Array.from(y), 0.97)));
  const top = isShare ? 1 : Math.min(6, 1.15 * Math.max(1, ...tops.filter(Number.isFinite)));
  return {
    lines: [
      ...pairs.map(({ training }, i) => ({ points: training, colour: `${colours.racers[i]}80`, dash: [], width: 1 })),
      ...pairs.map(({ validation }, i) => ({ points: validation, colour: colours.racers[i], dash: dashOf(i + 1), width: 2 })),
    ],
    yRange: /** @type {[number, number]} */ ([-0.03 * top, isShare ? 1.005 : top]),
    yTicks: linearTicks(0, top, 4),
    yText: (/** @type {number} */ y) => (isShare ? formatPercent(y, { digits: 0, language }) : formatTick(y, { language })),
    log: false,
    labels: pairs.flatMap(({ validation }, i) =>
      validation.y.length > 0 ? [{ y: validation.y[validation.y.length - 1], colour: colours.racers[i], text: names[i] }] : [],
    ),
  };
}
