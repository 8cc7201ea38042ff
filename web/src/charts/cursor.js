// The cursor is a hairline with a dot on each line. It follows the mouse, a finger or the arrow keys; all figures share it. A click, a finger
// and a key keep it where it is, until it is freed by a second click, Escape or its button, which stands at the axis.

import { keepCursor } from '../lab/keep-cursor.js';
import { pan, reveal, visibleRange } from '../lab/zoom.js';
import { make, set, write } from '../ui/dom.js';
import { updateAt } from './pixel-to-value.js';
import { colourOf } from './racer-style.js';

/** A movement of this many pixels is no click, and a click this near to the kept cursor is on it. */
const slop = 6;

export class Cursor {
  /** @type {HTMLElement[]} */
  #dots = [];
  /** @type {number} where a pointer came down; NaN when it cannot become a click */
  #from = Number.NaN;

  /**
   * @param {import('./figure.js').Figure} figure
   * @param {import('../lab/setting.js').Setting} setting
   */
  constructor(figure, { lab, words }) {
    this.figure = figure;
    this.lab = lab;
    this.hair = make('div', { class: 'hair' });
    this.overlay = make('div', { class: 'overlay', hidden: true }, this.hair);
    this.kept = make('div', { class: 'hair kept', hidden: true });
    const help = words.t('cursor.free');
    this.free = make('button', { type: 'button', class: 'kept', title: help, hidden: true, click: () => this.#release() });
    this.help = help;
    const { plot } = figure;
    plot.append(this.overlay, this.kept);
    figure.stage.append(this.free);
    plot.addEventListener('pointermove', (event) => this.#point(event));
    plot.addEventListener('pointerdown', (event) => this.#point(event));
    plot.addEventListener('pointerup', (event) => this.#lift(event));
    plot.addEventListener('pointercancel', () => lab.setCursor(null));
    plot.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && lab.setCursor(null));
    plot.addEventListener('keydown', (event) => this.#key(event));
    plot.addEventListener('blur', () => lab.setCursor(null));
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const frame = this.figure.chart.frame;
    if (event.type === 'pointerdown') this.#from = event.isPrimary && event.button === 0 ? event.clientX : Number.NaN;
    // A second finger zooms; in a zoomed chart the first one pans.
    if (!frame || !event.isPrimary || (this.lab.zoom && event.type === 'pointermove' && event.pointerType === 'touch')) return;
    const update = updateAt(frame, this.figure.chart.pointOf(event).x);
    this.lab.setCursor(Math.max(frame.xMin, Math.min(frame.xMax, update)));
  }

  /** Keeps the cursor where it was clicked or a finger left it, or frees it. @param {PointerEvent} event */
  #lift(event) {
    const { lab } = this;
    const { frame } = this.figure.chart;
    const moved = Math.abs(event.clientX - this.#from);
    const scrubs = event.pointerType === 'touch' && !lab.zoom;
    this.#from = Number.NaN;
    if (!frame || lab.cursor === null || !(moved < slop || (moved >= slop && scrubs))) return;
    const again = moved < slop && lab.kept !== null && Math.abs(frame.xAt(lab.kept) - frame.xAt(lab.cursor)) < slop;
    keepCursor(lab, again ? null : lab.cursor);
  }

  #release() {
    // The focus must not be lost with the button.
    if (this.free.matches(':focus')) this.figure.plot.focus({ preventScroll: true });
    keepCursor(this.lab, null);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { lab } = this;
    const { from, to } = visibleRange(lab);
    const page = Math.max(1, Math.round((to - from) / 20));
    // Keys move the cursor from the update whose values are shown.
    const at = Math.round(Math.max(from, Math.min(to, lab.readoutUpdate)));
    /** @type {Record<string, number | null>} */
    const targets = {
      ArrowLeft: at - (event.shiftKey ? page : 1),
      ArrowRight: at + (event.shiftKey ? page : 1),
      PageDown: at - page,
      PageUp: at + page,
      Home: 0,
      End: lab.updates,
      Escape: null,
    };
    if (!(event.key in targets) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const target = targets[event.key];
    if (event.shiftKey && lab.zoom && event.key.startsWith('Arrow'))
      return pan(lab, ((event.key === 'ArrowLeft' ? -1 : 1) * (to - from)) / 4);
    keepCursor(lab, target);
    if (target !== null) reveal(lab, lab.readoutUpdate);
  }

  #updateKept() {
    const { lab } = this;
    const { frame } = this.figure.chart;
    const { kept } = lab;
    const seen = frame !== null && kept !== null && kept >= frame.xMin && kept <= frame.xMax;
    this.kept.hidden = this.free.hidden = !seen;
    if (!seen) return;
    const x = Math.round(frame.xAt(kept));
    this.kept.style.transform = `translate(${x}px, ${frame.top}px)`;
    this.kept.style.height = `${frame.height}px`;
    this.free.style.transform = `translate(${x}px, ${frame.top + frame.height}px) translate(-50%)`;
    write(this.free, `${kept} ×`);
    this.free.setAttribute('aria-label', `${kept} × ${this.help}`);
  }

  updatePosition() {
    this.#updateKept();
    const { figure, lab } = this;
    const frame = lab.cursor === null ? null : figure.chart.frame;
    const seen = frame !== null && lab.readoutUpdate >= frame.xMin && lab.readoutUpdate <= frame.xMax;
    this.overlay.hidden = !seen;
    if (!frame || !seen) return;
    const update = figure.spec.at(lab.readoutUpdate);
    const x = frame.xAt(lab.readoutUpdate);
    this.hair.style.transform = `translate(${Math.round(x)}px, ${frame.top}px)`;
    this.hair.style.height = `${frame.height}px`;
    const racers = lab.run?.racers ?? [];
    while (this.#dots.length < racers.length) this.#dots.push(this.#dot());
    this.#dots.forEach((dot, i) => {
      const value = i < racers.length ? (figure.spec.height ?? figure.spec.value)(i + 1, update) : undefined;
      const y = typeof value !== 'number' || !Number.isFinite(value) ? Number.NaN : frame.yAt(value);
      dot.hidden = !(y >= frame.top - 1 && y <= frame.top + frame.height + 1);
      if (dot.hidden) return;
      set(dot, { class: `dot racer-${colourOf(lab.styles[i])}` });
      dot.style.transform = `translate(${x}px, ${y}px)`;
    });
  }

  #dot() {
    const dot = make('div', { class: 'dot' });
    this.overlay.append(dot);
    return dot;
  }
}
