// A surface over the rate chart takes strokes of a pointer or a finger. Each stroke changes the updates that it passes over.

import { DragSession } from '../lab/drag-session.js';
import { maxPoints } from '../lab/point-edits.js';
import { make, set } from '../ui/dom.js';
import { drawnRacer, withDrawing } from './drawing.js';
import { Stroke } from './stroke.js';

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {import('../charts/figure.js').Figure} figure
 * @param {() => void} onStroke is called after each stroke
 */
export function makeSurface({ lab }, figure, onStroke) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
  svg.append(line);
  set(svg, { 'aria-hidden': 'true' });
  /** @type {{ stroke: Stroke, dragSession: DragSession<Stroke> } | null} */
  let drag = null;

  const onPointerDown = (/** @type {PointerEvent} */ event) => {
    const { run } = lab;
    const { frame } = figure.chart;
    if (event.button !== 0 || !run || !frame || drag) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    lab.dragSession?.finish();
    const stroke = new Stroke(frame, lab.curves[drawnRacer(run) - 1]);
    drag = { stroke, dragSession: new DragSession(lab, (drawn) => lab.edit(withDrawing(run, drawn.schedule(maxPoints)), 'stroke')) };
    onPointerMove(event);
  };
  const onPointerMove = (/** @type {PointerEvent} */ event) => {
    if (!drag) return;
    const coalesced = event.getCoalescedEvents?.() ?? [];
    for (const each of coalesced.length > 0 ? coalesced : [event]) {
      const { x, y } = figure.chart.pointOf(each);
      drag.stroke.to(x, y);
    }
    set(line, { points: drag.stroke.trace });
    drag.dragSession.moveTo(drag.stroke);
  };
  const onPointerUp = async () => {
    const last = drag;
    drag = null;
    set(line, { points: '' });
    if (!last) return;
    await last.dragSession.finish();
    onStroke();
  };
  const element = make('div', {
    class: 'surface',
    pointerdown: onPointerDown,
    pointermove: onPointerMove,
    pointerup: onPointerUp,
    pointercancel: onPointerUp,
  });
  element.append(svg);
  return {
    element,
    /** Restores the run from before the current stroke. @returns {boolean} whether there was one */
    cancel() {
      const last = drag;
      drag = null;
      set(line, { points: '' });
      last?.dragSession.cancel();
      return last !== null;
    },
  };
}
