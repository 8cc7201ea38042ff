// What is known of one racer's schedule, below its fields: its formula with its numbers, why η is what it is at the cursor, and its sums.
import { formatInteger, formatNumber } from '../lib/format.js';
import { make, write } from '../ui/dom.js';

/** @typedef {import('../lib/run.js').Known} Known */
/** @typedef {import('../lib/run.js').Explanation} Explanation */
/** @typedef {import('../lib/run.js').Problem} Problem */

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {number} racer from 1
 */
export function makeKnown({ lab, words }, racer) {
  const style = { language: words.language };
  const t = (/** @type {string} */ key, /** @type {Record<string, string>} */ values) => words.t(key, values);
  const rate = (/** @type {number} */ eta) => formatNumber(eta, style);
  const count = (/** @type {number} */ update) => formatInteger(update, style);

  const formula = make('div', { class: 'formula', role: 'group', tabindex: 0, 'aria-label': words.t('known.formula') });
  const tex = make('code');
  const source = make('details', {}, make('summary', {}, 'TeX'), tex);
  const sums = make('ul', { class: 'sums' });
  const why = make('summary');
  const steps = make('ol', { class: 'steps' });
  const explained = make('details', { class: 'why', toggle: () => explain() }, why, steps);
  const element = make('div', { class: 'known', hidden: true }, formula, source, explained, sums);
  let text = '';
  let asked = '';

  /** @param {Known} known */
  const show = ({ formula: found, sums: of }) => {
    formula.replaceChildren(found ? mathOf(found) : words.t('known.none'));
    write(tex, found ? `\\eta(t) = ${found.tex}` : '');
    source.hidden = !found;
    const { half, half_epochs: epochs, jump } = of;
    const lines = [
      t('known.sum', { sum: rate(of.sum), squares: rate(of.squares) }),
      t('known.equal', { rate: rate(of.equal) }),
      half === null || epochs === null
        ? t('known.half.never', { peak: rate(of.peak) })
        : t('known.half', { peak: rate(of.peak), update: count(half), epochs: formatNumber(epochs, { ...style, digits: 3 }) }),
      jump ? t('known.jump', { update: count(jump.t), from: rate(jump.from), to: rate(jump.to) }) : t('known.jump.none', {}),
    ];
    sums.replaceChildren(...lines.map((line) => make('li', {}, line)));
    element.hidden = false;
  };

  /** A part of the schedule and what is said of it. @param {Problem} step @param {string} schedule */
  const stepOf = (step, schedule) => {
    const part = schedule.slice(step.from, step.to);
    return make('li', {}, part && make('code', { class: 'place' }, part), part && ' – ', words.problem(step));
  };

  /** @param {Explanation} found */
  const showSteps = (found) => {
    const layers = found.layers.flatMap((layer) => [
      make('li', {}, t('known.layer', { layer: count(layer.layer), rate: rate(layer.eta) })),
      ...layer.steps.map((step) => stepOf(step, found.schedule)),
    ]);
    const numbers = found.numbers.flatMap((number) => [
      make('li', {}, make('code', {}, number.path), ` = ${rate(number.value)}`),
      ...number.steps.map((step) => stepOf(step, found.schedule)),
    ]);
    steps.replaceChildren(...found.steps.map((step) => stepOf(step, found.schedule)), ...layers, ...numbers);
    write(why, t('known.why', { update: count(found.t), rate: rate(found.eta) }));
  };

  /** Asks why η is what it is at the cursor, if that is open and was not asked yet. */
  const explain = async () => {
    const update = Math.min(lab.readoutUpdate, (lab.run?.racers[racer - 1]?.updates ?? 1) - 1);
    const factor = factorAt(lab, racer, update);
    const question = JSON.stringify([text, update, factor]);
    if (!text || question === asked) return;
    if (!explained.open) write(why, t('known.why.closed', { update: count(update) }));
    if (!explained.open) return;
    asked = question;
    const found = await lab.speculativeQueries.explain({ text, racer, t: update, factor }).catch(() => null);
    if (found && question === asked) showSteps(found);
  };

  const unsubscribe = lab.subscribe(() => {
    if (element.isConnected) explain();
    else unsubscribe();
  });

  return {
    element,
    async update() {
      const asking = lab.run?.text ?? '';
      if (asking === text) return;
      text = asking;
      explain();
      const found = await lab.speculativeQueries.explain({ text, racer }).catch(() => null);
      if (text !== asking) return;
      // What another editor's question displaced is asked again.
      if (found) show(found);
      else text = '';
    },
  };
}

/**
 * The factor of a listener that holds at an update, where training knows it.
 * @param {import('../lab/lab.js').Lab} lab @param {number} racer @param {number} update
 */
function factorAt(lab, racer, update) {
  const telemetry = lab.run?.racers[racer - 1]?.listens ? lab.telemetry(racer) : null;
  if (!telemetry || telemetry.updates.batch_loss.length <= update) return undefined;
  return telemetry.factors.reduce((last, each) => (each.update <= update ? each.factor : last), 1);
}

/** Builds the formula; where a browser has no MathML, its text. @param {NonNullable<Known['formula']>} formula */
function mathOf({ mathml, text }) {
  const plain = `η(t) = ${text}`;
  if (!('MathMLElement' in globalThis)) return make('code', {}, plain);
  const begin = '<mi>η</mi><mrow><mo>(</mo><mi>t</mi><mo>)</mo></mrow><mo>=</mo>';
  const parsed = new DOMParser().parseFromString(`<math display="block">${begin}${mathml}</math>`, 'text/html');
  const math = /** @type {Element} */ (parsed.querySelector('math'));
  math.setAttribute('aria-label', plain);
  return math;
}
