// Where an experiment stands in the element; what it is made of is fetched when it is opened.
import { make, write } from '../ui/dom.js';
import { experiments } from './experiment-list.js';

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {HTMLElement} host
 * @param {{ title: HTMLElement, lead: HTMLElement, draw: () => void, replace: (element: HTMLElement | null) => void }} page what it changes besides;
 *   `replace` puts an element in the laboratory's place, null gives it back
 */
export function makeSlot(setting, host, page) {
  const { words } = setting;
  const isPage = host.hasAttribute('page');
  const element = make('div', { class: 'experiment', hidden: true });
  const fail = () => element.replaceChildren(make('p', { class: 'wrong', role: 'alert' }, words.t('failed.unreachable')));
  /** @type {{ update?: (changes: Set<import('../lab/lab.js').Change>) => void, close: () => void } | null} */
  let shown = null;
  let turn = 0;

  /** The race's own tasks, which most visits do without. */
  const ask = async () => {
    const now = ++turn;
    const [{ show }, { experiment }] = await Promise.all([import('./show.js'), import('./race-tasks.js')]);
    const made = await show(setting, 'race', experiment, element);
    if (now !== turn) return made.close();
    shown = made;
    element.querySelector('button')?.focus();
  };

  /** Shows the one that the element names now. */
  const open = async () => {
    const now = ++turn;
    const key = host.getAttribute('experiment') ?? '';
    shown?.close();
    shown = null;
    element.hidden = key === '' && !isPage;
    element.replaceChildren();
    page.replace(null);
    write(page.title, words.t('headline'));
    write(page.lead, words.t('lead'));
    if (key === '' && isPage)
      element.append(make('button', { type: 'button', class: 'ask', click: () => ask().catch(fail) }, words.t('tasks')));
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
    const [{ show, dress }, { experiment, open: instead }] = await Promise.all([
      import('./show.js'),
      experiments[key](),
      words.load('experiments'),
    ]);
    if (now !== turn) return;
    if (instead) {
      dress(element);
      const opened = instead(setting);
      shown = opened;
      page.replace(opened.element);
    }
    if (!experiment) return;
    const made = await show(setting, key, experiment, element);
    if (now !== turn) return made.close();
    shown = made;
    write(page.title, made.title);
    write(page.lead, made.lead);
    if (experiment.draws) page.draw();
    setting.lab.notify('run', 'rows', 'playhead');
  };

  return {
    element,
    open: () => open().catch(fail),
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update: (changes) => shown?.update?.(changes),
    close() {
      turn += 1;
      shown?.close();
    },
  };
}
