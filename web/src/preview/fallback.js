// What an element shows before it can train, and where it never can: what stands inside it, or the picture that the script carries.
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

  /** The picture is of the default run, and of no other. */
  get #isDefault() {
    return !this.#host.lab?.run && !this.#host.getAttribute('run');
  }

  /** @returns {Element[]} figures and table */
  #carried() {
    return this.#isDefault ? (pictures?.[this.#language] ?? []).map((node) => /** @type {Element} */ (grow(node))) : [];
  }

  /** How many racers there will be, as far as can be told before the run is read. */
  get racers() {
    return this.#isDefault ? 3 : Math.max(1, (this.#host.getAttribute('run') ?? '').split('schedule=').length - 1);
  }

  /** What stands in a chart's place until it is drawn. @param {string} key @returns {Element | null} */
  drawing(key) {
    if (!this.#isDefault) return null;
    const own = this.#host.querySelector(`:lang(${this.#language}) > .picture.${key} .drawing`);
    const carried = () =>
      this.#carried()
        .find((element) => element.matches(`.${key}`))
        ?.querySelector('.drawing');
    return /** @type {Element | null} */ (own?.cloneNode(true)) ?? carried() ?? null;
  }

  /** What stays when nothing can be trained. @returns {Element[]} */
  whole() {
    return this.#host.childElementCount > 0 ? [document.createElement('slot')] : this.#carried();
  }
}
