// The picture of a run: what the charts will show of it, as a tree of SVG and HTML that needs neither script nor window; with its sentence
// and its table. The build writes it into the page; a script that comes to pages without it carries the tree.
import { decisive, isWholePercent } from '../charts/accuracy-figure.js';
import { spreadOut } from '../charts/end-labels.js';
import { gutterFor } from '../charts/gutter.js';
import { dashOf } from '../charts/racer-style.js';
import { linearTicks, topTicks, wholeTicks } from '../charts/ticks.js';
import { formatInteger, formatNumber, formatPercent, formatTick } from '../lib/format.js';
import { lastShare, median, quantile } from '../lib/statistics.js';

/** @typedef {import('../ui/markup.js').Node} Node */
/** @typedef {import('../lib/words.js').Words} Words */

/**
 * @typedef {object} Finished
 * @property {string} name in the reader's language
 * @property {string} schedule
 * @property {number[]} rates η of each update
 * @property {number[]} updates after which the accuracy was measured
 * @property {number[]} accuracies
 */

/** Units of the y axis within a drawing: finer than a pixel, and whole numbers are short. */
const units = 600;
/** Height of the drawing within the axes, for the labels' distances. */
const height = 146;

/**
 * @param {Finished[]} racers @param {Words} words
 * @returns {Node[]} figure, figure, table
 */
export function picture(racers, words) {
  const { language } = words;
  const results = racers.map(({ accuracies }) => lastShare(accuracies));
  const medians = results.map((values) => formatPercent(median(values), { language }));
  const spreads = results.map((values) => formatPercent(quantile(values, 0.9) - quantile(values, 0.1), { language }).replace(/\s*%$/u, ''));
  const ends = racers.map(({ rates }) => formatNumber(rates[rates.length - 1], { language }));
  const rateTitle = [words.t('rate.title'), ' ', /** @type {Node} */ (['span', { class: 'symbol' }, 'η', ['sub', {}, 't']])];
  return [
    figure('rate', rateTitle, rateChart(racers, ends, words)),
    figure('accuracy', [words.t('accuracy.title')], accuracyChart(racers, medians, words)),
    table(racers, [medians, spreads, ends], words),
  ];
}

/** @param {string} key @param {Node[]} title @param {Node[]} chart @returns {Node} */
function figure(key, title, chart) {
  return ['figure', { class: `picture ${key}` }, ['figcaption', {}, ...title], ['div', { class: 'drawing' }, ...chart]];
}

/** @param {Finished[]} racers @param {string[]} numbers @param {Words} words @returns {Node[]} */
function rateChart(racers, numbers, words) {
  const top = Math.max(...racers.flatMap(({ rates }) => rates)) || 1;
  const y = scale(-top * 0.04, top * 1.06);
  const lines = racers.map(({ rates }) => steps(rates.map((rate) => y(rate))));
  const ends = racers.map(({ rates }) => y(rates[rates.length - 1]));
  const ticks = topTicks(top).map((value) => ({ at: y(value), text: formatTick(value, { language: words.language }) }));
  return drawing({ racers, lines, ends, ticks, numbers, words });
}

/** @param {Finished[]} racers @param {string[]} numbers @param {Words} words @returns {Node[]} */
function accuracyChart(racers, numbers, words) {
  const columns = racers.map(({ updates, accuracies }) => ({ x: updates, y: accuracies }));
  const { min, max } = decisive(columns, lengthOf(racers));
  const y = scale(min, max);
  const marks = linearTicks(min, max, 5);
  const digits = marks.every(isWholePercent) ? 0 : 1;
  const ticks = marks.map((value) => ({ at: y(value), text: formatPercent(value, { language: words.language, digits }) }));
  const lines = columns.map((column) => through(column.x, column.y.map(y)));
  const ends = columns.map((column) => y(column.y[column.y.length - 1]));
  return drawing({ racers, lines, ends, ticks, numbers, words });
}

/**
 * @param {{ racers: Finished[], lines: string[], ends: number[], ticks: { at: number, text: string }[], numbers: string[], words: Words }} chart
 * @returns {Node[]} the drawing, and the room for what sticks out at its right
 */
