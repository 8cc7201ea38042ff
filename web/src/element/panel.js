// The inside of the element: headline, controls, charts, table, network; put together here and told of every change once per frame.
import { accuracyFigure } from '../charts/accuracy-figure.js';
import { Figure } from '../charts/figure.js';
import { makeHandles } from '../charts/handles.js';
import { rateFigure } from '../charts/rate-figure.js';
import { makePartRow } from '../charts/zoom-row.js';
import { makeEnds } from '../controls/ends.js';
import { makeFailures } from '../controls/failures.js';
import { makeNetwork } from '../controls/network.js';
import { makeSettings } from '../controls/run-fields.js';
import { makeShare } from '../controls/share.js';
import { makeTable } from '../controls/table.js';
import { makeTransport } from '../controls/transport.js';
import { makeSlot } from '../experiments/experiment-slot.js';
import { ofWhole, openText } from '../lab/edits.js';
import { firstFields } from '../lib/registry-words.js';
import { languages } from '../lib/words.js';
import { makeModelSlot } from '../model/model-slot.js';
import { make, set } from '../ui/dom.js';
import { makeNavigation } from './navigation.js';
import { makeTools } from './tools.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../lab/lab.js').Change} Change */
/** @typedef {import('../lib/run.js').Problem} Problem */

/**
 * @param {Setting} setting
 * @param {import('./element.js').EtaLab} host
 */
