// This table shows a figure's values in the visible range, thinned to about twenty rows. It is fetched when it is opened.

import { nameOf } from '../lab/racer-names.js';
import { visibleRange } from '../lab/zoom.js';
import { formatInteger } from '../lib/format.js';
import { make, write } from '../ui/dom.js';
import { adopt } from '../ui/styles/adopt.js';
import { colourOf } from './racer-style.js';
import { roundStep } from './ticks.js';
import style from './values.css';

/** The table has about this many rows at most. */
const maxRows = 20;
/** The table follows after this many milliseconds without a change. */
const patience = 200;

/** @typedef {import('../lab/lab.js').Lab} Lab */

/**
 * @param {import('./figure.js').Figure} figure
 * @param {HTMLElement} slot in its figure
 */
export function makeValues({ setting, spec, title }, slot) {
  const { lab, words, describe } = setting;
  const { language } = words;
  const t = (/** @type {string} */ key, /** @type {Record<string, string>} */ values) => words.t(`values.${key}`, values);
  const count = (/** @type {number} */ number) => formatInteger(number, { language });
  adopt(slot, style);
  const caption = make('caption');
  const head = make('thead');
  const body = make('tbody');
  const name = title.textContent ?? '';
  slot.replaceChildren(
    make('div', { class: 'values-table', role: 'group', tabindex: 0, 'aria-label': name }, make('table', {}, caption, head, body)),
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let drawn = '';

  const draw = () => {
    const { run } = lab;
    if (!run || slot.hidden) return;
    const { updates, all, step } = rowsOf(lab, spec.evaluated ?? false);
    const [from, to] = [updates[0] ?? 0, updates[updates.length - 1] ?? 0].map(count);
    const key = spec.evaluated ? 'evaluations' : 'updates';
    const values = { title: name, count: count(updates.length), all: count(all), step: count(step), from, to };
    write(caption, updates.length > 0 ? t(updates.length === all ? `${key}.all` : key, values) : t('none', values));
    const names = run.racers.map((_, i) =>
      make('th', { scope: 'col', class: `racer-${colourOf(lab.styles[i])}` }, nameOf(run, i + 1, words, describe)),
    );
    head.replaceChildren(make('tr', {}, make('th', { scope: 'col' }, words.t('axis.update')), ...names));
    const cell = (/** @type {number} */ racer, /** @type {number} */ update) => {
      const value = spec.value(racer, update);
      return make('td', {}, value === undefined ? '–' : value === null ? '…' : spec.text(value));
    };
    body.replaceChildren(
      ...updates.map((update) =>
        make('tr', {}, make('th', { scope: 'row' }, count(update)), ...run.racers.map((_, i) => cell(i + 1, update))),
      ),
    );
  };

  return {
    /** @param {boolean} atOnce if not, it is updated after the race has paused */
    update(atOnce) {
      if (slot.hidden || (lab.playing && !atOnce)) return;
      const state = stateOf(lab);
      if (state === drawn && !atOnce) return;
      drawn = state;
      clearTimeout(timer);
      if (atOnce) draw();
      else timer = setTimeout(draw, patience);
    },
    close: () => clearTimeout(timer),
  };
}

/** Joins everything that the table depends on. @param {Lab} lab */
function stateOf({ run, zoom, playhead, displayed, trained, curves }) {
  const lengths = run?.racers.map((_, i) => displayed?.telemetry(i + 1).updates.batch_loss.length) ?? [];
  return [
    run?.text,
    displayed?.run.text,
    zoom?.from,
    zoom?.to,
    playhead,
    trained,
    ...lengths,
    ...curves.map((curve) => curve.version),
  ].join();
}

/**
 * Chooses the updates that have a row; `all` counts the candidates, and `step` is the distance between two rows.
 * @param {Lab} lab
 * @param {boolean} evaluated whether only updates with an evaluation have a row
 * @returns {{ updates: number[], all: number, step: number }}
 */
export function rowsOf(lab, evaluated) {
  const { from, to } = visibleRange(lab);
  if (evaluated) {
    const columns = (lab.run?.racers ?? []).map((_, i) => lab.telemetry(i + 1)?.evaluations.update ?? new Float32Array());
    const evaluated = columns.reduce((best, column) => (column.length > best.length ? column : best), new Float32Array());
    const all = Array.from(evaluated).filter((update) => update >= from && update <= Math.min(to, lab.playhead));
    const step = Math.ceil(all.length / maxRows);
    return { updates: all.filter((_, i) => i === 0 || (all.length - 1 - i) % step === 0), all: all.length, step };
  }
  const [first, last] = [Math.ceil(from), Math.min(lab.updates - 1, Math.floor(to))];
  const step = Math.max(1, Math.ceil(roundStep(Math.max(1, last - first), maxRows)));
  const chosen = new Set([first, last]);
  for (let update = Math.ceil(first / step) * step; update <= last; update += step) chosen.add(update);
  // A drop of the rate would fall between two rows.
  const drops = lab.curves
    .flatMap((curve) => Array.from(curve.dropsIn({ from: first, to: last })))
    .filter((update) => update >= first && update <= last);
  if (drops.length <= maxRows) for (const update of drops) chosen.add(update);
  return { updates: [...chosen].sort((a, b) => a - b), all: last - first + 1, step };
}
