// Conventions: the same text as each framework computes it. Where the rates part, by how much and why is the core's answer; where the
// steps part is measured in the race.
import { openText } from '../lab/edits.js';
import { nameOf } from '../lab/racer-names.js';
import { changesOf } from '../lab/results.js';
import { make, set, write } from '../ui/dom.js';
import { resultOf, spreadOf } from './measured.js';

// First weights and batches are the same, whatever a framework has by default. Each text stands as the core prints it.
const torch = 'convention=torch label=PyTorch';
const keras = 'convention=keras label=Keras';
const optax = 'convention=optax label=optax';
const same = 'init=he_uniform lr=0.5 last_batch=drop';
/** @param {string} schedule @param {...string} frameworks */
const each = (schedule, ...frameworks) => frameworks.map((framework) => `schedule=${schedule} ${framework}`).join(' ');
const warmups = (/** @type {string} */ steps) =>
  `${same}${steps} ${each('warmup(20%) then cosine', torch)} ${each('warmup(20%, counts=apart) then cosine', keras)} ${each('warmup(20%) then cosine', optax)}`;

const perUpdate =
  'schedule=exponential(rate=0.9, every=1) label=every update schedule=exponential(rate=0.9, every=1ep, staircase=true) label=every epoch';

/** The runs that the buttons open, with the keys of their words. */
export const presets = [
  { key: 'one_cycle', run: `${same} steps=40 ${each('one_cycle', torch, optax)}` },
  { key: 'warmup', run: warmups(' steps=200') },
  { key: 'multistep', run: `${same} steps=200 ${each('multistep(factor=0.3)', torch, keras, optax)}` },
  {
    key: 'plateau',
    run: `${same} evaluate=10 ${each('constant * plateau(0.5, patience=4, threshold=0.02, cooldown=4)', torch, keras, optax)}`,
  },
  {
    key: 'momentum',
    run: `init=he_uniform opt=sgd(0.9) lr=0.1 last_batch=drop steps=200 ${each('step(factor=0.1, every=100)', torch, keras)}`,
  },
  { key: 'epsilon', run: `init=he_uniform opt=adam lr=0.01 last_batch=drop steps=200 ${each('constant', torch, keras, optax)}` },
  { key: 'per_update', run: perUpdate },
];

/** Steps part where they differ by more than this share: less is rounding. */
const apart = 1e-3;
/** The kinds of things whose parameters a convention sets. */
const kinds = ['schedule', 'optimizer', 'initialiser', 'clip'];

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: presets[0].run,
  figure(context) {
    const { setting, t } = context;
    const { lab } = setting;
    const choices = presets.map(({ key, run }) => ({
      run,
      button: make(
        'button',
        { type: 'button', 'aria-pressed': 'false', click: () => openText(lab, run, 'preset') },
        t(`conventions.${key}`),
      ),
      sentence: `conventions.${key}.why`,
    }));
    const why = make('p', {});
    const list = make('ul', { class: 'steps' });
    const element = make(
      'div',
      { class: 'conventions' },
      make('div', { class: 'row' }, ...choices.map(({ button }) => button)),
      why,
      list,
      make('p', { class: 'soft' }, t('conventions.known')),
      isServed(setting) && make('p', {}, make('a', { href: 'theirs.html' }, t('conventions.theirs'))),
    );
    /** @type {{ text: string, racers: Comparison[] } | null} */
    let answer = null;
    let asked = '';
    const show = () => {
      if (!lab.run || answer?.text !== lab.run.text) return;
      list.replaceChildren(...answer.racers.slice(1).map((_, i) => make('li', {}, ...lines(context, answer?.racers ?? [], i + 1))));
    };
    return {
      element,
      async update() {
        const text = lab.run?.text ?? '';
        if (text !== asked) {
          asked = text;
          const open = choices.find(({ run }) => run === text);
          for (const choice of choices) set(choice.button, { 'aria-pressed': String(choice === open) });
          write(why, open ? t(open.sentence) : '');
          list.replaceChildren();
          const found = await lab.queries.compare(text).catch(() => null);
          if (text !== asked) return;
          answer = found;
        }
        show();
      },
    };
  },
  tasks: [
    {
      run: perUpdate,
      answers: ['update', 'epoch', 'same'],
      compared: (racers) => racers.map(resultOf),
      shares: true,
      values: ([update, epoch]) => ({ update: resultOf(update), epoch: resultOf(epoch) }),
    },
    {
      run: warmups(''),
      answers: ['torch', 'keras', 'same'],
      compared: ([torch, keras]) => [spreadOf(torch), spreadOf(keras)],
      shares: true,
      values: ([torch, keras]) => ({ torch: spreadOf(torch), keras: spreadOf(keras) }),
    },
  ],
};