export function makePanel(setting, host) {
  const { lab, words } = setting;
  const { look } = host;
  const isPage = host.hasAttribute('page');
  const transport = makeTransport(setting);
  const settings = makeSettings(setting, firstFields);
  const table = makeTable(setting);
  const ends = makeEnds(setting);
  const network = makeNetwork(setting, look);
  const model = makeModelSlot(setting);
  const failures = makeFailures(setting);
  const moreSlot = make('div');
  /** @type {ReturnType<typeof import('../controls/more.js').makeMore> | null} fetched when it is wanted: most visits do without */
  let more = null;
  let closed = false;
  const share = makeShare(setting, host, showKeys);
  const notice = make('div', { class: 'notice', role: 'alert', hidden: true });
  const figures = [
    new Figure(
      setting,
      rateFigure(setting, {
        get log() {
          return look.log;
        },
        setLog: (log) => {
          look.log = log;
          relook();
        },
      }),
    ),
    new Figure(
      setting,
      accuracyFigure(setting, {
        get whole() {
          return look.whole;
        },
        setWhole: (whole) => {
          look.whole = whole;
          relook();
        },
      }),
    ),
  ];
  const handles = makeHandles(setting, figures[0]);
  const part = makePartRow(setting);
  const tools = makeTools(setting, figures[0], handles);
  const title = make('h1', {}, words.t('headline'));
  const lead = make('p', { class: 'lead' }, words.t('lead'));
  const experiment = makeSlot(setting, host, { title, lead, draw: () => tools.draw(), replace });
  const navigation = makeNavigation(words, host);
  /** The run that stayed when another was refused. @type {import('../lib/run.js').Run | null} */
  let kept = null;
  const moreButton = make('button', { type: 'button', class: 'quiet more-button', click: () => openMore(!look.more) });
  const laboratory = make(
    'div',
    { class: 'columns' },
    make(
      'div',
      { class: 'main' },
      notice,
      make(
        'div',
        { class: 'desk' },
        make('div', { class: 'bar', role: 'group', 'aria-label': words.t('controls') }, ...transport.elements),
        make('div', { class: 'fields' }, ...settings.elements),
        settings.problems,
      ),
      make('div', { class: 'charts' }, ...figures.map((figure) => figure.element)),
      part.element,
      tools.element,
      table.element,
      ends.element,
      make('div', { class: 'adder' }, table.add, moreButton),
      table.problems,
      experiment.element,
      moreSlot,
      isPage && failures.element,
    ),
    make('aside', { class: 'side', 'aria-label': words.t('model.aside') }, model.element, network.element),
  );
  const element = make(
    'div',
    { class: 'lab', lang: words.language },
    isPage && makeTop(setting, host, navigation.elements),
    isPage && title,
    isPage && lead,
    laboratory,
    share.element,
  );

  /** Puts what has charts and controls of its own in the laboratory's place. @param {HTMLElement | null} instead */
  function replace(instead) {
    laboratory.nextElementSibling?.matches('.instead') && laboratory.nextElementSibling.remove();
    for (const each of [title, lead, laboratory]) each.hidden = instead !== null;
    if (!instead) return;
    instead.classList.add('instead');
    laboratory.after(instead);
  }
  /** @param {boolean} isOpen */
  function openMore(isOpen) {
    look.more = isOpen;
    moreButton.textContent = `${words.t('more')} ${isOpen ? '▴' : '▾'}`;
    set(moreButton, { 'aria-expanded': String(isOpen) });
    if (more) more.open(isOpen);
    else if (isOpen) loadMore();
  }
  async function loadMore() {
    /** @type {typeof import('../controls/more.js') | null} */
    const parts = await setting.lazy(moreSlot);
    if (more || closed || !parts) return;
    more = parts.makeMore(setting, look);
    moreSlot.replaceWith(more.element);
    more.open(look.more);
  }
  async function showKeys() {
    openMore(true);
    await loadMore();
    more?.keys.focus();
  }
  function relook() {
    setting.palette.forget();
    for (const figure of figures) figure.relook();
    more?.relook();
    model.relook();
    lab.notify('style');
  }
  /** @param {Set<Change>} changes */
  function update(changes) {
    if (changes.has('playing')) transport.update();
    if (changes.has('run')) {
      settings.update();
      network.update();
      if (lab.run !== kept) notice.hidden = true;
    }
    if (lab.failure) {
      notice.replaceChildren(make('p', { class: 'wrong' }, words.t(`failed.${lab.failure}`)));
      notice.hidden = false;
      // Nothing was ever trained: what needs no training stays.
      if (!lab.run) element.querySelector('.columns')?.replaceChildren(make('div', { class: 'main' }, notice, ...setting.fallback.whole()));
    }
    table.update(changes);
    ends.update();
    for (const figure of figures) figure.update(changes);
    handles.update(changes);
    part.update(changes);
    tools.update(changes);
    more?.update(changes);
    model.update();
    failures.update(changes);
    share.update(changes);
    experiment.update(changes);
  }
  openMore(look.more);
  experiment.open();
  navigation.update();
  const unwatch = lab.subscribe(update);

  return {
    element,
    relook,
    /** The experiment that the host names has changed. */
    open() {
      experiment.open();
      navigation.update();
    },
    /** A text that did not come from a field, to be mended where it is wrong. @param {string} text @param {Problem[]} problems */
    async refuse(text, problems) {
      kept = lab.run;
      /** @type {typeof import('../controls/source.js') | null} */
      const parts = await setting.lazy(notice);
      if (lab.run !== kept || !parts) return;
      const source = parts.makeSource({ label: words.t('run.text'), words, commit: (mended) => openText(lab, mended) });
      source.refuse(text, problems.map(ofWhole));
      notice.replaceChildren(make('p', {}, words.t('refused')), source.element);
      notice.hidden = false;
    },
    close() {
      unwatch();
      for (const figure of figures) figure.close();
      part.close();
      tools.close();
      closed = true;
      more?.close();
      experiment.close();
      model.close();
    },
  };
}

/**
 * The name, the other language, light or dark.
 * @param {Setting} setting
 * @param {import('./element.js').EtaLab} host
 * @param {Node[]} places
 */
function makeTop({ words }, host, places) {
  const others = Object.entries(languages).filter(([language]) => language !== words.language);
  return make(
    'header',
    { class: 'top' },
    make('span', { class: 'brand' }, make('i', {}, 'η'), 'Lab'),
    make(
      'nav',
      { 'aria-label': words.t('top') },
      ...places,
      ...others.map(([language, { name }]) =>
        make('button', { type: 'button', class: 'quiet language', lang: language, click: () => host.setAttribute('lang', language) }, name),
      ),
      make(
        'button',
        {
          type: 'button',
          class: 'quiet theme',
          title: words.t('theme'),
          'aria-label': words.t('theme'),
          click: () => host.setAttribute('theme', host.isDark ? 'light' : 'dark'),
        },
        '◐',
      ),
    ),
  );
}