function drawing({ racers, lines, ends, ticks, numbers, words }) {
  const updates = lengthOf(racers);
  const share = (/** @type {number} */ at) => `${Number(((100 * at) / units).toFixed(2))}%`;
  const xTicks = wholeTicks(updates, 5).map((value) => ({
    at: `${(100 * value) / updates}%`,
    text: formatInteger(value, { language: words.language }),
  }));
  // A name and under it a number: twice the height that the live chart gives to a name.
  const places = spreadOut(
    ends.map((end) => (end / units) * height * 0.5 + 4),
    4,
    height / 2 - 4,
  ).map((place) => place * 2);
  return [
    [
      'svg',
      {
        role: 'img',
        width: '100%',
        height: '100%',
        overflow: 'visible',
        'font-size': 12,
        fill: '#5b6676',
        'aria-label': racers.map(({ name }, i) => `${name} ${numbers[i]}`).join(words.t('list.join')),
      },
      ...ticks.map(
        ({ at }) => /** @type {Node} */ (['line', { class: 'grid', x2: '100%', y1: share(at), y2: share(at), stroke: '#e7eaef' }]),
      ),
      ...ticks.map(({ at, text }) => label(text, { x: -12, y: share(at), dy: '.35em', 'text-anchor': 'end' })),
      ...xTicks.map(({ at, text }) => label(text, { x: at, y: '100%', dy: 17, 'text-anchor': 'middle' })),
      label(words.t('axis.update'), { x: -12, y: '100%', dy: 17, 'text-anchor': 'end' }),
      [
        'svg',
        { width: '100%', height: '100%', viewBox: `0 0 ${updates} ${units}`, preserveAspectRatio: 'none', fill: 'none', 'stroke-width': 2 },
        ...lines.map((d, i) => line(d, i + 1)),
      ],
      [
        'g',
        { class: 'ends' },
        ...racers.flatMap(({ name }, i) => [
          label(name, {
            class: `racer-${i + 1}`,
            x: '100%',
            dx: 9,
            y: share((places[i] / height) * units),
            dy: -3,
            'font-weight': 600,
            fill: colours[i],
          }),
          label(numbers[i], {
            class: `racer-${i + 1}`,
            x: '100%',
            dx: 9,
            y: share((places[i] / height) * units),
            dy: 10,
            fill: colours[i],
          }),
        ]),
      ],
    ],
    [
      'svg',
      {
        class: 'room',
        'aria-hidden': 'true',
        width: gutterFor(
          racers.map(({ name }) => name),
          720,
        ),
        height: 1,
      },
    ],
  ];
}

/** As in the light style sheet, for where no style sheet comes along. */
const colours = ['#c25400', '#0072b2', '#00805b', '#a23b7c', '#6f6200', '#4b4fb0'];

/** @param {string} text @param {Record<string, string | number>} attributes @returns {Node} */
const label = (text, attributes) => ['text', attributes, text];

/** @param {string} d @param {number} racer @returns {Node} */
function line(d, racer) {
  const dash = dashOf(racer).join(' ');
  return [
    'path',
    {
      class: `racer-${racer}`,
      stroke: colours[racer - 1],
      'vector-effect': 'non-scaling-stroke',
      ...(dash && { 'stroke-dasharray': dash }),
      d,
    },
  ];
}

/** From a value to whole units from the top. @param {number} min @param {number} max */
const scale = (min, max) => (/** @type {number} */ value) => Math.round(((max - value) / (max - min)) * units);

/** A line that holds each value until the next: only changes are written. @param {number[]} ys */
function steps(ys) {
  let path = `M0 ${ys[0]}`;
  let held = 0;
  ys.forEach((y, t) => {
    if (t > 0 && y !== ys[t - 1]) {
      path += `h${held}v${y - ys[t - 1]}`;
      held = 0;
    }
    held += 1;
  });
  return `${path}h${held}`;
}

/** @param {number[]} xs @param {number[]} ys */
function through(xs, ys) {
  return xs.map((x, i) => (i === 0 ? `M${x} ${ys[0]}` : `l${x - xs[i - 1]} ${ys[i] - ys[i - 1]}`)).join('');
}

/** @param {Finished[]} racers */
const lengthOf = (racers) => Math.max(...racers.map(({ rates }) => rates.length));

/** @param {Finished[]} racers @param {string[][]} columns @param {Words} words @returns {Node} */
function table(racers, columns, words) {
  const heads = [
    words.t('table.fair'),
    words.t('table.median') + words.t('table.median.of'),
    words.t('table.spread'),
    words.t('table.last'),
  ];
  return [
    'table',
    {},
    ['thead', {}, ['tr', {}, ...heads.map((text) => /** @type {Node} */ (['th', { scope: 'col' }, text]))]],
    [
      'tbody',
      {},
      ...racers.map(
        ({ schedule }, i) =>
          /** @type {Node} */ ([
            'tr',
            {},
            ['th', { scope: 'row' }, swatch(i + 1), ['code', {}, schedule]],
            ...columns.map((column) => /** @type {Node} */ (['td', {}, column[i]])),
          ]),
      ),
    ],
  ];
}

/** The racer's line as it is drawn. @param {number} racer @returns {Node} */
function swatch(racer) {
  const dash = dashOf(racer).join(' ');
  const stroke = { stroke: colours[racer - 1], 'stroke-width': 2.5, ...(dash && { 'stroke-dasharray': dash }) };
  return [
    'svg',
    { class: 'sample', width: 26, height: 8, 'aria-hidden': 'true' },
    ['line', { class: `racer-${racer}`, x2: 26, y1: 4, y2: 4, ...stroke }],
  ];
}