/**
 * @typedef {import('../lib/run.js').Comparison} Comparison
 * @typedef {import('../lib/run.js').FrameworkNumber} FrameworkNumber
 */

/** Whether the built site's pages stand beside this one. @param {import('../lab/setting.js').Setting} setting */
function isServed({ palette: { root } }) {
  const { host } = /** @type {ShadowRoot} */ (root.getRootNode());
  return host.hasAttribute('page') && host.getAttribute('page') !== 'alone';
}

/**
 * Writes what parts a racer from the first one.
 * @param {import('./experiment.js').ExperimentContext} context
 * @param {Comparison[]} racers
 * @param {number} i of the racer, from 0
 * @returns {(Node | string)[]}
 */
function lines(context, racers, i) {
  const { setting, t } = context;
  const { lab, words, describe } = setting;
  const { run } = lab;
  if (!run) return [];
  const names = { name: nameOf(run, i + 1, words, describe), first: nameOf(run, 1, words, describe) };
  // A listener's rate is known from the race only.
  const rate = run.racers[i].listens ? falls(context, i, names) : rates(context, racers[i], names);
  const sentences = [rate, steps(context, i, names)].filter((text) => text !== '');
  const numbers = different(racers[0].numbers, racers[i].numbers).map((number) =>
    make(
      'li',
      {},
      t('conventions.number', { number: number.number, here: number.here, there: number.there, ...names, help: helpOf(words, number) }),
    ),
  );
  return [sentences.join(words.t('ends.join')), ...(numbers.length > 0 ? [make('ul', {}, ...numbers)] : [])];
}

/** @param {import('./experiment.js').ExperimentContext} context @param {Comparison} racer @param {{ name: string, first: string }} names */
function rates({ t, number, integer, setting: { words } }, { rate, updates }, names) {
  if (!rate || rate.updates === 0) return t('conventions.same', names);
  const places = rate.parts.map(([from, to]) => (from === to ? integer(from) : `${integer(from)}–${integer(to)}`));
  const list = places.join(words.t('list.join')) + (rate.count > places.length ? ' …' : '');
  const values = { count: integer(rate.updates), updates: integer(updates), list, t: integer(rate.t) };
  return t('conventions.parts', { ...names, ...values, here: number(rate.here), there: number(rate.first) });
}

/** Says where a listener lowers the rate. @param {import('./experiment.js').ExperimentContext} context @param {number} i @param {{ name: string, first: string }} names */
function falls({ t, integer, setting: { lab, words } }, i, names) {
  const of = (/** @type {number} */ racer) =>
    changesOf(lab, racer)
      .map(({ update }) => integer(update))
      .join(words.t('list.join')) || '–';
  return t('conventions.falls', { ...names, here: of(i + 1), there: of(1) });
}

/** Says where the steps part. @param {import('./experiment.js').ExperimentContext} context @param {number} i @param {{ name: string, first: string }} names */
function steps({ t, number, integer, setting: { lab } }, i, names) {
  const [here, there] = [i + 1, 1].map((racer) => lab.telemetry(racer)?.updates.update_norm ?? []);
  const shown = Math.min(here.length, there.length, Math.floor(lab.playhead));
  for (let update = 0; update < shown; update++) {
    const [a, b] = [here[update], there[update]];
    if (!(Math.abs(a - b) > apart * Math.max(a, b))) continue;
    return t('conventions.steps', { ...names, t: integer(update), here: number(a), there: number(b) });
  }
  return '';
}

/**
 * Lists the numbers in which two racers differ by their conventions.
 * @param {FrameworkNumber[]} first
 * @param {FrameworkNumber[]} own
 */
function different(first, own) {
  const id = (/** @type {FrameworkNumber} */ { key, entry, param }) => [key, entry, param].join('.');
  const of = (/** @type {FrameworkNumber[]} */ numbers, /** @type {FrameworkNumber} */ each) =>
    numbers.find((other) => id(other) === id(each))?.here ?? each.plain;
  const all = [...own, ...first.filter((each) => !own.some((other) => id(other) === id(each)))];
  return all
    .map((each) => ({
      ...each,
      here: of(own, each),
      there: of(first, each),
      number: each.entry ? `${each.entry}.${each.param}` : each.key,
    }))
    .filter(({ here, there }) => here !== there);
}

/** @param {import('../lib/words.js').Words} words @param {FrameworkNumber} number @returns {string} what the number is */
function helpOf({ table }, { key, entry, param }) {
  const keys = entry ? kinds.map((kind) => `${kind}.${entry}.${param}.help`) : [`key.${key}.help`];
  return table[keys.find((each) => each in table) ?? ''] ?? '';
}
