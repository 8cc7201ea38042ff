// The reader predicts, then checks: a question with answers, judged by training its run.
import { openText } from '../lab/edits.js';
import { announce, freshId, make, set, write } from '../ui/dom.js';
import figures from './figures.json' with { type: 'json' };

/**
 * @param {import('./experiment.js').ExperimentContext} context
 * @param {import('./experiment.js').Experiment} experiment
 * @param {string} key of the task's words
 * @param {import('./experiment.js').Task} task
 * @param {number} number
 */
export function makeTask(context, experiment, key, task, number) {
  const { setting, t } = context;
  const { lab } = setting;
  const run = task.run ?? experiment.run;
  const id = freshId('task');
  const verdict = make('p', { class: 'verdict' });
  /** @type {string} The canonical text of the judged run; '' before. */
  let judged = '';
  let presses = 0;

  const answers = task.answers.map((answer) => t(`${key}.${answer}`));
  const row = make(
    'div',
    { class: 'row' },
    ...answers.map((text, i) => make('button', { type: 'button', 'aria-pressed': 'false', click: () => answer(i) }, text)),
  );
  const markAnswer = (/** @type {number} */ chosen) => {
    for (const [i, button] of Array.from(row.children).entries()) set(button, { 'aria-pressed': String(i === chosen) });
  };
  const answer = async (/** @type {number} */ chosen) => {
    const press = ++presses;
    markAnswer(chosen);
    announce(setting, verdict, t('task.training'));
    await openText(lab, run, 'task');
    const text = lab.run?.text;
    // The reader may open another run at any time; until the new race is displayed, its results are not available.
    while (lab.run?.text === text && lab.race?.run.text !== text) await new Promise((resolve) => setTimeout(resolve, 20));
    lab.race?.setTarget(lab.updates);
    await lab.race?.settled();
    while (lab.run?.text === text && lab.displayed !== lab.race) await new Promise((resolve) => setTimeout(resolve, 20));
    if (press !== presses || lab.run?.text !== text || !text) return;
    lab.pause();
    lab.playhead = lab.updates;
    lab.notify('playhead');
    judged = text;
    const { right, values } = task.judge(context);
    const agreeing = /** @type {Record<string, Record<string, number | string>>} */ (figures)[key];
    const outcome = t(right === chosen ? 'task.right' : 'task.wrong', { answer: answers[right] });
    announce(setting, verdict, `${outcome} ${t(`${key}.said`, { ...agreeing, ...values })}`);
  };
  return {
    element: make(
      'section',
      { class: 'card task', 'aria-labelledby': id },
      make('h2', { id }, t('task.title', { number })),
      make('p', {}, t(`${key}.question`)),
      row,
      verdict,
    ),
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (!changes.has('run')) return;
      if (judged === '' || lab.run?.text === judged) return;
      judged = '';
      markAnswer(-1);
      write(verdict, '');
    },
  };
}
