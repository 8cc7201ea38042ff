// The slot of the experiment that the element's attribute names; its modules are loaded when it is opened.
import { whole } from '../lib/attempt.js';
import { make, write } from '../ui/dom.js';
import { loadPart } from '../ui/load-chunk.js';
import { experiments } from './experiment-list.js';

/**
 * @typedef {object} Page what an experiment changes outside its slot
 * @property {HTMLElement} title
 * @property {HTMLElement} lead
 * @property {(on: boolean) => void} draw starts drawing on the rate's chart, or ends it
 * @property {(log: boolean) => void} setLog
 * @property {(figure: HTMLElement | null) => void} replaceAccuracy
 * @property {(opened: import('./experiment.js').Opened | null) => void} replace shows something else instead of the laboratory; null shows
 *   the laboratory again
 */

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {HTMLElement} etaLab whose attributes name the experiment
 * @param {Page} page
 */
export function makeExperimentSlot(setting, etaLab, page) {
  const { words } = setting;
  const isPage = etaLab.hasAttribute('page');
  const element = make('div', { class: 'experiment', hidden: true });
  /** @type {{ update?: (changes: Set<import('../lab/lab.js').Change>) => void, close: () => void } | null} */
  let current = null;
  let openings = 0;
  /** Whether the axis is logarithmic because of the experiment. */
  let isLog = false;

  /** Shows the tasks of the race, which most visits do without. @param {number} [answer] is pressed, from 0 */
  const showTasks = async (answer = -1) => {
    const opening = ++openings;
    const [{ show }, { experiment }] = await loadPart(words, element, () =>
      Promise.all([import('./show.js').then(whole), import('./race-tasks.js').then(whole), words.loadAll()]),
    );
    if (opening !== openings) return;
    const shown = await show(setting, 'race', experiment, element);
    if (opening !== openings) return shown.close();
    current = shown;
    const pressed = element.querySelectorAll('button')[answer];
    pressed?.focus();
    pressed?.click();
  };
  /** Asks the first question of the race without loading what answers it. */
  const firstTask = () =>
    make(
      'section',
      { class: 'card task' },
      make('h2', {}, words.t('experiments.task.title', { number: 1 })),
      make('p', {}, words.t('experiments.race.1.question')),
      make(
        'div',
        { class: 'row' },
        ...['experiments.race.1.constant', 'experiments.race.1.step', 'experiments.race.1.cosine', 'experiments.race.1.same'].map(
          (key, i) => make('button', { type: 'button', click: () => showTasks(i) }, words.t(key)),
        ),
      ),
    );

  /** Shows the experiment that the attribute names now. */
  const open = async () => {
    const opening = ++openings;
    const key = etaLab.getAttribute('experiment') ?? '';
    current?.close();
    current = null;
    element.hidden = key === '' && !isPage;
    element.replaceChildren();
    page.replace(null);
    page.draw(false);
    page.replaceAccuracy(null);
    if (isLog) page.setLog(false);
    isLog = false;
    write(page.title, words.t('headline'));
    write(page.lead, words.t('lead'));
    if (key === 'race') return showTasks();
    if (key === '') return isPage && element.append(firstTask());
    if (!Object.hasOwn(experiments, key)) {
      element.append(
        make(
          'p',
          { class: 'wrong', role: 'alert' },
          words.t('experiment.unknown', { name: key, names: ['race', ...Object.keys(experiments)].join(', ') }),
        ),
      );
      return;
    }
    const [{ show, adoptExperimentStyles }, { experiment, open: makeReplacement }] = await loadPart(words, element, () =>
      Promise.all([import('./show.js').then(whole), experiments[key]().then(whole), words.loadAll()]),
    );
    if (opening !== openings) return;
    if (makeReplacement) {
      adoptExperimentStyles(element);
      const opened = makeReplacement(setting);
      current = opened;
      page.replace(opened);
    }
    if (!experiment) return;
    const shown = await show(setting, key, experiment, element);
    if (opening !== openings) return shown.close();
    current = shown;
    write(page.title, shown.title);
    write(page.lead, shown.lead);
    if (experiment.draws) page.draw(true);
    if (shown.instead) page.replaceAccuracy(shown.instead);
    isLog = experiment.log === true;
    if (isLog) page.setLog(true);
    setting.lab.notify('run', 'rows', 'playhead');
  };

  return {
    element,
    open,
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update: (changes) => current?.update?.(changes),
    close() {
      openings += 1;
      current?.close();
    },
  };
}
