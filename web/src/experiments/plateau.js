// The plateau: one run is initialised, iterates, evaluates, lowers its rate, does so again and stops; each step is listed with its update.
import { changesOf, endOf } from '../lab/results.js';
import { make } from '../ui/dom.js';
import { lastEvaluations } from './last-evaluations.js';

const listening = (/** @type {number} */ factor, /** @type {number} */ patience) =>
  `schedule=constant * plateau(${factor}, patience=${patience}, threshold=0.02) stop=early(patience=40)`;

const steps = ['initialise', 'iterate', 'evaluate', 'lower', 'adjust', 'stop'];

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: `lr=0.7 steps=1600 evaluate=10 schedule=constant ${listening(0.3, 12)}`,
  figure(context) {
    const element = make('ol', { class: 'steps' });
    return { element, update: () => element.replaceChildren(...sentences(context).map((text) => make('li', {}, text))) };
  },
  tasks: [
    {
      answers: ['better', 'same', 'worse'],
      judge({ setting, percent, points }) {
        const { median, spread } = lastEvaluations(setting.lab);
        const gain = median[1] - median[0];
        const values = { constant: percent(median[0]), plateau: percent(median[1]), before: points(spread[0]), after: points(spread[1]) };
        return { right: gain > 0.005 ? 0 : gain < -0.005 ? 2 : 1, values };
      },
    },
    {
      run: `lr=0.7 steps=1600 evaluate=10 ${listening(0.3, 12)} ${listening(0.3, 2)}`,
      answers: ['better', 'same', 'worse'],
      judge({ setting, percent, integer }) {
        const { median } = lastEvaluations(setting.lab);
        const gain = median[1] - median[0];
        const [first] = setting.lab.telemetry(2)?.factors ?? [];
        const values = { patient: percent(median[0]), hasty: percent(median[1]), update: integer(first?.update) };
        return { right: gain > 0.005 ? 0 : gain < -0.005 ? 2 : 1, values };
      },
    },
  ],
};

/** Writes the steps of the run's second racer. @param {import('./experiment.js').ExperimentContext} context */
function sentences({ setting: { lab, words }, t, number, integer }) {
  const racer = lab.run?.racers[1];
  if (!racer?.listens) return [];
  const changes = changesOf(lab, 2);
  const end = endOf(lab, 2);
  const rates = changes.map(({ update }) => lab.curves[1].at(update));
  const values = {
    lr: number(racer.lr),
    batch: racer.batch,
    every: number(racer.evaluate),
    done: integer(Math.min(lab.update, lab.state(2)?.update ?? 0)),
    first: integer(changes[0]?.update),
    rate: number(rates[0] ?? Number.NaN),
    later:
      changes
        .slice(1)
        .map(({ update }) => integer(update))
        .join(words.t('rate.and')) || '–',
    last: number(rates.at(-1) ?? Number.NaN),
    end: integer(end?.update),
    best: integer(lab.state(2)?.restored),
  };
  const reached = { lower: changes.length > 0, adjust: changes.length > 1, stop: end !== null };
  return steps.map((step) => t(`plateau.${step}${reached[/** @type {keyof typeof reached} */ (step)] === false ? '.not' : ''}`, values));
}
