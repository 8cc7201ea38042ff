// The rate chart has handles: a ring at η₀, and squares for the numbers of a schedule. Each is a slider.

import { nameOf } from '../lab/racer-names.js';
import { make } from '../ui/dom.js';
import { loadPart } from '../ui/load-chunk.js';
import { DragHandle, placeOf } from './drag-handle.js';
import { colourOf } from './racer-style.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../lib/run.js').Handle} Handle */
/** @typedef {import('../lib/run.js').Tree} Tree */

/** @typedef {{ id: string, index: number, handle: Handle, name: string, classes: string }} Named with its CSS classes */

/**
 * @param {Setting} setting
 * @param {import('./figure.js').Figure} figure of the rate
 */
export function makeHandles(setting, figure) {
  const { lab, words } = setting;
  const element = make('div', { class: 'handles', role: 'group', 'aria-label': words.t('handles') });
  const slot = make('div', { hidden: true });
  figure.stage.append(element);
  figure.stage.after(slot);
  /** @type {Promise<typeof import('./handle-mover.js')> | undefined} */
  let mover;
  const loadMover = () => {
    mover ??= loadPart(words, slot, () => import('./handle-mover.js'));
    return mover;
  };
  figure.stage.addEventListener('pointerover', loadMover);
  element.addEventListener('focusin', loadMover);
  /** @type {Map<string, DragHandle>} */
  const handles = new Map();
  /** How far each is moved from its place; while one is dragged, all stay so. @type {Map<string, { dx: number, dy: number } | undefined>} */
  let moves = new Map();
  const coarse = matchMedia('(pointer: coarse)');
  /** @type {typeof import('./spread-handles.js').spreadHandles | null} loaded when two are too close together */
  let spread = null;
  const load = () =>
    import('./spread-handles.js').then(
      (chunk) => {
        spread = chunk.spreadHandles;
        lab.notify('style');
      },
      () => {},
    );
  return {
    element,
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (changes.size === 1 && (changes.has('cursor') || changes.has('playhead'))) return;
      const frame = figure.chart.frame;
      element.hidden = frame === null || !lab.run;
      if (!frame || !lab.run) return;
      const named = allNamed(lab.run, setting);
      for (const [id, handle] of handles) {
        if (named.some((each) => each.id === id) || handle.isDragged) continue;
        handle.element.remove();
        handles.delete(id);
      }
      if (!Array.from(handles.values()).some(({ isDragged }) => isDragged)) {
        const places = named.map(({ handle }) => ({ ...handle, ...placeOf(handle, frame) }));
        const size = coarse.matches ? 40 : 24;
        const isNear = (/** @type {number} */ i, /** @type {number} */ k) =>
          Math.max(Math.abs(places[i].x - places[k].x), Math.abs(places[i].y - places[k].y)) < size;
        const crowded = places.some((_, i) => places.some((_, k) => k < i && isNear(i, k)));
        if (crowded && !spread) load();
        const found = crowded && spread ? spread(places, size, frame) : [];
        moves = new Map(named.map(({ id }, i) => [id, found[i]]));
      }
      for (const each of named) {
        const handle = handles.get(each.id) ?? new DragHandle(setting, figure.chart, loadMover);
        // Only a new element is appended: one that is moved in the tree loses its focus.
        if (!handles.has(each.id)) element.append(handle.element);
        handles.set(each.id, handle);
        handle.show(each, frame, moves.get(each.id));
      }
    },
    /** Focuses the handle of a racer's point. @param {number} racer @param {number} point from 1 */
    focus(racer, point) {
      handles.get(`${racer} schedule.at.${point} 1`)?.element.focus();
    },
  };
}

/** @param {import('../lib/run.js').Run} run @param {Setting} setting @returns {Named[]} */
function allNamed(run, setting) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return run.handles.map((handle, index) => {
    const stem = `${handle.racer} ${handle.path}`;
    const nth = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, nth);
    const classes = `${handle.path === 'lr' ? 'ring' : 'square'} ${handle.racer ? `racer-${colourOf(setting.lab.styles[handle.racer - 1])}` : 'all'}`;
    return { id: `${stem} ${nth}`, index, handle, name: handleName(run, handle, nth, setting), classes };
  });
}

/**
 * Names the racer and what the handle moves, in the registry's words.
 * @param {import('../lib/run.js').Run} run
 * @param {Handle} handle
 * @param {number} nth among those of the same path
 * @param {Setting} setting
 */
function handleName(run, { racer, path }, nth, { words, describe }) {
  if (path === 'lr' && racer === 0) return words.t('key.lr.name');
  const name = nameOf(run, racer, words, describe);
  const point = /^schedule\.at\.(\d+)$/.exec(path);
  if (point) return words.t('handle.point', { name, point: point[1] });
  if (path === 'lr') return words.t('handle.of', { name, what: words.t('key.lr.name') });
  const keys = path.split(' ').map((part) => part.replace(/^schedule\./, ''));
  const owners = entriesOf(run.racers[racer - 1].tree, describe).filter(({ params }) => params.includes(keys[0]));
  const owner = owners[nth - 1] ?? owners[0];
  const what = keys.map((key) => (owner?.params.includes(key) ? words.t(`schedule.${owner.key}.${key}.help`) : key));
  return words.t('handle.of', { name, what: what.join(words.t('handle.and')) });
}

/**
 * Lists the registered schedules of a tree, in the order of the text.
 * @param {Tree} tree
 * @param {import('../lib/registry.js').Describe} describe
 * @returns {import('../lib/registry.js').Describe['schedules']}
 */
function entriesOf({ op, text, children }, describe) {
  const entry = op === 'call' || op === 'name' ? describe.schedules.find(({ key }) => key === text) : undefined;
  return [...(entry ? [entry] : []), ...children.flatMap((child) => entriesOf(child, describe))];
}
