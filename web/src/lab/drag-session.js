// A drag session lasts while the reader drags a handle, for example. Every position is a run; newer ones replace older ones, and the last
// is always applied.
import { extentOf } from './rate-curve.js';

/** @template Position */
export class DragSession {
  /** @type {Position | null} */ #target = null;
  /** @type {Promise<void> | null} */ #work = null;
  /** @type {import('./edit-history.js').Gesture | undefined} */ gesture;
  #goTo;

  /**
   * @param {import('./lab.js').Lab} lab with a run
   * @param {(position: Position) => Promise<unknown>} goTo opens the run of a position in the lab
   */
  constructor(lab, goTo) {
    this.lab = lab;
    this.#goTo = goTo;
    /** The run had this text when the drag started. */
    this.text = lab.run?.text ?? '';
    /** The curves had this extent since the drag started: during a drag the axis may grow but not shrink. */
    this.extent = extentOf(lab.curves);
    lab.dragSession = this;
  }

  /** @param {Position} position */
  moveTo(position) {
    this.#target = position;
    this.#work ??= this.#follow();
  }

  /** Ends the drag after the last position has been applied. */
  async finish() {
    await this.#work;
    this.#release();
  }

  /** Ends the drag and opens the run from its start, or another one. @param {string} [text] */
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
        this.extent = extentOf(this.lab.curves, this.extent);
        // More than one run per frame would not be visible.
        await new Promise((frame) => requestAnimationFrame(frame));
      }
    } catch (error) {
      this.lab.fail(/** @type {any} */ (error));
    }
    this.#work = null;
  }
}
