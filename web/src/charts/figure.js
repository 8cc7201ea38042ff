// A figure has a title, the values at the cursor in the racers' colours, the drawing, and for those who cannot see it a sentence and a
// table, which is fetched when it is opened.

import { nameOf } from '../lab/racer-names.js';
import { formatInteger } from '../lib/format.js';
import { freshId, make, set, write } from '../ui/dom.js';
import { loadChunk, loadPart } from '../ui/load-chunk.js';
import { Chart } from './chart.js';
import { Cursor } from './cursor.js';
import { textWidth } from './letter-widths.js';
import { colourOf } from './racer-style.js';

/** @typedef {import('../lab/lab.js').Lab} Lab */
/** @typedef {import('../lab/lab.js').Change} Change */
/** @typedef {import('../lab/setting.js').Setting} Setting */

/**
 * @typedef {object} Spec
 * @property {string} key
 * @property {(Node | string)[]} title
 * @property {Node[]} [controls] beside the title
 * @property {(width: number) => import('./figure-data.js').FigureData} data what is drawn at this width in pixels
 * @property {(update: number) => number} at the update whose value is shown when the cursor is at `update`
 * @property {(racer: number, update: number) => number | null | undefined} value null: it has not arrived yet
 * @property {(racer: number, update: number) => number | null | undefined} [height] of the line there, if the value can be missing
 * @property {(value: number) => string} text
 * @property {boolean} [evaluated] there is a value after each evaluation, else of every update
 * @property {() => string} summary
 * @property {() => string} [waiting] a sentence that replaces the lines
 */

/** Names that are wider together, in pixels, leave no room for the values beside the title, or in one line of their own. */
const maxNames = { beside: 150, line: 340 };

/** In this frame a figure was last drawn for the first time. */
let firstFrame = Number.NaN;

export class Figure {
  #dirty = true;
  #drawn = false;
  #closed = false;
  /** The ResizeObserver reports the size; reading it would force a layout of the page in every frame. */
  #size = { width: 0, height: 0 };
  #shown = '';
  /** @type {ReturnType<typeof import('./values.js').makeValues> | null} The table is fetched when it is opened. */
  #values = null;

  /** @type {Promise<import('./gestures.js').Gestures> | null} */ #loading = null;
  /** @type {import('./gestures.js').Gestures | null} */ #gestures = null;
  /** What is said where the gestures do not load. */
  #slot = make('div', { hidden: true });

