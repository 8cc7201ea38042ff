// This line under the charts names the part of the run that they show, and has a button that shows all of it; before, it says how to zoom.

import { setZoom } from '../lab/zoom.js';
import { formatInteger } from '../lib/format.js';
import { announce, make, set } from '../ui/dom.js';

/** The sentence is written this many milliseconds after the last movement. */
const patience = 250;

/** @param {import('../lab/setting.js').Setting} setting */
export function makeZoomRow(setting) {
  const { lab, words } = setting;
  const hint = make('span', { class: 'soft small' }, words.t('part.hint'));
  const sentence = make('span', { class: 'soft small unseen' });
  const back = () => {
    // The focus must not be lost with the button.
    const plot = element.closest('.main')?.querySelector('.plot');
    if (plot instanceof HTMLElement && button.matches(':focus')) plot.focus({ preventScroll: true });
    setZoom(lab, null);
  };
  const button = make('button', { type: 'button', class: 'quiet whole-run', click: back }, words.t('part.whole'));
  const element = make('div', { class: 'part' }, hint, sentence, button);
  button.hidden = true;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const writeSentence = () => {
    const [from, to, updates] = [lab.zoom?.from ?? 0, lab.zoom?.to ?? 0, lab.updates].map((update) =>
      formatInteger(Math.round(update), { language: words.language }),
    );
    announce(setting, sentence, lab.zoom ? words.t('part.shown', { from, to, updates }) : words.t('part.all', { updates }));
  };
  return {
    element,
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      const shown = lab.zoom !== null;
      // What was undone takes its room.
      hint.hidden = shown || lab.history.travelled !== null;
      if (button.hidden === !shown && !changes.has('zoom')) return;
      button.hidden = !shown;
      set(sentence, { class: shown ? 'soft small' : 'soft small unseen' });
      clearTimeout(timer);
      timer = setTimeout(writeSentence, patience);
    },
    close: () => clearTimeout(timer),
  };
}
