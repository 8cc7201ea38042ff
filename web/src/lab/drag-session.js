// Something in the reader's hand, such as a handle: every position it comes to is a run. The newest wins, and the last is never lost.
import { extentOf } from './rate-curve.js';

/** @template Position */
export class DragSession {
  /** @type {Position | null} */ #target = null;
  /** @type {Promise<void> | null} */ #work = null;
  #goTo;

  /**
   * @param {import('./lab.js').Lab} lab with a run
   * @param {(position: Position) => Promise<unknown>} goTo gives the lab the run as it is to be at a position
   */
  constructor(lab, goTo) {
    this.lab = lab;
    this.#goTo = goTo;
    /** The run when it was taken in the hand. */
    this.text = lab.run?.text ?? '';
    /** What the axis covered then: it may grow in the meantime but not shrink away under the hand. */
    this.extent = extentOf(lab.curves);
    lab.dragSession = this;
  }

  /** @param {Position} position */
  moveTo(position) {
    this.#target = position;
    this.#work ??= this.#follow();
  }

  /** Comes to rest at the last position. */
  async finish() {
    await this.#work;
    this.#release();
  }

  /** Everything as it was, or as it was even before. @param {string} [text] */
  async cancel(text = this.text) {
    this.#target = null;
    await this.#work;
    if (this.lab.dragSession === this) await this.lab.edit(text);
    this.#release();
  }

  #release() {
    if (this.lab.dragSession !== this) return;
    this.lab.dragSession = null;
    this.lab.notify('run');
  }

  async #follow() {
    try {
      while (this.#target !== null && this.lab.dragSession === this) {
        const position = this.#target;
        this.#target = null;
        await this.#goTo(position);
        // More than one a frame would not be seen.
        await new Promise((frame) => requestAnimationFrame(frame));
      }
    } catch (error) {
      this.lab.fail(/** @type {any} */ (error));
    }
    this.#work = null;
  }
}
