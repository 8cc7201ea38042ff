// The list of the pinned racers: each with its result, and a button that unpins it.
import { pinName } from '../charts/ghosts.js';
import { pinResult, unpin } from '../lab/pin-edits.js';
import { formatPercent } from '../lib/format.js';
import { make } from '../ui/dom.js';

/** @param {import('../lab/setting.js').Setting} setting @param {HTMLElement} list */
export function showPins(setting, list) {
  const { lab, words } = setting;
  const items = lab.pins.map((pin) => {
    const name = pinName(setting, pin);
    const result = formatPercent(pinResult(pin), { language: words.language });
    const label = words.t('pin.remove', { name });
    return make(
      'li',
      {},
      make('span', {}, name),
      make('b', {}, result),
      make('button', { type: 'button', 'aria-label': label, title: label, click: () => unpin(lab, pin) }, '×'),
    );
  });
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
}
