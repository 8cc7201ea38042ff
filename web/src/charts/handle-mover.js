// What a pointer, a finger or the arrow keys do with a drag handle. It is fetched when one comes near.

import { DragSession } from '../lab/drag-session.js';
import { editPoints } from '../lab/point-edits.js';
import { reveal } from '../lab/zoom-moves.js';
import { pointKeys } from './drag-handle.js';
import { byKey, byPointer } from './pixel-to-value.js';

/** @typedef {import('./pixel-to-value.js').Frame} Frame */
/** @typedef {import('./pixel-to-value.js').Position} Position */

/** A drag by keys ends this many milliseconds after the last key. */
const patience = 400;

export class HandleMover {
  /** @type {DragSession<Position> | null} */ #dragSession = null;
  /** @type {Position | null} The keys moved it here; the run may not have followed yet. */ #target = null;
  /** @type {{ frame: Frame, left: number, top: number } | null} The axes when a drag began, and the way from the pointer to the handle. */
  #dragStart = null;
  /** @type {string | null} The run had this text before the drag, or before the first key since the handle has the focus. */
  #textBefore = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {import('./drag-handle.js').DragHandle} handle */
  constructor(handle) {
    this.handle = handle;
    this.setting = handle.setting;
    this.chart = handle.chart;
  }

  /** @param {any} event one that the handle has taken */
  act(event) {
    if (event.type === 'pointerdown') this.#startDrag(event);
    else if (event.type === 'pointermove') this.#move(event);
    else if (event.type === 'keydown') this.#key(event);
    else this.#finish();
    if (event.type === 'blur') this.#textBefore = null;
  }

  #ensureSession() {
    const { lab } = this.setting;
    if (!this.handle.named || !lab.run) return null;
    if (!this.#dragSession) {
      const { text } = lab.run;
      const { index } = this.handle.named;
      this.#textBefore ??= text;
      lab.dragSession?.finish();
      this.#dragSession = new DragSession(lab, ({ t, eta }) => lab.drag({ text, handle: index, t, eta }));
      this.handle.hold(true);
    }
    return this.#dragSession;
  }

  /** @param {PointerEvent} event */
  #startDrag(event) {
    const frame = this.chart.frame;
    if (!frame || !this.handle.named) return;
    this.#textBefore = null;
    this.#ensureSession();
    const { t, eta } = this.handle.named.handle;
    const { x, y } = this.chart.pointOf(event);
    this.#dragStart = { frame, left: frame.xAt(t) - x, top: frame.yAt(eta) - y };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#dragStart || !this.handle.named) return;
    const { frame, left, top } = this.#dragStart;
    const { x, y } = this.chart.pointOf(event);
    this.#moveTo(byPointer(this.handle.named.handle, frame, x + left, y + top));
  }

  /** @param {Position} position */
  #moveTo(position) {
    this.#target = position;
    this.#ensureSession()?.moveTo(position);
  }

  #finish() {
    clearTimeout(this.#timer);
    const dragSession = this.#dragSession;
    this.#endDrag();
    dragSession?.finish();
  }

  #endDrag() {
    this.#dragSession = this.#dragStart = this.#target = null;
    this.handle.hold(false);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const frame = this.chart.frame;
    if (!this.handle.named || !frame) return;
    const { handle } = this.handle.named;
    if (event.key === 'Escape' && this.#textBefore !== null) {
      event.preventDefault();
      clearTimeout(this.#timer);
      const [dragSession, textBefore] = [this.#dragSession, this.#textBefore];
      this.#endDrag();
      this.#textBefore = null;
      if (dragSession) dragSession.cancel(textBefore);
      else this.setting.lab.edit(textBefore, 'drag');
      return;
    }
    if (pointKeys.includes(event.key)) return this.#edit(handle, event.key);
    const { lab } = this.setting;
    const position = byKey({ ...handle, ...this.#target }, frame, event, lab.updates);
    if (!position) return;
    clearTimeout(this.#timer);
    this.#moveTo(position);
    reveal(lab, position.t);
    this.#timer = setTimeout(() => this.#finish(), patience);
  }

  /** Adds a point or removes one, after what the keys before have moved. @param {import('../lib/run.js').Handle} handle @param {string} key */
  async #edit(handle, key) {
    this.#finish();
    await this.setting.lab.dragSession?.finish();
    editPoints(this.setting, handle, key);
  }
}
