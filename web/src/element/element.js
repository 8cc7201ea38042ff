// <eta-lab> is the whole laboratory as one element. Its attributes may change at any time:
//
//   run    a run's text, as in the page's address: run="lr=0.3 schedule=cosine schedule=constant"; without it the default run
//   lang   a language of web/words; without it the reader's
//   theme  light, dark or auto (the default), which is that of the page around it, or the reader's where that has none
//   show   the sets of parts that the text around it needs: charts, table, all (the default): show="charts table"
//   hide   parts that it does not need, by their names in hide.js: hide="handles csv"
//   full   the address of a page that holds this element alone: then the element has a link to it, with the current run
//   experiment  one of experiments/list.js: its run, its question and its tasks
//   page   the element is the page itself: it has a headline, a choice of language, the sources (but page="alone", with nothing beside it)
//
// The element's children, a picture and a sentence, are shown until the script has loaded, and where nothing can be trained.
import describe from 'eta:describe';
import { runOf } from '../experiments/experiment-list.js';
import { EditHistory } from '../lab/edit-history.js';
import { Lab } from '../lab/lab.js';
import { loadWordsOrBase, pickLanguage, Words } from '../lib/words.js';
import { joinPool } from '../pool/browser-host.js';
import { QueryClient } from '../pool/query-client.js';
import { Fallback } from '../preview/fallback.js';
import { make, write } from '../ui/dom.js';
import { makeFailure } from '../ui/load-failure.js';
import { Palette } from '../ui/palette.js';
import { adoptStyles } from '../ui/styles/index.js';
import { Autoplay } from './autoplay.js';
import { listenToKeys } from './keys.js';
import { makePanel } from './panel.js';
import { isSupported, plainFailure, unsupported, wordless } from './support.js';

/** @typedef {import('../ui/styles/index.js').Theme} Theme */
/** @typedef {import('../lib/run.js').Problem} Problem */

export class EtaLab extends HTMLElement {
  /** An empty text opens this run. */
  static defaultRun = `preset=${describe.keys.find(({ key }) => key === 'preset')?.initial}`;
  static observedAttributes = ['run', 'lang', 'theme', 'show', 'hide', 'experiment'];

  /** @type {Lab | null} The state, for programs that control the element. */
  lab = null;
  /** The reader's display settings, which survive a change of language. */
  display = { log: false, whole: false, smoothing: 0.9, more: false, network: false };
  /** @type {Promise<Problem[]>} Resolves with the problems of the run that the element was created with. */
  opened = Promise.resolve([]);
  #setTheme;
  #root;
  /** @type {import('./hide.js').Hidden | null} Most elements hide nothing. */
  #hidden = null;
  /** @type {'light' | 'dark' | 'auto'} The theme of the page around it; the page itself has its reader's. */
  #hostTheme = 'auto';
  /** @type {Autoplay | null} */
  #autoplay = null;
  /** @type {string | null} The run to open when the element is connected again, after it was moved. */
  #savedText = null;
  /** @type {(ReturnType<typeof makePanel> & { setting: import('../lab/setting.js').Setting, palette: Palette }) | null} */
  #panel = null;
  /**
   * It holds a text with problems, and the run that stayed.
   * @type {{ text: string, problems: Problem[], run: import('../lib/run.js').Run | null } | null}
   */
  #refused = null;
  #history = new EditHistory();
  #leave = () => {};
  #paper = (/** @type {string} */ _type) => {};
  /** @type {HTMLElement | null} The sentence that says that words are missing. */
  #missingWords = null;
  #unfollow = () => {};
  #lastLoad = 0;
  #dark = matchMedia('(prefers-color-scheme: dark)');
  /** @type {MediaQueryList | undefined} It changes when the screen's density does, or the page is zoomed. */
  #density;
  #visibility = new IntersectionObserver((entries) => this.lab?.setVisible(entries[entries.length - 1].isIntersecting));

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    this.#root.append(document.createElement('slot'));
    this.#setTheme = adoptStyles(this.#root);
    listenToKeys(this, () => this.#panel);
    for (const act of ['pointerdown', 'keydown']) this.#root.addEventListener(act, () => this.#autoplay?.onUserInput());
    // What is typed until a control is left is one gesture.
    for (const act of ['focusout', 'change', 'click']) this.#root.addEventListener(act, () => this.#history.seal());
  }

