// One handle: what it looks like, says, and does under a pointer, a finger or the arrow keys.

import { DragSession } from '../lab/drag-session.js';
import { editPoints } from '../lab/point-edits.js';
import { reveal } from '../lab/zoom.js';
import { formatNumber } from '../lib/format.js';
import { make, set, write } from '../ui/dom.js';
import { byKey, byPointer, rateAt } from './pixel-to-value.js';

/** @typedef {import('./pixel-to-value.js').Frame} Frame */
/** @typedef {import('./pixel-to-value.js').Place} Place */

/** Milliseconds after the last key until what was moved comes to rest. */
const patience = 400;

export class DragHandle {
  /** @type {import('./handles.js').Named | null} */ #named = null;
  /** @type {DragSession<Place> | null} */ #grip = null;
  /** Where the keys want it, which the run may not have reached yet. @type {Place | null} */ #wanted = null;
  /** @type {{ frame: Frame, left: number, top: number } | null} the axes as they were when it was taken; and from the pointer to its place */ #taken =
    null;
  /** The run's text before this drag, or before the first key since it has the focus. @type {string | null} */ #before = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {import('../lab/setting.js').Setting} setting @param {() => Frame | null} frame */
  constructor(setting, frame) {
    this.setting = setting;
    this.frame = frame;
    this.tip = make('span', { class: 'tip', 'aria-hidden': 'true' });
    this.element = make(
      'div',
      {
        role: 'slider',
        tabindex: 0,
        pointerdown: (event) => this.#take(event),
        pointermove: (event) => this.#move(event),
        pointerup: () => this.#rest(),
        pointercancel: () => this.#rest(),
        keydown: (event) => this.#key(event),
        blur: () => {
          this.#rest();
          this.#before = null;
        },
      },
      this.tip,
    );
  }

  get held() {
    return this.#grip !== null;
  }

  /** @param {import('./handles.js').Named} named @param {Frame} frame */
  show(named, frame) {
    this.#named = named;
    const { handle, name, look } = named;
    const { words } = this.setting;
    // One that the hand or the focus is on stays, at the edge if it must.
    this.element.hidden = (handle.t < frame.xMin || handle.t > frame.xMax) && !this.held && !this.element.matches(':focus');
    const x = Math.max(frame.left, Math.min(frame.left + frame.width, frame.xAt(handle.t)));
    const y = Math.max(frame.top, Math.min(frame.top + frame.height, frame.yAt(handle.eta)));
    this.element.style.transform = `translate(${x}px, ${y}px)`;
    const moves = `${handle.moves_t ? ' along-t' : ''}${handle.moves_eta ? ' along-eta' : ''}`;
    const side = x > frame.left + frame.width * 0.6 ? ' flip' : '';
    set(this.element, { class: `knob ${look}${moves}${side}${this.held ? ' held' : ''}` });
    const rate = formatNumber(handle.eta, { language: words.language });
    const update = String(Math.round(handle.t));
    const text = handle.moves_t
      ? words.t(handle.moves_eta ? 'handle.at' : 'handle.at_update', { update, rate })
      : words.t('handle.at_rate', { rate });
    const now = handle.moves_eta ? handle.eta : handle.t;
    const most = handle.moves_eta ? Math.max(handle.eta, rateAt(frame, frame.top)) : this.setting.lab.updates;
    const attributes = { 'aria-label': name, 'aria-valuemin': 0, 'aria-valuemax': most, 'aria-valuenow': now, 'aria-valuetext': text };
    for (const [key, value] of Object.entries(attributes)) {
      if (this.element.getAttribute(key) !== String(value)) this.element.setAttribute(key, String(value));
    }
    write(this.tip, handle.path === 'lr' ? `η₀ = ${rate}` : text);
  }

  #hold() {
    const { lab } = this.setting;
    if (!this.#named || !lab.run) return null;
    if (!this.#grip) {
      const { text } = lab.run;
      const { index } = this.#named;
      this.#before ??= text;
      lab.dragSession?.finish();
      this.#grip = new DragSession(lab, ({ t, eta }) => lab.drag({ text, handle: index, t, eta }));
      this.element.classList.add('held');
    }
    return this.#grip;
  }

  /** @param {PointerEvent} event */
  #take(event) {
    const frame = this.frame();
    if (event.button !== 0 || !frame || !this.#named) return;
    event.preventDefault();
    this.element.focus();
    this.#before = null;
    this.#hold();
    this.element.setPointerCapture(event.pointerId);
    const { t, eta } = this.#named.handle;
    this.#taken = {
      frame,
      left: frame.xAt(t) - event.clientX,
      top: frame.yAt(eta) - event.clientY,
    };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#taken || !this.#named) return;
    const { frame, left, top } = this.#taken;
    this.#to(byPointer(this.#named.handle, frame, event.clientX + left, event.clientY + top));
  }

  /** @param {Place} place */
  #to(place) {
    this.#wanted = place;
    this.#hold()?.moveTo(place);
  }

  #rest() {
    clearTimeout(this.#timer);
    const grip = this.#grip;
    this.#let();
    grip?.finish();
  }

  #let() {
    this.#grip = this.#taken = this.#wanted = null;
    this.element.classList.remove('held');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const frame = this.frame();
    if (!this.#named || !frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const { handle } = this.#named;
    if (event.key === 'Escape' && this.#before !== null) {
      event.preventDefault();
      clearTimeout(this.#timer);
      const [grip, before] = [this.#grip, this.#before];
      this.#let();
      this.#before = null;
      if (grip) grip.cancel(before);
      else this.setting.lab.edit(before);
      return;
    }
    const edited = this.#grip ? null : editPoints(this.setting, handle, event.key);
    if (edited) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const { lab } = this.setting;
    const place = byKey({ ...handle, ...this.#wanted }, frame, event, lab.updates);
    if (!place) return;
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(this.#timer);
    this.#to(place);
    reveal(lab, place.t);
    this.#timer = setTimeout(() => this.#rest(), patience);
  }
}
