// The fallback is what an element shows before it can train, or if it cannot: its children, or the picture in the script.
import pictures from 'eta:picture';
import { grow } from '../ui/markup.js';

export class Fallback {
  #host;
  #language;

  /** @param {HTMLElement & { lab: import('../lab/lab.js').Lab | null }} host @param {string} language */
  constructor(host, language) {
    this.#host = host;
    this.#language = language;
  }

  /** The picture shows the default run only. */
  get #isDefault() {
    return !this.#host.lab?.run && !this.#host.getAttribute('run');
  }

  /** @returns {Element[]} figures and table */
  #carried() {
    return this.#isDefault ? (pictures?.[this.#language] ?? []).map((node) => /** @type {Element} */ (grow(node))) : [];
  }

  /** It estimates the number of racers until the run has been read. */
  get racers() {
    return this.#isDefault ? 3 : Math.max(1, (this.#host.getAttribute('run') ?? '').split('schedule=').length - 1);
  }

  /** Gives the drawing that replaces a chart until that is drawn. @param {string} key @returns {Element | null} */
  drawing(key) {
    if (!this.#isDefault) return null;
    const own = this.#host.querySelector(`:lang(${this.#language}) > .picture.${key} .drawing`);
    const carried = () =>
      this.#carried()
        .find((element) => element.matches(`.${key}`))
        ?.querySelector('.drawing');
    return /** @type {Element | null} */ (own?.cloneNode(true)) ?? carried() ?? null;
  }

  /** Gives the elements that are shown when nothing can be trained. @returns {Element[]} */
  whole() {
    return this.#host.childElementCount > 0 ? [document.createElement('slot')] : this.#carried();
  }
}
