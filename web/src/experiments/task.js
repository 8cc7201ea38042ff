// The reader predicts, then checks: a question with answers. Its run is opened when it is answered, and 16 seeds grade the answer.
import { openText } from '../lab/edits.js';
import { announce, freshId, make, set } from '../ui/dom.js';

/**
 * @param {import('./experiment.js').ExperimentContext} context
 * @param {string} key of the task's words
 * @param {import('./experiment.js').Task & { run: string }} task
 * @param {number} number
 */
export function makeTask({ setting, t, figuresOf }, key, { run, answers }, number) {
  const { lab, words } = setting;
  const id = freshId('task');
  const verdict = make('p', { class: 'verdict' });
  const texts = answers.map((answer) => t(`${key}.${answer}`));
  const row = make(
    'div',
    { class: 'row' },
    ...texts.map((text, i) => make('button', { type: 'button', 'aria-pressed': 'false', click: () => answer(i) }, text)),
  );
  let presses = 0;

  const answer = async (/** @type {number} */ chosen) => {
    const press = ++presses;
    for (const [i, button] of Array.from(row.children).entries()) set(button, { 'aria-pressed': String(i === chosen) });
    announce(setting, verdict, t('task.training'));
    await train(lab, run);
    if (press !== presses) return;
    const [outcome, ...rest] = verdictOf(chosen);
    const separator = words.t('ends.join');
    verdict.replaceChildren(make('strong', {}, outcome), separator + rest.join(separator));
    setting.say(verdict.textContent ?? '');
  };
  /** Nothing of the trained run is in it: one seed may say otherwise. @param {number} chosen */
  const verdictOf = (chosen) => {
    const figures = figuresOf(key);
    const right = answers.indexOf(String(figures.right));
    if (right < 0) return [t('task.even', figures)];
    return [
      t(right === chosen ? 'task.right' : 'task.wrong', { answer: texts[right] }),
      t(`${key}.said`, figures),
      t('task.seeds', figures),
      ...('difference' in figures ? [t('task.difference', figures)] : []),
    ];
  };
  return make(
    'section',
    { class: 'card task', role: 'group', 'aria-labelledby': id },
    make('h2', { id }, t('task.title', { number })),
    make('p', {}, t(`${key}.question`)),
    row,
    verdict,
  );
}

/** Opens a run and trains it to its end, unless the reader opens another meanwhile. @param {import('../lab/lab.js').Lab} lab @param {string} run */
async function train(lab, run) {
  await openText(lab, run, 'task');
  const text = lab.run?.text;
  const isOpen = () => lab.run?.text === text && !lab.failure;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
  // Until the new race is displayed, its results are not available.
  while (isOpen() && lab.race?.run.text !== text) await pause();
  lab.race?.setTarget(lab.updates);
  await lab.race?.settled();
  while (isOpen() && lab.displayed !== lab.race) await pause();
  if (!isOpen()) return;
  lab.pause();
  lab.playhead = lab.updates;
  lab.notify('playhead');
}
