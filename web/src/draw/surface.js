// The surface over the rate chart that one draws on, by pointer or finger. Each stroke changes the part it passes over.

import { DragSession } from '../lab/drag-session.js';
import { maxPoints } from '../lab/point-edits.js';
import { make, set } from '../ui/dom.js';
import { drawnRacer, withDrawing } from './drawing.js';
import { Stroke } from './stroke.js';

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {import('../charts/figure.js').Figure} figure
 * @param {() => void} done after each stroke
 */
export function makeSurface({ lab }, figure, done) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
  svg.append(line);
  set(svg, { 'aria-hidden': 'true' });
  /** @type {{ stroke: Stroke, grip: DragSession<Stroke> } | null} */
  let held = null;

  const take = (/** @type {PointerEvent} */ event) => {
    const { run } = lab;
    const { frame } = figure.chart;
    if (event.button !== 0 || !run || !frame || held) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    lab.dragSession?.finish();
    const stroke = new Stroke(frame, lab.curves[drawnRacer(run) - 1]);
    held = { stroke, grip: new DragSession(lab, (drawn) => withDrawing(run, drawn.schedule(maxPoints))) };
    go(event);
  };
  const go = (/** @type {PointerEvent} */ event) => {
    if (!held) return;
    const { left, top } = element.getBoundingClientRect();
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const { clientX, clientY } of passed.length > 0 ? passed : [event]) held.stroke.to(clientX - left, clientY - top);
    set(line, { points: held.stroke.trace });
    held.grip.moveTo(held.stroke);
  };
  const rest = async () => {
    const last = held;
    held = null;
    set(line, { points: '' });
    if (!last) return;
    await last.grip.finish();
    done();
  };
  const element = make('div', {
    class: 'surface',
    pointerdown: take,
    pointermove: go,
    pointerup: rest,
    pointercancel: rest,
  });
  element.append(svg);
  return {
    element,
    /** Everything as before the stroke. @returns {boolean} whether there was one */
    cancel() {
      const last = held;
      held = null;
      set(line, { points: '' });
      last?.grip.cancel();
      return last !== null;
    },
  };
}
