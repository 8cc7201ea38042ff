// The button in a racer's row that pins the racer as it is now, or unpins it.

import { mayPin, pinOf } from '../lab/pins.js';
import { nameOf } from '../lab/racer-names.js';
import { make, set } from '../ui/dom.js';
import { loadPart } from '../ui/load-chunk.js';

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {number} racer
 * @param {HTMLElement} slot shows that the code which pins could not be loaded
 */
export function makePinner({ lab, words, describe }, racer, slot) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  set(path, { d: 'M4 1h6l-1 1v3.5l2 2v1H3v-1l2-2V2zM7 8.5V13' });
  set(svg, { class: 'pin-icon', viewBox: '0 0 14 14', 'aria-hidden': 'true' });
  svg.append(path);
  const press = () => loadPart(words, slot, () => import('../lab/pin-edits.js')).then(({ togglePin }) => togglePin(lab, racer));
  const element = make('button', { type: 'button', class: 'pin', title: words.t('pin.help'), click: press }, svg);
  return {
    element,
    update() {
      const { run } = lab;
      if (!run || racer > run.racers.length) return;
      const pinned = pinOf(lab, racer) !== undefined;
      set(element, { 'aria-pressed': String(pinned), 'aria-label': words.t('pin.one', { name: nameOf(run, racer, words, describe) }) });
      element.disabled = !pinned && !mayPin(lab);
    },
  };
}
