// The controls of playback: play, step, reset, new seed and speed.

import { speeds } from '../lab/playback.js';
import { make, set, write } from '../ui/dom.js';
import { loadPart } from '../ui/load-chunk.js';

/** @param {import('../lab/setting.js').Setting} setting */
export function makeTransport({ lab, words }) {
  const icon = makeIcon();
  const caption = make('span');
  const play = make(
    'button',
    { class: 'filled play', type: 'button', click: () => (lab.playing ? lab.pause() : lab.play()) },
    icon.element,
    caption,
  );
  const button = (/** @type {string} */ key, /** @type {string} */ keys, /** @type {() => void} */ click) =>
    make('button', { type: 'button', class: key, title: words.t(`${key}.help`), 'aria-keyshortcuts': keys, click }, words.t(key));
  const speed = make(
    'select',
    {
      class: 'speeds',
      change: (event) => {
        lab.speed = Number(event.target.value);
      },
    },
    ...speeds.map((value) =>
      make('option', { value, selected: value === lab.speed }, `${value === 0.25 ? '¼' : value === 0.5 ? '½' : value}×`),
    ),
  );
  const slot = make('div', { hidden: true });
  const elements = [
    play,
    button('step', '.', () => lab.step(1)),
    button('reset', 'R', () => lab.reset()),
    button('new_seed', 'Shift+R', async () => (await loadPart(words, slot, () => import('../lab/edits.js'))).newSeed(lab)),
    slot,
    make('label', { class: 'speed' }, make('span', {}, words.t('speed')), speed),
  ];
  return {
    elements,
    update() {
      icon.show(lab.playing);
      write(caption, words.t(lab.playing ? 'pause' : 'play'));
      set(play, { title: words.t('play.help'), 'aria-keyshortcuts': 'Space' });
    },
  };
}

/** Makes the icon of the play button: a triangle, or two bars while playing. */
function makeIcon() {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  set(element, { class: 'icon', viewBox: '0 0 12 12', 'aria-hidden': 'true' });
  element.append(path);
  return {
    element,
    show: (/** @type {boolean} */ playing) => set(path, { d: playing ? 'M1 1h4v10H1zM7 1h4v10H7z' : 'M1 0.5 11.5 6 1 11.5z' }),
  };
}
