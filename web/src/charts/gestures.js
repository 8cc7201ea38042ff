// Gestures zoom and pan the charts. A range dragged with the mouse or a pen, two fingers, and the wheel with ctrl (a pinch on a trackpad
// sends it, too) zoom; one finger and the wheel sideways pan a zoomed chart; a double click shows the whole run.

import { keepCursor } from '../lab/keep-cursor.js';
import { setZoom, visibleRange } from '../lab/zoom.js';
import { pan, zoomBy } from '../lab/zoom-moves.js';
import { make } from '../ui/dom.js';
import { moveCursor } from './cursor-keys.js';
import { KeptCursor } from './kept-cursor.js';
import { updateAt } from './layout.js';

/** A movement of this many pixels is a drag, not a click. */
const slop = 6;

/**
 * @typedef {object} Pinch two fingers when they came down
 * @property {number} update between them
 * @property {number} apart their distance in pixels
 * @property {number} scale updates per pixel
 */

export class Gestures {
  /** @type {Map<number, { x: number, y: number }>} The position of each finger. */
  #fingers = new Map();
  /** @type {Pinch | null} */
  #pinch = null;
  /** @type {{ x: number, moves: boolean } | null} A range is dragged from x, or the charts are panned from it. */
  #drag = null;

  /** @param {import('./figure.js').Figure} figure @param {import('../lab/lab.js').Lab} lab */
  constructor(figure, lab) {
    this.figure = figure;
    this.lab = lab;
    this.kept = new KeptCursor(figure);
    this.band = make('div', { class: 'band', hidden: true });
    const { plot, stage } = figure;
    plot.append(this.band);
    plot.addEventListener('pointerdown', (event) => this.#down(event));
    plot.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of /** @type {const} */ (['pointerup', 'pointercancel'])) plot.addEventListener(end, (event) => this.#up(event));
    plot.addEventListener('dblclick', () => setZoom(lab, null));
    plot.addEventListener('keydown', (event) => event.key === 'Escape' && this.#let());
    stage.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  /** @param {KeyboardEvent} event of a key that is the cursor's */
  key(event) {
    moveCursor(this.lab, event);
  }

  /** Keeps the cursor where a click was that came before the gestures. @param {number | null} cursor */
  keep(cursor) {
    keepCursor(this.lab, cursor);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    const position = this.figure.chart.pointOf(event);
    if (event.pointerType === 'touch') {
      this.#fingers.set(event.pointerId, position);
      this.#pinch = null;
    } else if (event.button === 0 && !event.ctrlKey) this.#drag = { x: position.x, moves: event.shiftKey && this.lab.zoom !== null };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const { frame } = this.figure.chart;
    if (!frame) return;
    const position = this.figure.chart.pointOf(event);
    const perPixel = (frame.xMax - frame.xMin) / frame.width;
    if (event.pointerType === 'touch') {
      const before = this.#fingers.get(event.pointerId);
      this.#begin(frame);
      this.#fingers.set(event.pointerId, position);
      if (this.#fingers.size > 1) this.#spread(frame);
      else if (before) pan(this.lab, (before.x - position.x) * perPixel);
      return;
    }
    if (!this.#drag) return;
    if (this.#drag.moves) {
      pan(this.lab, (this.#drag.x - position.x) * perPixel);
      this.#drag.x = position.x;
      return;
    }
    const [from, to] = this.#range(position.x, frame);
    if (this.band.hidden && to - from < slop) return;
    this.figure.plot.setPointerCapture(event.pointerId);
    this.band.hidden = false;
    this.band.style.transform = `translate(${from}px, ${frame.top}px)`;
    this.band.style.width = `${to - from}px`;
    this.band.style.height = `${frame.height}px`;
  }

  /** Gives the middle of the first two fingers, and their distance. */
  get #two() {
    const [a, b] = this.#fingers.values();
    return { middle: (a.x + b.x) / 2, apart: Math.max(20, Math.hypot(a.x - b.x, a.y - b.y)) };
  }

  /** Remembers where two fingers begin. @param {import('./pixel-to-value.js').Frame} frame */
  #begin({ left, width }) {
    if (this.#pinch || this.#fingers.size < 2) return;
    const { middle, apart } = this.#two;
    const { from, to } = visibleRange(this.lab);
    const scale = (to - from) / width;
    this.#pinch = { update: from + (middle - left) * scale, apart, scale };
  }

  /** Zooms so that the update between the fingers stays between them. @param {import('./pixel-to-value.js').Frame} frame */
  #spread(frame) {
    this.#begin(frame);
    const pinch = /** @type {Pinch} */ (this.#pinch);
    const { middle, apart } = this.#two;
    const scale = (pinch.scale * pinch.apart) / apart;
    const start = pinch.update - (middle - frame.left) * scale;
    setZoom(this.lab, { from: start, to: start + scale * frame.width });
  }

  /** Orders the ends of the dragged range, within the axes. @param {number} x @param {import('./pixel-to-value.js').Frame} frame */
  #range(x, { left, width }) {
    return [/** @type {{ x: number }} */ (this.#drag).x, x]
      .map((each) => Math.max(left, Math.min(left + width, each)))
      .sort((a, b) => a - b);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    this.#fingers.delete(event.pointerId);
    this.#pinch = null;
    const { frame } = this.figure.chart;
    if (frame && this.#drag && !this.band.hidden && event.type === 'pointerup') {
      const [from, to] = this.#range(this.figure.chart.pointOf(event).x, frame).map((x) => updateAt(frame, x));
      setZoom(this.lab, { from, to });
    }
    this.#let();
  }

  #let() {
    this.#drag = null;
    this.band.hidden = true;
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    const { frame } = this.figure.chart;
    if (!frame) return;
    const [across, down] = [event.deltaX, event.deltaY].map((delta) => delta * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1));
    if (event.ctrlKey) {
      event.preventDefault();
      const at = Math.max(frame.xMin, Math.min(frame.xMax, updateAt(frame, this.figure.chart.pointOf(event).x)));
      zoomBy(this.lab, Math.exp(-Math.max(-50, Math.min(50, down)) / 100), at);
    } else if (this.lab.zoom && (event.shiftKey || Math.abs(across) > Math.abs(down))) {
      event.preventDefault();
      pan(this.lab, ((across || down) * (frame.xMax - frame.xMin)) / frame.width);
    }
  }
}
