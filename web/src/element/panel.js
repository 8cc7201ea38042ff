// The panel assembles the element's components: headline, controls, charts, table, network. It updates them once per frame.
import { accuracyFigure } from '../charts/accuracy-figure.js';
import { Figure } from '../charts/figure.js';
import { makeHandles } from '../charts/handles.js';
import { rateFigure } from '../charts/rate-figure.js';
import { makeZoomRow } from '../charts/zoom-row.js';
import { makeFailures } from '../controls/failures.js';
import { makeNetwork } from '../controls/network.js';
import { makeSettings } from '../controls/run-fields.js';
import { makeShare } from '../controls/share.js';
import { makeTable } from '../controls/table.js';
import { makeTransport } from '../controls/transport.js';
import { makeUndo } from '../controls/undo.js';
import { makeExperimentSlot } from '../experiments/experiment-slot.js';
import { makeModelSlot } from '../model/model-slot.js';
import { make, set } from '../ui/dom.js';
import { loadChunk } from '../ui/load-chunk.js';
import { makeFault } from './fault.js';
import { makeNavigation } from './navigation.js';
import { makeTools } from './tools.js';
import { makeTop } from './top.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../lab/lab.js').Change} Change */
/** @typedef {import('../lib/run.js').Problem} Problem */

/** The run's keys that have a field at first. */
const firstFields = ['lr', 'steps', 'epochs', 'batch', 'seed'];

/**
 * @param {Setting} setting
 * @param {import('./element.js').EtaLab} etaLab
 */
