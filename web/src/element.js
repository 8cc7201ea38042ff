// <eta-lab>: the whole laboratory as one element. Attributes: run (a text), lang, theme (auto, light, dark), page (the element is the page).
import describe from 'eta:describe';
import { Look } from './charts/look.js';
import { Desk } from './desk.js';
import { joinPool } from './host.js';
import { handleKey } from './keys.js';
import { Lab } from './lab.js';
import { makePanel } from './panel.js';
import { adoptStyles } from './styles/index.js';
import { pickLanguage, Words } from './words.js';

/** @typedef {import('./styles/index.js').Theme} Theme */
/** @typedef {import('./types.js').Problem} Problem */

export class EtaLab extends HTMLElement {
  static observedAttributes = ['run', 'lang', 'theme'];

  /** @type {Lab | null} the state, for programs that drive the element */
  lab = null;
  /** What the reader has set about the look; it outlives a change of language. */
  look = { log: false, whole: false, smoothing: 0.9, more: false };
  #setTheme;
  #root;
  /** @type {ReturnType<typeof makePanel> | null} */
  #panel = null;
  /** @type {{ text: string, problems: Problem[], run: import('./types.js').Run | null } | null} a text that could not be opened, and the run that stayed */
  #refused = null;
  #leave = () => {};
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #sight = new IntersectionObserver((entries) => this.lab?.see(entries[entries.length - 1].isIntersecting));

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    this.#setTheme = adoptStyles(this.#root);
    this.addEventListener('keydown', (event) => this.lab && handleKey(event, this.lab));
  }

  connectedCallback() {
    const { pool, leave } = joinPool();
    const desks = [new Desk(pool), new Desk(pool)];
    const lab = new Lab(pool, desks[0], desks[1]);
    this.lab = lab;
    this.#leave = () => {
      lab.close();
      for (const desk of desks) desk.close();
      leave();
    };
    this.#setTheme(this.theme);
    this.#dark.addEventListener('change', this.#relook);
    this.#sight.observe(this);
    this.#build();
    pool.ready.catch((error) => lab.fail(error));
    this.load(this.getAttribute('run') ?? '');
  }

  disconnectedCallback() {
    this.#dark.removeEventListener('change', this.#relook);
    this.#sight.disconnect();
    this.#panel?.close();
    this.#panel = null;
    this.#leave();
    this.lab = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.lab || before === now) return;
    if (name === 'lang') this.#build();
    if (name === 'theme') {
      this.#setTheme(this.theme);
      this.#relook();
    }
    if (name === 'run') this.load(now ?? '');
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
   * Opens a run. A text with problems is shown with them, and the last good run – at first the default one – stays.
   * @param {string} text
   * @returns {Promise<Problem[]>}
   */
  async load(text) {
    const { lab } = this;
    if (!lab) return [];
    const problems = await lab.edit(text);
    if (problems && problems.length > 0 && !lab.run) await lab.edit('');
    this.#refused = problems?.length ? { text, problems, run: lab.run } : null;
    if (this.#refused) this.#panel?.refuse(text, this.#refused.problems);
    return problems ?? [];
  }

  #relook = () => this.#panel?.relook();

  #build() {
    if (!this.lab) return;
    this.#panel?.close();
    const words = new Words(this.language);
    this.#panel = makePanel({ lab: this.lab, words, describe, look: new Look(this) }, this);
    this.#root.replaceChildren(this.#panel.element);
    this.lab.tell('run', 'rows', 'shown', 'playing', 'cursor', 'failed');
    if (this.#refused && this.#refused.run === this.lab.run) this.#panel.refuse(this.#refused.text, this.#refused.problems);
  }
}
