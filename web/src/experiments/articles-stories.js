// The stories explain what each article got wrong, at which update, and its effect; every number is computed from the rates.
import { make } from '../ui/dom.js';

/** @typedef {import('../lab/rate-curve.js').RateCurve} RateCurve */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Translate */
/** @typedef {{ rate: (value: number) => string, count: (value: number) => string }} Numbers */

/** A rate below this changes nothing visible. */
const nothing = 1e-6;

/** The article's MNIST has 60 000 images, so that an epoch has this many updates. */
const updatesOfMnist = 1875;

/**
 * @param {string} kind
 * @param {Pick<import('../lab/lab.js').Lab, 'run' | 'curves'>} lab
 * @param {import('../pool/query-client.js').QueryClient} queries about other runs
 * @param {Translate} t
 * @param {Numbers} numbers
 */
export async function stories(kind, { run, curves }, queries, t, { rate, count }) {
  if (!run) return [];
  const per = run.racers[0].updatesPerEpoch;
  const epochs = run.racers[0].updates / per;
  const [text, code, should] = curves;
  const frozenAt = await firstUpdate(text, (eta) => eta < nothing);
  const at = async (/** @type {RateCurve} */ curve, /** @type {number} */ t) => (await curve.every(t, t + 1))?.[0] ?? Number.NaN;
  const values = {
    per: count(per),
    epochs: count(epochs),
    text_after: rate(await at(text, per)),
    code_after: rate(await at(code, per)),
    text_still: count(frozenAt),
    text_left: count(Math.floor(epochs - frozenAt / per)),
    text_end: rate(text.last),
    code_end: rate(code.last),
    should_end: rate(should.last),
    first: rate(await at(text, 1)),
    start: rate(should.first),
  };
  const paragraphs = [make('h2', {}, t('story'))];
  const add = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ more = {}) =>
    paragraphs.push(make('p', {}, t(key, { ...values, ...more })));
  if (kind === 'a') for (const key of ['a.text', 'a.code', 'a.should']) add(key);
  else {
    for (const key of ['b.text', 'b.code']) add(key);
    const zero = await firstUpdate(code, (eta) => eta === 0);
    if (zero > 0) add('b.zero', { update: count(zero), left: count(Math.floor(epochs - zero / per)) });
    const question = `data=moons steps=${updatesOfMnist} lr=0.1 schedule=compound(factor=0.9, during=${updatesOfMnist}, every=${updatesOfMnist}, rounding=`;
    const all = [];
    for (const rounding of ['tensorflow', 'python']) {
      const reading = await queries.read(`${question}${rounding})`, { points: updatesOfMnist });
      all.push(reading?.curves[0]?.[0].eta);
    }
    const [flushed, stuck] = all;
    if (flushed && stuck) {
      const end = stuck[stuck.length - 1];
      add('b.mnist', { mnist: count(updatesOfMnist), zero: count(flushed.indexOf(0)), stuck: count(stuck.indexOf(end)), end: rate(end) });
    }
    add('b.should');
    if (kind.startsWith('twice')) add('b.twice', { least: Math.log(1 + (run.data.classes - 1) / Math.E).toFixed(4) });
    else add('b.recovered');
  }
  return paragraphs;
}

/** This many updates are requested at a time. */
const portion = 20_000;

/**
 * @param {RateCurve} curve
 * @param {(eta: number) => boolean} is
 * @returns {Promise<number>} the first update whose rate passes; −1 without one
 */
async function firstUpdate(curve, is) {
  for (let from = 0; from < curve.updates; from += portion) {
    const rates = await curve.every(from, Math.min(curve.updates, from + portion));
    const found = rates?.findIndex(is) ?? -1;
    if (found >= 0) return from + found;
  }
  return -1;
}

/** @type {[number, string][]} The rows of article A's table as printed: the iteration, counted from 1, and η. */
const printed = [
  [1, '0.1'],
  [2, '0.09'],
  [3, '0.081'],
  [4, '0.073'],
  [100, '0.0000095'],
];

/** @param {Translate} t @param {Numbers} numbers */
export function tableOfA(t, { rate }) {
  const row = (/** @type {[number, string]} */ [n, text]) => {
    const right = 0.1 * 0.9 ** (Number(n) - 1);
    const agrees = Math.abs(Number(text) / right - 1) < 0.01;
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, String(n)),
      make('td', {}, String(text)),
      make('td', {}, agrees ? rate(right) : make('strong', {}, rate(right))),
    );
  };
  return make(
    'div',
    {},
    make('h2', {}, t('table')),
    make(
      'table',
      {},
      make('thead', {}, make('tr', {}, ...['iteration', 'printed', 'right'].map((key) => make('th', { scope: 'col' }, t(`table.${key}`))))),
      make('tbody', {}, ...printed.map(row)),
    ),
    make('p', { class: 'soft small' }, t('table.note', { right: rate(0.1 * 0.9 ** 99) })),
  );
}