export function makePanel(setting, etaLab) {
  const { lab, words } = setting;
  const { display } = etaLab;
  const isPage = etaLab.hasAttribute('page');
  const transport = makeTransport(setting);
  const settings = makeSettings(setting, firstFields);
  const table = makeTable(setting);
  const endsSlot = make('div');
  /** @type {import('../ui/component.js').Component | null} loaded when a rule may end a racer or lower its rate */
  let ends = null;
  const network = makeNetwork(setting, display);
  const model = makeModelSlot(setting);
  const failures = makeFailures(setting);
  const moreSlot = make('div');
  /** @type {ReturnType<typeof import('../controls/more.js').makeMore> | null} loaded when the reader opens it, as most visits do not */
  let more = null;
  let closed = false;
  const share = makeShare(setting, etaLab);
  const notice = make('div', { class: 'notice', role: 'alert', hidden: true });
  const figures = [
    new Figure(
      setting,
      rateFigure(setting, {
        get log() {
          return display.log;
        },
        setLog,
      }),
    ),
    new Figure(
      setting,
      accuracyFigure(setting, {
        get whole() {
          return display.whole;
        },
        setWhole: (whole) => {
          display.whole = whole;
          restyle();
        },
      }),
    ),
  ];
  /** What keys act on. */
  let shownLab = lab;
  const handles = makeHandles(setting, figures[0]);
  const undo = makeUndo(setting);
  const zoomRow = makeZoomRow(setting);
  const tools = makeTools(setting, figures[0], handles);
  const title = make('h1', {}, words.t('headline'));
  const lead = make('p', { class: 'lead' }, words.t('lead'));
  const experiment = makeExperimentSlot(setting, etaLab, { title, lead, draw: (on) => tools.draw(on), setLog, replaceAccuracy, replace });
  const charts = make('div', { class: 'charts' }, ...figures.map((figure) => figure.element));
  /** @type {(() => void) | undefined} */
  let release;
  const keepInView = () =>
    import('./charts-view.js')
      .then((chunk) => {
        if (!closed)
          release ??= chunk.keepInView(lab, /** @type {HTMLElement} */ (charts.parentElement), [experiment.element, failures.element]);
      })
      .catch(() => {});
  const navigation = makeNavigation(words, etaLab);
  /** @type {import('../lib/run.js').Run | null} The run that stayed when a text was refused. */
  let runBeforeRefusal = null;
  const moreButton = make('button', { type: 'button', class: 'quiet more-button', click: () => openMore(!display.more) });
  const laboratory = make(
    'div',
    { class: 'columns' },
    notice,
    make(
      'div',
      { class: 'control-area' },
      make('div', { class: 'bar', role: 'group', 'aria-label': words.t('controls') }, ...transport.elements),
      make('div', { class: 'fields' }, ...settings.elements),
      ...settings.problems,
    ),
    make(
      'div',
      { class: 'main' },
      charts,
      make('div', { class: 'below' }, tools.element, make('div', { class: 'line' }, undo.element, zoomRow.element)),
      table.element,
      endsSlot,
      make('div', { class: 'adder' }, table.add, moreButton),
      table.problems,
      experiment.element,
      moreSlot,
      isPage && failures.element,
    ),
    // An article with several elements would have several landmarks of one name.
    make(
      isPage ? 'aside' : 'div',
      { class: 'side', role: isPage ? null : 'group', 'aria-label': words.t('model.aside') },
      model.element,
      network.element,
    ),
  );
  const fault = makeFault(setting, laboratory);
  const element = make(
    'div',
    { class: 'lab', lang: words.language },
    isPage && makeTop(setting, etaLab, navigation.elements),
    isPage && title,
    isPage && lead,
    fault.element,
    laboratory,
    share.element,
  );

  /**
   * Shows something else instead of the laboratory; null shows the laboratory again.
   * @param {import('../experiments/experiment.js').Opened | null} replacement
   */
  function replace(replacement) {
    laboratory.nextElementSibling?.matches('.instead') && laboratory.nextElementSibling.remove();
    for (const each of [title, lead, laboratory]) each.hidden = replacement !== null;
    shownLab = replacement?.lab ?? lab;
    if (!replacement) return;
    replacement.element.classList.add('instead');
    laboratory.after(replacement.element);
  }
  /** Shows an experiment's figure in place of the accuracy; null shows the accuracy. @param {HTMLElement | null} figure */
  function replaceAccuracy(figure) {
    const { element: accuracy } = figures[1];
    accuracy.hidden = figure !== null;
    if (figure) accuracy.after(figure);
  }
  /** @param {boolean} log */
  function setLog(log) {
    display.log = log;
    const control = figures[0].element.querySelector('input');
    if (control) control.checked = log;
    restyle();
  }
  /** @param {boolean} isOpen */
  function openMore(isOpen) {
    display.more = isOpen;
    moreButton.textContent = `${words.t('more')} ${isOpen ? '▴' : '▾'}`;
    set(moreButton, { 'aria-expanded': String(isOpen) });
    if (more) more.open(isOpen);
    else if (isOpen) loadMore();
  }
  async function loadMore() {
    const chunk = await loadChunk(words, moreSlot, () => import('../controls/more.js'));
    if (more || closed) return;
    more = chunk.makeMore(setting, display);
    moreSlot.replaceWith(more.element);
    more.open(display.more);
  }
  async function loadEnds() {
    const chunk = await loadChunk(words, endsSlot, () => import('../controls/ends.js'));
    if (ends || closed || !chunk) return;
    ends = chunk.makeEnds(setting);
    endsSlot.replaceChildren(ends.element);
    ends.update(new Set());
  }
  function restyle() {
    setting.palette.forget();
    for (const figure of figures) figure.restyle();
    more?.restyle();
    model.restyle();
    lab.notify('style');
  }
  /** @param {Set<Change>} changes */
  function update(changes) {
    if (changes.has('playing')) transport.update();
    if (changes.has('run')) {
      settings.update();
      network.update(changes);
      if (!ends && lab.run?.racers.some(({ stop, listens }) => stop !== 'none' || listens)) loadEnds();
      if (lab.run !== runBeforeRefusal) notice.hidden = true;
    }
    fault.update();
    table.update(changes);
    ends?.update(changes);
    for (const figure of figures) figure.update(changes);
    handles.update(changes);
    if (changes.has('history')) etaLab.showExperiment(lab.history.experiment);
    undo.update(changes);
    zoomRow.update(changes);
    tools.update(changes);
    more?.update(changes);
    model.update();
    failures.update(changes);
    share.update(changes);
    experiment.update(changes);
  }
  addEventListener('scroll', keepInView, { capture: true, once: true });
  laboratory.addEventListener('pointerover', keepInView, { once: true });
  openMore(display.more);
  experiment.open();
  navigation.update();
  const unsubscribe = lab.subscribe(update);

  return {
    element,
    restyle,
    shownLab: () => shownLab,
    /** What is not shown is not undone. @param {number} by */
    travel: (by) => shownLab === lab && undo.go(by),
    /** Opens the experiment that the element's attribute names now. */
    open() {
      experiment.open();
      navigation.update();
    },
    /** Shows a text that was refused, as from an address, in an editor of its own. @param {string} text @param {Problem[]} problems */
    async refuse(text, problems) {
      runBeforeRefusal = lab.run;
      const load = () => Promise.all([import('../controls/source.js'), import('../lab/edits.js')]);
      const [{ makeSource }, { ofWhole, openText }] = await loadChunk(words, notice, load);
      if (lab.run !== runBeforeRefusal) return;
      const source = makeSource({ label: words.t('run.text'), words, commit: (edited) => openText(lab, edited) });
      source.refuse(text, problems.map(ofWhole));
      notice.replaceChildren(make('p', {}, words.t('refused')), source.element);
      notice.hidden = false;
    },
    close() {
      unsubscribe();
      removeEventListener('scroll', keepInView, { capture: true });
      for (const figure of figures) figure.close();
      fault.close();
      release?.();
      zoomRow.close();
      tools.close();
      closed = true;
      more?.close();
      experiment.close();
      model.close();
    },
  };
}
