// The slot of the experiment that the element's attribute names; its modules are loaded when it is opened.
import { make, write } from '../ui/dom.js';
import { experiments } from './experiment-list.js';

/**
 * @typedef {object} Page what an experiment changes outside its slot
 * @property {HTMLElement} title
 * @property {HTMLElement} lead
 * @property {(on: boolean) => void} draw starts drawing on the rate's chart, or ends it
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
  const fail = () => element.replaceChildren(make('p', { class: 'wrong', role: 'alert' }, words.t('failed.unreachable')));
  /** @type {{ update?: (changes: Set<import('../lab/lab.js').Change>) => void, close: () => void } | null} */
  let current = null;
  let openings = 0;

  /** Shows the tasks of the race, which most visits do without. */
  const showTasks = async () => {
    const opening = ++openings;
    const [{ show }, { experiment }] = await Promise.all([import('./show.js'), import('./race-tasks.js'), words.loadAll()]);
    const shown = await show(setting, 'race', experiment, element);
    if (opening !== openings) return shown.close();
    current = shown;
    element.querySelector('button')?.focus();
  };

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
    write(page.title, words.t('headline'));
    write(page.lead, words.t('lead'));
    if (key === '' && isPage)
      element.append(make('button', { type: 'button', class: 'ask', click: () => showTasks().catch(fail) }, words.t('tasks')));
    if (key === '') return;
    if (!Object.hasOwn(experiments, key)) {
      element.append(
        make(
          'p',
          { class: 'wrong', role: 'alert' },
          words.t('experiment.unknown', { name: key, names: Object.keys(experiments).join(', ') }),
        ),
      );
      return;
    }
    const [{ show, adoptExperimentStyles }, { experiment, open: makeReplacement }] = await Promise.all([
      import('./show.js'),
      experiments[key](),
      words.loadAll(),
    ]);
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
    setting.lab.notify('run', 'rows', 'playhead');
  };

  return {
    element,
    open: () => open().catch(fail),
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update: (changes) => current?.update?.(changes),
    close() {
      openings += 1;
      current?.close();
    },
  };
}