  /** @param {Setting} setting @param {Spec} spec */
  constructor(setting, spec) {
    this.setting = setting;
    this.spec = spec;
    const id = freshId(spec.key);
    this.values = make('span', { class: 'values' });
    this.summary = make('p', { class: 'unseen', id: `${id}-summary` });
    this.waiting = make('p', { class: 'waiting', hidden: true });
    this.plot = make('div', {
      class: 'plot',
      tabindex: 0,
      role: 'slider',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-summary`,
    });
    /** The stage holds the elements over the drawing. */
    this.stage = make('div', { class: 'stage' }, this.plot);
    this.title = make('span', { id: `${id}-title` }, ...spec.title);
    const heading = make('h2', { class: 'title' }, this.title);
    const name = `${setting.words.t('as_table')}: ${this.title.textContent}`;
    const asTable = make(
      'button',
      { type: 'button', class: 'quiet as-table', title: name, 'aria-label': name, 'aria-expanded': 'false' },
      icon(),
    );
    const table = make('div', { hidden: true });

    asTable.addEventListener('click', () => {
      table.hidden = !table.hidden;
      set(asTable, { 'aria-expanded': String(!table.hidden) });
      this.#openValues(table);
    });
    const left = make('span', { class: 'title' }, heading, ...(spec.controls ?? []), asTable);
    const caption = make('figcaption', {}, left, this.values);
    this.element = make('figure', { class: `chart ${spec.key}` }, caption, this.stage, this.summary, this.#slot, table);
    this.chart = new Chart(this.plot, setting.palette);
    this.cursor = new Cursor(this, setting.lab);
    this.plot.append(this.waiting);
    // The gestures are fetched when a pointer enters, or the focus.
    this.stage.addEventListener('pointerover', () => this.#loadGestures());
    this.plot.addEventListener('focus', () => this.#loadGestures());
    this.plot.addEventListener('click', async () => {
      const { cursor } = setting.lab;
      // Gestures handle the clicks that come after them.
      if (!this.#gestures) (await this.#loadGestures()).keep(cursor);
    });
    this.plot.addEventListener('keydown', async (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^(Arrow(Left|Right)|Page(Up|Down)|Home|End|Escape)$/.test(event.key)) return;
      event.preventDefault();
      (this.#gestures ?? (await this.#loadGestures())).key(event);
    });
    /** The static drawing is shown until the chart is drawn. */
    this.staticDrawing = setting.fallback.drawing(spec.key);
    if (this.staticDrawing) this.plot.append(this.staticDrawing);
    this.resizes = new ResizeObserver((entries) => {
      const { width, height } = entries[entries.length - 1].contentRect;
      this.#size = { width: Math.round(width), height: Math.round(height) };
      setting.lab.notify('style');
    });
    this.resizes.observe(this.plot);
  }

  /** @param {Set<Change>} changes */
  update(changes) {
    const { lab } = this.setting;
    if (!lab.run) return;
    if (
      changes.has('run') ||
      changes.has('rows') ||
      changes.has('playhead') ||
      changes.has('style') ||
      changes.has('pins') ||
      changes.has('zoom')
    )
      this.#dirty = true;
    // A folded figure is drawn when it is opened.
    if (this.#dirty && this.#size.width > 0 && this.#mayDraw()) {
      this.#dirty = false;
      this.staticDrawing?.remove();
      this.chart.draw(this.spec.data(this.#size.width), this.#size);
      const waiting = this.spec.waiting?.() ?? '';
      write(this.waiting, waiting);
      this.waiting.hidden = waiting === '';
    }
    this.#writeReadout();
    this.cursor.updatePosition();
    if (lab.kept !== null) this.#loadGestures();
    this.#gestures?.kept.update();
    this.#values?.update(false);
    const moved = changes.size > 0 && Array.from(changes).every((change) => change === 'zoom' || change === 'cursor');
    if (!lab.playing && !moved) write(this.summary, this.spec.summary());
  }

  /** The first drawing compiles the code: two figures that begin in one frame would make one long task. */
  #mayDraw() {
    if (this.#drawn) return true;
    const frame = Number(document.timeline.currentTime);
    this.#drawn = frame !== firstFrame;
    firstFrame = frame;
    if (!this.#drawn) this.setting.lab.notify('style');
    return this.#drawn;
  }

  /** @param {HTMLElement} table the element that holds it */
  async #openValues(table) {
    const chunk = this.#values ? null : await loadChunk(this.setting.words, table, () => import('./values.js'));
    if (this.#closed) return;
    if (chunk) this.#values ??= chunk.makeValues(this, table);
    this.#values?.update(true);
  }

  #writeReadout() {
    const { lab, words, describe } = this.setting;
    const { run } = lab;
    // One count everywhere: so many updates are done. The accuracy is measured after them; the rate and the batch's loss are those of the
    // update that comes next, as the lines are drawn, and at the end those of the last one.
    const texts = this.texts(this.spec.at(lab.readoutUpdate));
    const prefix = words.t('at_update', { update: formatInteger(lab.readoutUpdate, { language: words.language }) });
    const values = texts.map((value, i) => ({ name: run ? nameOf(run, i + 1, words, describe) : '', value }));
    const all = `${prefix} ${values.map((each) => words.t('accuracy.of', each)).join(words.t('list.join'))}`;
    if (this.#shown !== all + lab.styles) {
      this.#shown = all + lab.styles;
      // Only names decide this, so that nothing moves while the numbers change.
      const width = values.reduce((sum, { name }) => sum + textWidth(name), 0);
      this.values.classList.toggle('long', width > maxNames.beside);
      this.values.classList.toggle('longer', width > maxNames.line);
      this.values.replaceChildren(
        make('span', {}, prefix),
        ...values.flatMap(({ name, value }, i) => [
          ' ',
          make('span', { class: `racer-${colourOf(lab.styles[i])}` }, make('span', {}, name), ' ', make('b', {}, value)),
        ]),
      );
    }
    const attributes = { 'aria-valuemin': 0, 'aria-valuemax': lab.updates, 'aria-valuenow': lab.readoutUpdate, 'aria-valuetext': all };
    for (const [name, value] of Object.entries(attributes)) {
      if (this.plot.getAttribute(name) !== String(value)) this.plot.setAttribute(name, String(value));
    }
  }

  #loadGestures() {
    this.#loading ??= loadPart(this.setting.words, this.#slot, () => import('./gestures.js')).then(({ Gestures }) => {
      this.#gestures = new Gestures(this, this.setting.lab);
      return this.#gestures;
    });
    return this.#loading;
  }

  /** @param {number} update */
  texts(update) {
    const { lab, words } = this.setting;
    return (lab.run?.racers ?? []).map((_, i) => {
      const value = this.spec.value(i + 1, update);
      const state = lab.state(i + 1);
      const missing = state?.ended && update > state.update ? words.t('ended') : '–';
      return value === undefined ? missing : value === null ? '…' : this.spec.text(value);
    });
  }

  restyle() {
    this.#dirty = true;
  }

  close() {
    this.resizes.disconnect();
    this.#closed = true;
    this.#values?.close();
  }
}

/** The icon shows the lines of a table. */
function icon() {
  const [svg, path] = ['svg', 'path'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));
  set(svg, { viewBox: '0 0 14 14', width: 14, height: 14, fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true' });
  set(path, { d: 'M1 2h12v10H1zM1 5.5h12M1 8.8h12M5 2v10' });
  svg.append(path);
  return svg;
}
