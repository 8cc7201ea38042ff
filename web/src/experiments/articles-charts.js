// What the charts of the two articles draw: accuracy and loss of training and validation by epoch, and η under them.
import { racerLine } from '../charts/racer-lines.js';
import { inkOf } from '../charts/racer-style.js';
import { linearTicks, logTicks, wholeTicks } from '../charts/ticks.js';
import { formatInteger, formatPercent, formatTick } from '../lib/format.js';
import { quantile } from '../lib/statistics.js';

export const figures = ['accuracy', 'loss', 'rate'];

/** Rates below this run out of the axis: nothing moves any more. */
const minRate = 1e-8;

/** @typedef {{ width: number, language: string, label: string, names: string[] }} Sheet */

/**
 * @param {string} figure
 * @param {import('./articles.js').Shown} shown
 * @param {Sheet} sheet
 * @returns {import('../charts/figure-data.js').FigureData}
 */
export function viewOf(figure, shown, sheet) {
  const { run } = shown;
  const xMax = run.racers[0].updates / run.racers[0].updatesPerEpoch;
  const { language } = sheet;
  const shared = {
    xMin: 0,
    xMax,
    epochs: [],
    epochName: '',
    xTicks: wholeTicks(xMax, sheet.width < 520 ? 4 : 5).map((at) => ({ at, text: formatInteger(at, { language }) })),
    xName: sheet.label,
    names: sheet.names,
    marks: [],
    rules: [],
    floor: null,
  };
  return { ...shared, ...(figure === 'rate' ? rateView(shown, sheet) : measuredView(figure, shown, sheet)) };
}

/** @param {import('./articles.js').Shown} shown @param {Sheet} sheet */
function rateView({ run, curves }, { width, language, names }) {
  const lines = curves.map((curve, i) => {
    const { t, eta } = curve.pairs({ from: 0, to: curve.updates }, 4 * Math.max(1, width));
    const x = t.map((update) => update / run.racers[i].updatesPerEpoch);
    return racerLine(i + 1, { x, y: eta.map((value) => Math.max(value, minRate / 100)) }, { step: true });
  });
  const yRange = /** @type {[number, number]} */ ([minRate, 0.2]);
  const ends = curves.map((curve, i) => ({ y: curve.last, ink: inkOf(i + 1), text: names[i] }));
  return {
    lines,
    yRange,
    yTicks: logTicks(...yRange, 5).map((at) => ({ at, text: formatTick(at, { language }) })),
    log: true,
    labels: ends.filter(({ y }) => y >= minRate),
  };
}

/** @param {string} figure 'accuracy' or 'loss' @param {import('./articles.js').Shown} shown @param {Sheet} sheet */
function measuredView(figure, { run, race, shown }, { language, names }) {
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
      ...pairs.map(({ training }, i) => racerLine(i + 1, training, { opacity: 0.5, dash: [], width: 1 })),
      ...pairs.map(({ validation }, i) => racerLine(i + 1, validation)),
    ],
    yRange: /** @type {[number, number]} */ ([-0.03 * top, isShare ? 1.005 : top]),
    yTicks: linearTicks(0, top, 4).map((at) => ({
      at,
      text: isShare ? formatPercent(at, { digits: 0, language }) : formatTick(at, { language }),
    })),
    log: false,
    labels: pairs.flatMap(({ validation }, i) =>
      validation.y.length > 0 ? [{ y: validation.y[validation.y.length - 1], ink: inkOf(i + 1), text: names[i] }] : [],
    ),
  };
}
