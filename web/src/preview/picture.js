// A picture shows a run without a script or a window: its figures as SVG, with its sentence and its table. The build writes it into the
// page; a script for other pages contains the tree.
import { accuracyData } from '../charts/accuracy-figure.js';
import { layOut } from '../charts/layout.js';
import { swatch } from '../charts/racer-style.js';
import { rateData } from '../charts/rate-figure.js';
import { paintSvg } from '../charts/svg-painter.js';
import { nameOf } from '../lab/racer-names.js';
import { resultOf } from '../lab/results.js';
import { formatNumber, formatPercent } from '../lib/format.js';

/** @typedef {import('../ui/markup.js').Node} Node */
/** @typedef {import('../lib/words.js').Words} Words */
/** @typedef {import('../charts/figure-data.js').FigureData} FigureData */
/** @typedef {import('../charts/racer-lines.js').Source} Source of a finished run */

/** It is laid out for this width in pixels, about that on a desktop, and stretches with the page. */
const width = 720;
const heights = { rate: 196, accuracy: 180 };

/** @param {Source} source @returns {Node[]} figure, figure, table */
export function picture(source) {
  const { lab, words } = source;
  const { language } = words;
  const racers = lab.run?.racers ?? [];
  const results = racers.map((_, i) => resultOf(lab, i + 1) ?? { median: Number.NaN, low: 0, high: Number.NaN });
  const medians = results.map(({ median }) => formatPercent(median, { language }));
  const spreads = results.map(({ low, high }) => formatPercent(high - low, { language }).replace(/\s*%$/u, ''));
  const ends = lab.curves.map((curve) => formatNumber(curve.last, { language }));
  const rateTitle = [words.t('rate.title'), ' ', /** @type {Node} */ (['span', { class: 'symbol' }, 'η', ['sub', {}, 't']])];
  return [
    figure('rate', rateTitle, rateData(source, false, width), ends, words),
    figure('accuracy', [words.t('accuracy.title')], accuracyData(source, false, width), medians, words),
    table(source, [medians, spreads, ends]),
  ];
}

/**
 * @param {'rate' | 'accuracy'} key
 * @param {Node[]} title
 * @param {FigureData} data
 * @param {string[]} numbers under the names
 * @param {Words} words
 * @returns {Node}
 */
function figure(key, title, data, numbers, words) {
  const labels = data.labels.map((label, i) => ({ ...label, note: numbers[i] }));
  const layout = layOut({ ...data, labels }, { width, height: heights[key] });
  const label = labels.map(({ text, note }) => `${text} ${note}`).join(words.t('list.join'));
  // An empty SVG beside the drawing has the width of the gutter.
  const gutter = { class: 'room', 'aria-hidden': 'true', width: layout.width - layout.box.left - layout.box.width, height: 1 };
  const drawing = ['div', { class: 'drawing' }, paintSvg(layout, label, { fluid: true }), ['svg', gutter]];
  return ['figure', { class: `picture ${key}` }, ['figcaption', {}, ...title], /** @type {Node} */ (drawing)];
}

/** @param {Source} source @param {string[][]} columns @returns {Node} */
function table({ lab: { run }, words, describe }, columns) {
  if (!run) return ['table', {}];
  const heads = [
    words.t('table.fair'),
    words.t('table.median') + words.t('table.median.of'),
    words.t('table.spread') + words.t('table.spread.of'),
    words.t('table.last'),
  ];
  return [
    'table',
    {},
    ['thead', {}, ['tr', {}, ...heads.map((text) => /** @type {Node} */ (['th', { scope: 'col' }, text]))]],
    [
      'tbody',
      {},
      ...run.racers.map(
        ({ schedule }, i) =>
          /** @type {Node} */ ([
            'tr',
            {},
            ['th', { scope: 'row' }, swatch(i + 1), ['b', {}, nameOf(run, i + 1, words, describe)], ' ', ['code', {}, schedule]],
            ...columns.map((column) => /** @type {Node} */ (['td', {}, column[i]])),
          ]),
      ),
    ],
  ];
}
