// A drag handle is a slider over the chart, which a pointer, a finger or the arrow keys move.

import { DragSession } from '../lab/drag-session.js';
import { reveal } from '../lab/zoom.js';
import { formatNumber } from '../lib/format.js';
import { make, set, write } from '../ui/dom.js';
import { byKey, byPointer, endRate } from './pixel-to-value.js';

/** @typedef {import('./pixel-to-value.js').Frame} Frame */
/** @typedef {import('./pixel-to-value.js').Position} Position */

/** A drag by keys ends this many milliseconds after the last key. */
const patience = 400;

/** Gives a handle's place on the chart: at the edge where its update or its rate is beyond. @param {Position} handle @param {Frame} frame */
export const placeOf = ({ t, eta }, { left, top, width, height, xAt, yAt }) => ({
  x: Math.max(left, Math.min(left + width, xAt(t))),
  y: Math.max(top, Math.min(top + height, yAt(eta))),
});

export class DragHandle {
  /** @type {import('./handles.js').Named | null} */ #named = null;
  /** @type {DragSession<Position> | null} */ #dragSession = null;
  /** @type {Position | null} The keys moved it here; the run may not have followed yet. */ #target = null;
  /** @type {{ frame: Frame, left: number, top: number } | null} The axes when a drag began, and the way from the pointer to the handle. */
  #dragStart = null;
  /** @type {string | null} The run had this text before the drag, or before the first key since the handle has the focus. */
  #textBefore = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {import('../lab/setting.js').Setting} setting @param {import('./chart.js').Chart} chart */
  constructor(setting, chart) {
    this.setting = setting;
    this.chart = chart;
    this.tip = make('span', { class: 'tip', 'aria-hidden': 'true' });
    this.element = make(
      'div',
      {
        role: 'slider',
        tabindex: 0,
        pointerdown: (event) => this.#startDrag(event),
        pointermove: (event) => this.#move(event),
        pointerup: () => this.#finish(),
        pointercancel: () => this.#finish(),
        keydown: (event) => this.#key(event),
        blur: () => {
          this.#finish();
          this.#textBefore = null;
        },
      },
      this.tip,
    );
  }

  get isDragged() {
    return this.#dragSession !== null;
  }

  /**
   * @param {import('./handles.js').Named} named
   * @param {Frame} frame
   * @param {{ dx: number, dy: number }} [move] from its place
   */
  show(named, frame, { dx, dy } = { dx: 0, dy: 0 }) {
    this.#named = named;
    const { handle, name, classes } = named;
    const { words } = this.setting;
    // A handle that is dragged or has the focus stays visible, at the edge if its update is outside.
    this.element.hidden = (handle.t < frame.xMin || handle.t > frame.xMax) && !this.isDragged && !this.element.matches(':focus');
    const { x, y } = placeOf(handle, frame);
    this.element.style.transform = `translate(${x + dx}px, ${y + dy}px)`;
    const moves = `${handle.moves_t ? ' along-t' : ''}${handle.moves_eta ? ' along-eta' : ''}`;
    const side = x > frame.left + frame.width * 0.6 ? ' flip' : '';
    set(this.element, { class: `knob ${classes}${moves}${side}${this.isDragged ? ' held' : ''}` });
    const rate = formatNumber(handle.eta, { language: words.language });
    const update = String(Math.round(handle.t));
    const text = handle.moves_t
      ? words.t(handle.moves_eta ? 'handle.at' : 'handle.at_update', { update, rate })
      : words.t('handle.at_rate', { rate });
    const now = handle.moves_eta ? handle.eta : handle.t;
    const max = handle.moves_eta ? endRate(handle.eta) : this.setting.lab.updates;
    const attributes = { 'aria-label': name, 'aria-valuemin': 0, 'aria-valuemax': max, 'aria-valuenow': now, 'aria-valuetext': text };
    for (const [key, value] of Object.entries(attributes)) {
      if (this.element.getAttribute(key) !== String(value)) this.element.setAttribute(key, String(value));
    }
    write(this.tip, handle.path === 'lr' ? `η₀ = ${rate}` : text);
  }

  #ensureSession() {
    const { lab } = this.setting;
    if (!this.#named || !lab.run) return null;
    if (!this.#dragSession) {
      const { text } = lab.run;
      const { index } = this.#named;
      this.#textBefore ??= text;
      lab.dragSession?.finish();
      this.#dragSession = new DragSession(lab, ({ t, eta }) => lab.drag({ text, handle: index, t, eta }));
      this.element.classList.add('held');
    }
    return this.#dragSession;
  }

  /** @param {PointerEvent} event */
  #startDrag(event) {
    const frame = this.chart.frame;
    if (event.button !== 0 || !frame || !this.#named) return;
    event.preventDefault();
    this.element.focus();
    this.#textBefore = null;
    this.#ensureSession();
    this.element.setPointerCapture(event.pointerId);
    const { t, eta } = this.#named.handle;
    const { x, y } = this.chart.pointOf(event);
    this.#dragStart = { frame, left: frame.xAt(t) - x, top: frame.yAt(eta) - y };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#dragStart || !this.#named) return;
    const { frame, left, top } = this.#dragStart;
    const { x, y } = this.chart.pointOf(event);
    this.#moveTo(byPointer(this.#named.handle, frame, x + left, y + top));
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
    this.element.classList.remove('held');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const frame = this.chart.frame;
    if (!this.#named || !frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const { handle } = this.#named;
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
    if (/^schedule\.at\./.test(handle.path) && ['+', 'Insert', 'Delete', 'Backspace'].includes(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      this.#edit(handle, event.key);
      return;
    }
    const { lab } = this.setting;
    const position = byKey({ ...handle, ...this.#target }, frame, event, lab.updates);
    if (!position) return;
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(this.#timer);
    this.#moveTo(position);
    reveal(lab, position.t);
    this.#timer = setTimeout(() => this.#finish(), patience);
  }

  /** Adds a point or removes one, after what the keys before have moved. @param {import('../lib/run.js').Handle} handle @param {string} key */
  async #edit(handle, key) {
    this.#finish();
    const [chunk] = await Promise.all([import('../lab/point-edits.js').catch(() => null), this.setting.lab.dragSession?.finish()]);
    chunk?.editPoints(this.setting, handle, key);
  }
}
