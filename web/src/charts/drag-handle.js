// A drag handle is a slider over the chart, which a pointer, a finger or the arrow keys move.

import { formatNumber } from '../lib/format.js';
import { make, set, write } from '../ui/dom.js';
import { endRate } from './ticks.js';

/** @typedef {import('./pixel-to-value.js').Frame} Frame */
/** @typedef {import('./pixel-to-value.js').Position} Position */

/** These keys add a point of a drawn schedule, or remove it. */
export const pointKeys = ['+', 'Insert', 'Delete', 'Backspace'];

/** Gives a handle's place on the chart: at the edge where its update or its rate is beyond. @param {Position} handle @param {Frame} frame */
export const placeOf = ({ t, eta }, { left, top, width, height, xAt, yAt }) => ({
  x: Math.max(left, Math.min(left + width, xAt(t))),
  y: Math.max(top, Math.min(top + height, yAt(eta))),
});

export class DragHandle {
  /** @type {import('./handles.js').Named | null} */ named = null;
  isDragged = false;
  /** @type {import('./handle-mover.js').HandleMover | null} */ #mover = null;

  /**
   * @param {import('../lab/setting.js').Setting} setting
   * @param {import('./chart.js').Chart} chart
   * @param {() => Promise<typeof import('./handle-mover.js')>} load
   */
  constructor(setting, chart, load) {
    this.setting = setting;
    this.chart = chart;
    this.load = load;
    this.tip = make('span', { class: 'tip', 'aria-hidden': 'true' });
    const act = (/** @type {any} */ event) => this.#takes(event) && this.#act(event);
    const acts = { pointerdown: act, pointermove: act, pointerup: act, pointercancel: act, keydown: act, blur: act };
    this.element = make('div', { role: 'slider', tabindex: 0, ...acts }, this.tip);
  }

  /**
   * Tells whether an event is one for the handle, which then is for nothing else.
   * @param {PointerEvent & KeyboardEvent} event
   * @returns {boolean}
   */
  #takes(event) {
    if (event.type === 'pointerdown') {
      if (event.button !== 0 || !this.chart.frame) return false;
      event.preventDefault();
      this.element.focus();
      this.element.setPointerCapture(event.pointerId);
    }
    if (event.type === 'pointermove') return this.element.hasPointerCapture(event.pointerId);
    if (event.type !== 'keydown' || event.key === 'Escape') return true;
    const isPoint = this.named?.handle.path.startsWith('schedule.at.') && pointKeys.includes(event.key);
    if (event.ctrlKey || event.metaKey || event.altKey || !(isPoint || /^(Arrow|Page|Home$|End$)/.test(event.key))) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** Moves the handle, once what does so has come: nothing that is done before is lost. @param {Event} event */
  async #act(event) {
    if (!this.#mover) {
      const { HandleMover } = await this.load();
      this.#mover ??= new HandleMover(this);
    }
    this.#mover.act(event);
  }

  /** @param {boolean} isDragged */
  hold(isDragged) {
    this.isDragged = isDragged;
    this.element.classList.toggle('held', isDragged);
  }

  /**
   * @param {import('./handles.js').Named} named
   * @param {Frame} frame
   * @param {{ dx: number, dy: number }} [move] from its place
   */
  show(named, frame, { dx, dy } = { dx: 0, dy: 0 }) {
    this.named = named;
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
}
