// The plateau: one run is initialised, iterates, evaluates, lowers its rate, does so again and stops; each step is listed with its update.

import { nameOf } from '../lab/racer-names.js';
import { changesOf, endOf } from '../lab/results.js';
import { make, write } from '../ui/dom.js';
import { resultOf } from './measured.js';

const patient = (/** @type {number} */ patience) =>
  `schedule=constant * plateau(0.3, patience=${patience}, threshold=0.02) stop=early(patience=40)`;
const shared = 'lr=0.7 steps=1600 evaluate=10';

/** @typedef {import('../lib/run.js').Run} Run */

const steps = ['initialise', 'iterate', 'evaluate', 'lower', 'adjust', 'stop'];

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: `${shared} schedule=constant ${patient(12)}`,
  figure(context) {
    const whose = make('p');
    const list = make('ol', { class: 'steps' });
    const element = make('div', {}, whose, list);
    return {
      element,
      update() {
        const { lab, words, describe } = context.setting;
        const racer = listening(lab.run);
        element.hidden = racer === 0;
        if (!lab.run || racer === 0) return;
        write(whose, context.t('plateau.whose', { name: nameOf(lab.run, racer, words, describe) }));
        list.replaceChildren(...sentences(context, lab.run, racer).map((text) => make('li', {}, text)));
      },
    };
  },
  tasks: [
    {
      run: `${shared} schedule=constant ${patient(12)} schedule=cosine`,
      answers: ['better', 'worse', 'same'],
      compared: ([, plateau, cosine]) => [resultOf(plateau), resultOf(cosine)],
      shares: true,
      values: ([, plateau, cosine]) => ({ plateau: resultOf(plateau), cosine: resultOf(cosine) }),
    },
    {
      run: `${shared} ${patient(12)} label=patience 12 ${patient(2)} label=patience 2`,
      answers: ['better', 'worse', 'same'],
      compared: ([patient, hasty]) => [resultOf(hasty), resultOf(patient)],
      shares: true,
      values: ([patient, hasty]) => ({ patient: resultOf(patient), hasty: resultOf(hasty) }),
    },
  ],
};

/** Gives the first racer with a listener; 0: none. @param {Run | null} run */
const listening = (run) => (run?.racers.findIndex(({ listens }) => listens) ?? -1) + 1;

/**
 * Writes the steps of a racer.
 * @param {import('./experiment.js').ExperimentContext} context
 * @param {Run} run
 * @param {number} number the racer's, from 1
 */
function sentences({ setting: { lab, words }, t, number: format, integer }, run, number) {
  const racer = run.racers[number - 1];
  const changes = changesOf(lab, number);
  const end = endOf(lab, number);
  const rates = changes.map(({ update }) => lab.curves[number - 1].at(update));
  const values = {
    lr: format(racer.lr),
    batch: racer.batch,
    every: format(racer.evaluate),
    done: integer(Math.min(lab.update, lab.state(number)?.update ?? 0)),
    first: integer(changes[0]?.update),
    rate: format(rates[0] ?? Number.NaN),
    later:
      changes
        .slice(1)
        .map(({ update }) => integer(update))
        .join(words.t('rate.and')) || '–',
    last: format(rates.at(-1) ?? Number.NaN),
    end: integer(end?.update),
    best: integer(lab.state(number)?.restored),
  };
  const reached = { lower: changes.length > 0, adjust: changes.length > 1, stop: end !== null };
  return steps.map((step) => t(`plateau.${step}${reached[/** @type {keyof typeof reached} */ (step)] === false ? '.not' : ''}`, values));
}