  connectedCallback() {
    if (!isSupported()) {
      console.error(unsupported);
      return this.#root.append(plainFailure(unsupported, null));
    }
    const { pool, leave } = joinPool();
    const queryClients = [new QueryClient(pool), new QueryClient(pool)];
    const lab = new Lab(pool, queryClients[0], queryClients[1]);
    lab.visible = false;
    lab.history = this.#history;
    this.lab = lab;
    this.#autoplay = new Autoplay(lab);
    this.#leave = () => {
      this.#unfollow();
      this.#autoplay?.end();
      lab.close();
      for (const queryClient of queryClients) queryClient.close();
      leave();
    };
    this.#restyle();
    this.#followHost(lab).catch((error) => console.warn(error));
    this.#dark.addEventListener('change', this.#restyle);
    this.#followDensity();
    for (const act of ['beforeprint', 'afterprint']) addEventListener(act, this.#print);
    this.#rebuild();
    pool.ready.catch((error) => lab.fail(error));
    this.opened = this.load(this.#savedText ?? this.getAttribute('run') ?? '');
  }

  disconnectedCallback() {
    this.#dark.removeEventListener('change', this.#restyle);
    this.#density?.removeEventListener('change', this.#followDensity);
    for (const act of ['beforeprint', 'afterprint']) removeEventListener(act, this.#print);
    this.#visibility.disconnect();
    this.#panel?.close();
    this.#panel = null;
    this.#savedText = this.lab?.run?.text ?? null;
    this.#leave();
    this.lab = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'run') this.#savedText = null;
    if (!this.lab) return;
    if (name === 'lang') this.#rebuild();
    if (name === 'hide' || name === 'show') this.#hide();
    if (name === 'theme') this.#restyle();
    if (name === 'run') this.load(now ?? '');
    if (name === 'experiment') {
      this.#panel?.open();
      // An undone gesture brings its run itself.
      if ((now ?? '') !== this.#history.experiment) this.load('');
    }
  }

  /** @returns {Theme} */
  get theme() {
    const theme = this.getAttribute('theme');
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  }

  get isDark() {
    const theme = this.#shownTheme;
    return theme === 'auto' ? this.#dark.matches : theme === 'dark';
  }

  get #shownTheme() {
    return this.theme === 'auto' ? this.#hostTheme : this.theme;
  }

  get language() {
    return pickLanguage(this.getAttribute('lang'), ...navigator.languages);
  }

  /**
   * Opens a run; an empty text opens the experiment's run, or the default one. A text with problems is shown with them, and the last good
   * run stays; at first that is the default run.
   * @param {string} text
   * @returns {Promise<Problem[]>}
   */
  async load(text) {
    const { lab } = this;
    if (!lab) return [];
    const load = ++this.#lastLoad;
    const key = this.getAttribute('experiment') ?? '';
    const runText = text || (await runOf(key));
    // Another run may have been opened in the meantime.
    if (load !== this.#lastLoad) return [];
    // Another run than the default one may need all of the module.
    if (runText !== '') lab.pool.fetchAhead();
    const kind = key === this.#history.experiment ? 'load' : 'experiment';
    this.#history.experiment = key;
    const problems = await lab.edit(runText, kind);
    if (problems && problems.length > 0 && !lab.run) await lab.edit('', 'load');
    this.#refused = problems?.length ? { text, problems, run: lab.run } : null;
    if (this.#refused) this.#panel?.refuse(text, this.#refused.problems);
    return problems ?? [];
  }

  /** Opens the experiment that an undone gesture left, without its run. @param {string} key */
  showExperiment(key) {
    if (key === '') this.removeAttribute('experiment');
    else this.setAttribute('experiment', key);
  }

  #restyle = () => {
    this.#setTheme(this.#panel?.palette.isPrinting ? 'light' : this.#shownTheme);
    this.#panel?.restyle();
  };

  #followDensity = () => {
    this.#restyle();
    this.#density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#density.addEventListener('change', this.#followDensity, { once: true });
  };

  /** Printed charts have the light theme and a higher resolution. @param {Event} event */
  #print = ({ type }) => {
    if (this.#panel) this.#panel.palette.isPrinting = type === 'beforeprint';
    this.#restyle();
    this.lab?.draw();
    this.#paper(type);
  };

  /** Follows the theme of the page around it until it is removed. @param {Lab} lab */
  async #followHost(lab) {
    if (this.hasAttribute('page')) return;
    const { followHost } = await import('./host-theme.js');
    if (this.lab !== lab) return;
    this.#unfollow = followHost(this, (theme) => {
      this.#hostTheme = theme;
      this.#restyle();
    });
  }

  #hide() {
    this.#applyHide().catch((error) => console.warn(error));
  }

  /** Applies `show` and `hide`. */
  async #applyHide() {
    const panel = this.#panel;
    const [show, hide] = ['show', 'hide'].map((name) => this.getAttribute(name));
    if (!panel || !(this.#hidden || show || hide)) return;
    const { Hidden } = await import('./hide.js');
    if (panel !== this.#panel) return;
    this.#hidden ??= new Hidden(this.#root);
    this.#hidden.set(panel.element, panel.setting, { show: this.getAttribute('show'), hide: this.getAttribute('hide') });
  }

  #notifyAll() {
    this.lab?.notify('run', 'rows', 'playhead', 'playing', 'cursor', 'failed');
  }

  /** @param {boolean} [isAgain] whether its words have failed to load */
  #rebuild(isAgain = false) {
    this.#missingWords?.remove();
    this.#missingWords = null;
    this.#build(isAgain).catch((error) => {
      console.warn(error);
      if (!this.#panel) this.#root.append(this.#retried((retry) => plainFailure(wordless, retry)));
    });
  }

  /** Shows what says that words are missing; its button and the network's return ask for them again. @param {(retry: () => void) => HTMLElement} make */
  #retried(make) {
    const retry = () => this.#missingWords === note && this.#rebuild(true);
    const note = make(retry);
    addEventListener('online', retry, { once: true });
    this.#missingWords = note;
    return note;
  }

  /** @param {boolean} isAgain */
  async #build(isAgain) {
    const { language } = this;
    const { loaded, missing } = await loadWordsOrBase(language, isAgain);
    // What hides parts is there before they are, so that nothing flashes.
    if (this.hasAttribute('show') || this.hasAttribute('hide')) await import('./hide.js').catch(() => {});
    // The element may have been removed, or its language changed, in the meantime.
    if (!this.lab || language !== this.language) return;
    this.#panel?.close();
    const words = new Words(loaded, () => this.#notifyAll());
    const palette = new Palette(this);
    const fallback = new Fallback(this, language);
    const status = make('p', { class: 'unseen', role: 'status' });
    // A sentence that is said twice is announced twice: a space more makes it another text.
    const say = (/** @type {string} */ sentence) => write(status, status.textContent === sentence ? `${sentence}\u00a0` : sentence);
    const setting = { lab: this.lab, words, describe, palette, fallback, say };
    const panel = makePanel(setting, this);
    panel.element.append(status);
    if (missing) panel.element.prepend(this.#retried((retry) => makeFailure(words, missing, retry)));
    this.#panel = { ...panel, setting, palette };
    palette.root = panel.element;
    this.#root.replaceChildren(panel.element);
    this.#visibility.disconnect();
    this.#visibility.observe(panel.element);
    this.#autoplay?.observe(panel.element.querySelector('.charts'));
    this.#hide();
    this.#notifyAll();
    if (!this.hasAttribute('page'))
      import('./in-article.js')
        .then(async ({ warnIfUnclosed, makePaper }) => {
          warnIfUnclosed(this, words);
          const paper = await makePaper(this, panel.element, setting);
          if (this.#panel?.element === panel.element) this.#paper = paper;
        })
        .catch(() => {});
    if (this.#refused && this.#refused.run === this.lab.run) this.#panel.refuse(this.#refused.text, this.#refused.problems);
  }
}
