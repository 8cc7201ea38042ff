// A click and a finger keep the cursor where they leave it, as the arrow keys do, until it is freed by a second click on it, by Escape or by
// its button, which stands at the axis.
import { keepCursor } from '../lab/keep-cursor.js';
import { make, write } from '../ui/dom.js';

/** A movement of this many pixels is no click, and a click this near to the kept cursor is on it. */
const slop = 6;

export class KeptCursor {
  /** @type {number} where a pointer came down; NaN when it cannot become a click */
  #from = Number.NaN;

  /** @param {import('./figure.js').Figure} figure */
  constructor(figure) {
    const { plot, stage, setting } = figure;
    this.figure = figure;
    this.hair = make('div', { class: 'kept', hidden: true });
    this.help = setting.words.t('cursor.free');
    this.button = make('button', { type: 'button', class: 'kept', title: this.help, hidden: true, click: () => this.#free() });
    plot.append(this.hair);
    stage.append(this.button);
    plot.addEventListener('pointerdown', (event) => {
      this.#from = event.isPrimary && event.button === 0 ? event.clientX : Number.NaN;
    });
    plot.addEventListener('pointerup', (event) => this.#lift(event));
    this.update();
  }

  /** @param {PointerEvent} event */
  #lift(event) {
    const { lab } = this.figure.setting;
    const { frame } = this.figure.chart;
    const moved = Math.abs(event.clientX - this.#from);
    this.#from = Number.NaN;
    const scrubs = event.pointerType === 'touch' && !lab.zoom;
    if (!frame || lab.cursor === null || !(moved < slop || (moved >= slop && scrubs))) return;
    const again = moved < slop && lab.kept !== null && Math.abs(frame.xAt(lab.kept) - frame.xAt(lab.cursor)) < slop;
    keepCursor(lab, again ? null : lab.cursor);
  }

  #free() {
    const { plot, setting } = this.figure;
    // The focus must not be lost with the button.
    if (this.button.matches(':focus')) plot.focus({ preventScroll: true });
    keepCursor(setting.lab, null);
  }

  update() {
    const { kept } = this.figure.setting.lab;
    const { frame } = this.figure.chart;
    const seen = frame !== null && kept !== null && kept >= frame.xMin && kept <= frame.xMax;
    this.hair.hidden = this.button.hidden = !seen;
    if (!seen) return;
    const x = Math.round(frame.xAt(kept));
    this.hair.style.transform = `translate(${x}px, ${frame.top}px)`;
    this.hair.style.height = `${frame.height}px`;
    this.button.style.transform = `translate(${x}px, ${frame.top + frame.height}px) translate(-50%)`;
    write(this.button, `${kept} ×`);
    this.button.setAttribute('aria-label', `${kept} × ${this.help}`);
  }
}
