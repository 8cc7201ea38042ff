// <eta-lab>: the whole laboratory as one element. Its attributes, which may change at any time:
//
//   run    a run's text, as in the page's address: run="schedule=cosine schedule=constant lr=0.3"; without it the default run
//   lang   en or zh; without it the reader's
//   theme  light, dark or auto (which is the reader's, and the default)
//   hide   parts that the text around it does not need, by the names that stand in hide.js: hide="fields table more network"
//   full   the address of a page that holds this element alone: then it has a link to it, with the run as it stands
//   experiment  one of experiments/list.js: its run, its question and its tasks
//   page   the element is the page itself: it has a headline, a choice of language, the sources (but page="alone", with nothing beside it)
//
// What stands inside the element is shown until the script has come, and where nothing can be trained: a picture and a sentence.
import describe from 'eta:describe';
import { experiments } from '../experiments/experiment-list.js';
import { Lab } from '../lab/lab.js';
import { loadWords, pickLanguage, Words } from '../lib/words.js';
import { joinPool } from '../pool/browser-host.js';
import { QueryClient } from '../pool/query-client.js';
import { Fallback } from '../preview/fallback.js';
import { loadChunk } from '../ui/load-chunk.js';
import { Palette } from '../ui/palette.js';
import { adoptStyles } from '../ui/styles/index.js';
import { Autoplay } from './autoplay.js';
import { Hidden, hideable } from './hide.js';
import { makePanel } from './panel.js';
import { handleShortcut } from './shortcuts.js';

/** @typedef {import('../ui/styles/index.js').Theme} Theme */
/** @typedef {import('../lib/run.js').Problem} Problem */

export class EtaLab extends HTMLElement {
  static observedAttributes = ['run', 'lang', 'theme', 'hide', 'experiment'];

