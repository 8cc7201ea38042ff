// Predict, then check: a question with answers; the one that is given is judged by the run itself.
import { openText } from '../lab/edits.js';
import { freshId, make, set, write } from '../ui/dom.js';
import figures from './figures.json' with { type: 'json' };

/**
 * @param {import('./experiment.js').ExperimentContext} bench
 * @param {import('./experiment.js').Experiment} experiment
 * @param {string} key of its words
 * @param {import('./experiment.js').Task} task
 * @param {number} number
 */
export function makeTask(bench, experiment, key, task, number) {
  const { setting, say } = bench;
  const { lab } = setting;
  const run = task.run ?? experiment.run;
  const id = freshId('task');
  const verdict = make('p', { class: 'verdict', role: 'status' });
  /** The run's canonical text, known once it has been opened. */
  let judged = '';
  let asked = 0;

  const answers = task.answers.map((answer) => say(`${key}.${answer}`));
  const row = make(
    'div',
    { class: 'row' },
    ...answers.map((text, i) => make('button', { type: 'button', 'aria-pressed': 'false', click: () => answer(i) }, text)),
  );
  const mark = (/** @type {number} */ chosen) => {
    for (const [i, button] of Array.from(row.children).entries()) set(button, { 'aria-pressed': String(i === chosen) });
  };
  const answer = async (/** @type {number} */ chosen) => {
    const turn = ++asked;
    mark(chosen);
    write(verdict, say('task.training'));
    await openText(lab, run);
    const text = lab.run?.text;
    // Another run may have come in between, or this one be replaced while it trains.
    while (lab.run?.text === text && lab.race?.run.text !== text) await new Promise((later) => setTimeout(later, 20));
    lab.race?.setTarget(lab.updates);
    await lab.race?.settled();
    while (lab.run?.text === text && lab.displayed !== lab.race) await new Promise((later) => setTimeout(later, 20));
    if (turn !== asked || lab.run?.text !== text || !text) return;
    lab.pause();
    lab.playhead = lab.updates;
    lab.notify('playhead');
    judged = text;
    const { right, values } = task.judge(bench);
    const agreeing = /** @type {Record<string, Record<string, number | string>>} */ (figures)[key];
    const outcome = say(right === chosen ? 'task.right' : 'task.wrong', { answer: answers[right] });
    write(verdict, `${outcome} ${say(`${key}.said`, { ...agreeing, ...values })}`);
  };
  return {
    element: make(
      'section',
      { class: 'card task', 'aria-labelledby': id },
      make('h2', { id }, say('task.title', { number })),
      make('p', {}, say(`${key}.question`)),
      row,
      verdict,
    ),
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (!changes.has('run')) return;
      if (judged === '' || lab.run?.text === judged) return;
      judged = '';
      mark(-1);
      write(verdict, '');
    },
  };
}
