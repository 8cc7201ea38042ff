// Cut and extend: a cosine is made for one number of updates; a constant rate can be cooled down from any of them.
import { nameOf } from '../lab/racer-names.js';
import { evaluationAt } from '../lab/results.js';
import { make } from '../ui/dom.js';
import { resultOf } from './measured.js';

/** The updates that were planned at first; the run has twice as many. */
const planned = 800;
const shared = `lr=0.6 steps=${2 * planned}`;
const within = `schedule=within(cosine, ${planned})`;
const branch = `schedule=within(wsd, ${2 * planned}) for 560 then cooldown(240)`;

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: `${shared} schedule=cosine ${within} ${within} for ${planned} then cosine schedule=wsd ${branch}`,
  figure(context) {
    const { setting, t, integer, number, percent } = context;
    const head = (/** @type {string} */ key) =>
      make('th', { scope: 'col' }, t(`cut.${key}`, { planned: integer(planned), last: integer(planned - 1) }));
    const body = make('tbody');
    const heads = ['racer', 'before', 'after', 'accuracy', 'end'].map(head);
    const table = make('table', { class: 'gaps' }, make('thead', {}, make('tr', {}, ...heads)), body);
    const cell = (/** @type {string} */ text) => make('td', {}, text);
    const share = (/** @type {number | undefined} */ value) => (value === undefined ? '–' : percent(value));
    return {
      element: table,
      update(changes) {
        const { lab, words, describe } = setting;
        const { run } = lab;
        if (!run || !(changes.has('rows') || changes.has('playhead') || changes.has('run'))) return;
        const accuracy = (/** @type {number} */ racer, /** @type {number} */ update) =>
          lab.playhead < update ? undefined : evaluationAt(lab.telemetry(racer), 'validation_accuracy', update);
        body.replaceChildren(
          ...run.racers.map(({ updates }, i) =>
            make(
              'tr',
              {},
              make('th', { scope: 'row' }, nameOf(run, i + 1, words, describe)),
              ...[planned - 1, planned].map((update) => cell(number(lab.curves[i]?.at(update) ?? Number.NaN))),
              ...[planned, updates].map((update) => cell(share(accuracy(i + 1, update)))),
            ),
          ),
        );
      },
    };
  },
  tasks: [
    {
      run: `${shared} schedule=cosine stop=updates(${planned}) ${within} stop=updates(${planned})`,
      answers: ['cut', 'planned', 'same'],
      compared: (racers) => racers.map(resultOf),
      shares: true,
      values: ([cut, made]) => ({ cut: resultOf(cut), planned: resultOf(made) }),
    },
    {
      run: `${shared} ${within} schedule=wsd ${branch}`,
      answers: ['planned', 'branch', 'same'],
      compared: ([made, , branched]) => [resultOf(made), resultOf(branched)],
      shares: true,
      values: ([made, , branched]) => ({ planned: resultOf(made), branch: resultOf(branched) }),
    },
  ],
};