  /** @type {Lab | null} the state, for programs that drive the element */
  lab = null;
  /** What the reader has set about the look; it outlives a change of language. */
  look = { log: false, whole: false, smoothing: 0.9, more: false, network: false };
  /** Resolves with what is wrong with the run that the element came with. @type {Promise<Problem[]>} */
  opened = Promise.resolve([]);
  #setTheme;
  #root;
  #hidden;
  /** @type {Autoplay | null} */
  #debut = null;
  /** What to open when the element comes back, having been moved. @type {string | null} */
  #kept = null;
  /** @type {(ReturnType<typeof makePanel> & { words: Words, palette: Palette }) | null} */
  #panel = null;
  /** @type {{ text: string, problems: Problem[], run: import('../lib/run.js').Run | null } | null} a text that could not be opened, and the run that stayed */
  #refused = null;
  #leave = () => {};
  #loads = 0;
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #sight = new IntersectionObserver((entries) => this.lab?.setVisible(entries[entries.length - 1].isIntersecting));

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    this.#root.append(document.createElement('slot'));
    this.#setTheme = adoptStyles(this.#root);
    this.#hidden = new Hidden(this.#root);
    this.addEventListener('keydown', (event) => this.lab && handleShortcut(event, this.lab));
    for (const act of ['pointerdown', 'keydown']) this.#root.addEventListener(act, () => this.#debut?.onUserInput());
  }

  connectedCallback() {
    const { pool, leave } = joinPool();
    const desks = [new QueryClient(pool), new QueryClient(pool)];
    const lab = new Lab(pool, desks[0], desks[1]);
    lab.visible = false;
    this.lab = lab;
    this.#debut = new Autoplay(lab);
    this.#leave = () => {
      this.#debut?.end();
      lab.close();
      for (const desk of desks) desk.close();
      leave();
    };
    this.#setTheme(this.theme);
    this.#dark.addEventListener('change', this.#relook);
    for (const act of ['beforeprint', 'afterprint']) addEventListener(act, this.#print);
    this.#rebuild();
    pool.ready.catch((error) => lab.fail(error));
    this.opened = this.load(this.#kept ?? this.getAttribute('run') ?? '');
  }

  disconnectedCallback() {
    this.#dark.removeEventListener('change', this.#relook);
    for (const act of ['beforeprint', 'afterprint']) removeEventListener(act, this.#print);
    this.#sight.disconnect();
    this.#panel?.close();
    this.#panel = null;
    this.#kept = this.lab?.run?.text ?? null;
    this.#leave();
    this.lab = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'run') this.#kept = null;
    if (!this.lab) return;
    if (name === 'lang') this.#rebuild();
    if (name === 'hide') this.#hide();
    if (name === 'theme') {
      this.#setTheme(this.theme);
      this.#relook();
    }
    if (name === 'run') this.load(now ?? '');
    if (name === 'experiment') {
      this.#panel?.open();
      this.load('');
    }
  }

  /** @returns {Theme} */
  get theme() {
    const wanted = this.getAttribute('theme');
    return wanted === 'light' || wanted === 'dark' ? wanted : 'auto';
  }

  get isDark() {
    return this.theme === 'auto' ? this.#dark.matches : this.theme === 'dark';
  }

  get language() {
    return pickLanguage(this.getAttribute('lang'), ...navigator.languages);
  }

  /**
   * Opens a run; an empty text is the experiment's, or the default one. A text with problems is shown with them, and the last good run – at first the default one – stays.
   * @param {string} text
   * @returns {Promise<Problem[]>}
   */
  async load(text) {
    const { lab } = this;
    if (!lab) return [];
    const load = ++this.#loads;
    const experiment = text === '' ? experiments[this.getAttribute('experiment') ?? ''] : undefined;
    const wanted = experiment
      ? await experiment().then(
          (module) => module.experiment?.run ?? '',
          () => '',
        )
      : text;
    // Meanwhile something else may have been asked for.
    if (load !== this.#loads) return [];
    const problems = await lab.edit(wanted);
    if (problems && problems.length > 0 && !lab.run) await lab.edit('');
    this.#refused = problems?.length ? { text, problems, run: lab.run } : null;
    if (this.#refused) this.#panel?.refuse(text, this.#refused.problems);
    return problems ?? [];
  }

  #relook = () => this.#panel?.relook();

  /** On paper the charts are as light as the rest, and finer than on the screen. @param {Event} event */
  #print = ({ type }) => {
    const isPrinting = type === 'beforeprint';
    this.#setTheme(isPrinting ? 'light' : this.theme);
    if (this.#panel) this.#panel.palette.isPrinting = isPrinting;
    this.#relook();
    this.lab?.draw();
  };

  #hide() {
    const unknown = this.#hidden.set(this.getAttribute('hide'));
    const { words } = this.#panel ?? {};
    if (words && unknown.length > 0)
      console.warn(words.t('hide.unknown', { names: unknown.join(', '), parts: Object.keys(hideable).join(', ') }));
  }

  #rebuild() {
    this.#build().catch((error) => console.warn(error));
  }

  async #build() {
    const { language } = this;
    // Without its own words it is English; without any, what stands there stays.
    const spoken = await loadWords(language).then(
      () => language,
      () => loadWords('en').then(() => 'en'),
    );
    // Meanwhile it may have been removed, or asked for in another language.
    if (!this.lab || language !== this.language) return;
    this.#panel?.close();
    const words = new Words(spoken);
    const palette = new Palette(this);
    const fallback = new Fallback(this, language);
    /** @type {import('../lab/setting.js').Setting['lazy']} */
    const lazy = async (slot) => /** @type {any} */ (await loadChunk(words, slot, () => import('./lazy-chunk.js')));
    const panel = makePanel({ lab: this.lab, words, describe, palette, fallback, lazy }, this);
    this.#panel = { ...panel, words, palette };
    palette.root = panel.element;
    this.#root.replaceChildren(panel.element);
    this.#sight.disconnect();
    this.#sight.observe(panel.element);
    this.#debut?.observe(panel.element.querySelector('.charts'));
    this.#hide();
    this.lab.notify('run', 'rows', 'playhead', 'playing', 'cursor', 'failed');
    if (this.#refused && this.#refused.run === this.lab.run) this.#panel.refuse(this.#refused.text, this.#refused.problems);
  }
}
