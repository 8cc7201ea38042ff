// The cursor over a figure: a hair line and a dot on each line. Follows the mouse, a finger, or the arrow keys; all figures share it.
import { make } from '../controls/dom.js';
import { colourOf } from './racers.js';

export class Cursor {
  /** @type {HTMLElement[]} */
  #dots = [];

  /**
   * @param {import('./figure.js').Figure} figure
   * @param {import('../lab.js').Lab} lab
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
    plot.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && lab.point(null));
    plot.addEventListener('keydown', (event) => this.#key(event));
    plot.addEventListener('blur', () => lab.point(null));
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const frame = this.figure.chart.frame;
    if (!frame) return;
    const x = event.clientX - this.figure.plot.getBoundingClientRect().left - frame.left;
    this.lab.point((x / frame.width) * frame.xMax);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { lab } = this;
    const page = Math.max(1, Math.round(lab.updates / 20));
    /** @type {Record<string, number | null>} */
    const targets = {
      ArrowLeft: lab.pointed - (event.shiftKey ? page : 1),
      ArrowRight: lab.pointed + (event.shiftKey ? page : 1),
      PageDown: lab.pointed - page,
      PageUp: lab.pointed + page,
      Home: 0,
      End: lab.updates,
      Escape: null,
    };
    if (!(event.key in targets) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    lab.point(targets[event.key]);
  }

  place() {
    const { figure, lab } = this;
    const frame = lab.cursor === null ? null : figure.chart.frame;
    this.overlay.hidden = frame === null;
    if (!frame) return;
    const update = figure.spec.at(lab.pointed);
    const x = frame.left + (lab.pointed / frame.xMax) * frame.width;
    this.hair.style.transform = `translate(${Math.round(x)}px, ${frame.top}px)`;
    this.hair.style.height = `${frame.height}px`;
    const racers = lab.run?.racers ?? [];
    while (this.#dots.length < racers.length) this.#dots.push(this.#dot(this.#dots.length + 1));
    this.#dots.forEach((dot, i) => {
      const value = i < racers.length ? figure.spec.value(i + 1, update) : undefined;
      const y = value === undefined || !Number.isFinite(value) ? Number.NaN : frame.yAt(value);
      dot.hidden = !(y >= frame.top - 1 && y <= frame.top + frame.height + 1);
      if (!dot.hidden) dot.style.transform = `translate(${x}px, ${y}px)`;
    });
  }

  /** @param {number} racer */
  #dot(racer) {
    const dot = make('div', { class: `dot racer-${colourOf(racer)}` });
    this.overlay.append(dot);
    return dot;
  }
}
