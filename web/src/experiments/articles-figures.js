// The figures of the two articles show accuracy and loss of training and validation by epoch, and η under them.
import { clipLine, lineUntil } from '../charts/clip-line.js';
import { endLabels, lastPoint, marks, racerLine, xAxis } from '../charts/racer-lines.js';
import { ratePoints } from '../charts/rate-figure.js';
import { ThinnedColumns } from '../charts/thinned-columns.js';
import { linearTicks, logTicks, wholeTicks } from '../charts/ticks.js';
import { evaluationAt } from '../lab/results.js';
import { visibleRange } from '../lab/zoom.js';
import { formatInteger, formatNumber, formatPercent, formatTick } from '../lib/format.js';
import { quantile } from '../lib/statistics.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../charts/figure.js').Spec} Spec */
/** @typedef {import('./articles-stories.js').Translate} Translate */

/** Rates below this are not shown: they change nothing. */
const minRate = 1e-8;

/** The axis is the race's but counts epochs, if the figure shows the end of one. @param {Setting} setting @param {number} width */
function epochAxis(setting, width) {
  const { lab, words } = setting;
  const axis = xAxis(setting, width);
  const per = lab.run?.racers[0].updatesPerEpoch ?? 1;
  const count = width < 520 ? 4 : 5;
  const epochs = lab.zoom
    ? linearTicks(axis.xMin / per, axis.xMax / per, count).filter(Number.isInteger)
    : wholeTicks(axis.xMax / per, count);
  if (epochs.length === 0) return axis;
  const xTicks = epochs.map((epoch) => ({ at: epoch * per, text: formatInteger(epoch, { language: words.language }) }));
  return { ...axis, xTicks, xName: words.t('axis.epoch'), epochs: [] };
}

/** @param {Setting} setting @param {Translate} t @returns {Spec} */
export function articleRate(setting, t) {
  const { lab, words } = setting;
  const { language } = words;
  const columns = new ThinnedColumns();
  const at = (/** @type {number} */ update) => Math.max(0, Math.min(update, lab.updates - 1));
  return {
    key: 'rate',
    title: [t('rate.title')],
    at,
    value: (racer, update) => lab.curves[racer - 1]?.at(update),
    height: (racer, update) => lab.curves[racer - 1]?.near(update),
    text: (value) => formatNumber(value, { digits: 4, language }),
    summary: () =>
      t(
        'rate.summary',
        summaryOf(setting, (racer) => number(lab.curves[racer - 1]?.at(at(lab.update - 1)), setting)),
      ),
    data: (width) => {
      const { from, to } = visibleRange(lab);
      const lines = lab.curves.map((_, i) => clipLine(ratePoints(lab, i + 1, width, columns), from, to, true));
      const yRange = /** @type {[number, number]} */ ([minRate, 0.2]);
      const last = lines.map((points) => lastPoint(points)?.y).map((y) => (y !== undefined && y >= minRate ? y : null));
      return {
        ...epochAxis(setting, width),
        yRange,
        yTicks: logTicks(...yRange, 5).map((tick) => ({ at: tick, text: formatTick(tick, { language }) })),
        log: true,
        floor: null,
        lines: lines.map((points, i) => racerLine(lab.styles[i], points, { step: true })),
        labels: endLabels(setting, last),
        marks: [],
        rules: [],
      };
    },
  };
}

/** @param {Setting} setting @param {Translate} t @param {'accuracy' | 'loss'} key @returns {Spec} */
export function articleMeasured(setting, t, key) {
  const { lab, words } = setting;
  const { language } = words;
  const isShare = key === 'accuracy';
  const thinned = { training: new ThinnedColumns(), validation: new ThinnedColumns() };
  const text = (/** @type {number} */ value) => (isShare ? formatPercent(value, { language }) : formatNumber(value, { language }));
  const tick = (/** @type {number} */ at) => (isShare ? formatPercent(at, { digits: 0, language }) : formatTick(at, { language }));

  /** @param {number} racer @param {'training' | 'validation'} part @param {number} width */
  const pointsOf = (racer, part, width) => {
    const telemetry = lab.telemetry(racer);
    const group = part === 'training' ? telemetry?.epochs : telemetry?.evaluations;
    if (!group || !lab.displayed) return { x: [], y: [] };
    const column = group[part === 'training' ? `epoch_${key}` : `validation_${key}`];
    const points = thinned[part].points(`${racer}`, lab.displayed, column, { width, xs: group.update, zoom: lab.zoom });
    return lineUntil(points, lab.playhead);
  };
  const shownAt = (/** @type {number} */ racer) => {
    const after = (/** @type {import('../lib/rows.js').ColumnGroup | undefined} */ group, /** @type {string} */ column) =>
      group?.[column][group.update.findLastIndex((update) => update <= lab.playhead)];
    const telemetry = lab.telemetry(racer);
    const validation = number(after(telemetry?.evaluations, `validation_${key}`), setting, text);
    return isShare ? `${number(after(telemetry?.epochs, 'epoch_accuracy'), setting, text)}, ${validation}` : validation;
  };

  return {
    key,
    title: [t(`${key}.title`)],
    at: (update) => update,
    evaluated: true,
    value: (racer, update) => (update > lab.playhead ? undefined : evaluationAt(lab.telemetry(racer), `validation_${key}`, update)),
    text,
    summary: () => t(`${key}.summary`, summaryOf(setting, shownAt)),
    data: (width) => {
      const { from, to } = visibleRange(lab);
      const racers = (lab.run?.racers ?? []).map((_, i) => i + 1);
      const training = racers.map((racer) => pointsOf(racer, 'training', width));
      const validation = racers.map((racer) => pointsOf(racer, 'validation', width));
      const tops = [...training, ...validation].map(({ y }) =>
        quantile(/** @type {number[]} */ (Array.from(y).filter(Number.isFinite)), 0.97),
      );
      const top = isShare ? 1 : Math.min(6, 1.15 * Math.max(1, ...tops.filter(Number.isFinite)));
      const thin = training.map((points, i) => racerLine(lab.styles[i], clipLine(points, from, to), { opacity: 0.5, dash: [], width: 1 }));
      const thick = validation.map((points) => clipLine(points, from, to));
      return {
        ...epochAxis(setting, width),
        yRange: [-0.03 * top, isShare ? 1.005 : top],
        yTicks: linearTicks(0, top, 4).map((at) => ({ at, text: tick(at) })),
        log: false,
        floor: null,
        lines: [...thin, ...thick.map((points, i) => racerLine(lab.styles[i], points))],
        labels: endLabels(
          setting,
          thick.map((points) => lastPoint(points)?.y),
        ),
        marks: marks(lab, thick),
        rules: [],
      };
    },
  };
}

/** @param {number | null | undefined} value @param {Setting} setting @param {(value: number) => string} [text] */
function number(value, { words: { language } }, text = (value) => formatNumber(value, { language })) {
  return typeof value === 'number' ? text(value) : '–';
}

/** Gives the values of a summary: the epoch, and a text for each racer. @param {Setting} setting @param {(racer: number) => string} of */
function summaryOf({ lab, words }, of) {
  const racers = lab.run?.racers ?? [];
  const list = racers.map(({ label }, i) => `${label}: ${of(i + 1)}`);
  return { epoch: Math.floor(lab.playhead / (racers[0]?.updatesPerEpoch ?? 1)), list: list.join(words.t('list.join')) };
}
