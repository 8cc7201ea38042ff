// The cursor is a hairline with a dot on each line. It follows the mouse, a finger or the arrow keys; all figures share it.

import { make, set } from '../ui/dom.js';
import { updateAt } from './layout.js';
import { colourOf } from './racer-style.js';

export class Cursor {
  /** @type {HTMLElement[]} */
  #dots = [];

  /**
   * @param {import('./figure.js').Figure} figure
   * @param {import('../lab/lab.js').Lab} lab
   */
  constructor(figure, lab) {
    this.figure = figure;
    this.lab = lab;
    this.hair = make('div', { class: 'hair' });
    this.overlay = make('div', { class: 'overlay', hidden: true }, this.hair);
    const { plot } = figure;
    plot.append(this.overlay);
    plot.addEventListener('pointermove', (event) => this.#point(event));
    plot.addEventListener('pointerdown', (event) => this.#point(event));
    plot.addEventListener('pointercancel', () => lab.setCursor(null));
    plot.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && lab.setCursor(null));
    plot.addEventListener('blur', () => lab.setCursor(null));
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const frame = this.figure.chart.frame;
    // A second finger zooms; in a zoomed chart the first one pans.
    if (!frame || !event.isPrimary || (this.lab.zoom && event.type === 'pointermove' && event.pointerType === 'touch')) return;
    const update = updateAt(frame, this.figure.chart.pointOf(event).x);
    this.lab.setCursor(Math.max(frame.xMin, Math.min(frame.xMax, update)));
  }

  updatePosition() {
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
