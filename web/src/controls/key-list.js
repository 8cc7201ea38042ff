// The list of the keyboard shortcuts.
import { make } from '../ui/dom.js';

/** Each shortcut's keys, and the key of the words that explain it. */
const keyboard = [
  ['␣', 'play'],
  [',', 'back'],
  ['.', 'step'],
  ['R', 'reset'],
  ['⇧R', 'new_seed'],
  ['1 – 6', 'racer'],
  ['Ctrl Z', 'undo'],
  ['Ctrl Y', 'redo'],
  ['← →', 'cursor'],
  ['Esc', 'free'],
  ['+ −', 'zoom'],
  ['⇧← ⇧→', 'pan'],
  ['0', 'whole'],
  ['← → ↑ ↓', 'handle'],
  ['+', 'more'],
  ['Del', 'less'],
  ['Esc', 'restore'],
];

/** @param {import('../lib/words.js').Words} words */
export const makeKeyList = (words) =>
  make(
    'p',
    { class: 'keys' },
    make('span', {}, words.t('keys.where')),
    ...keyboard.map(([key, action]) => make('span', {}, make('kbd', {}, key), ` ${words.t(`keys.${action}`)}`)),
  );
