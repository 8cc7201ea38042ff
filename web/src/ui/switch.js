// A switch is a native check box with its label.
import { make } from './dom.js';

/**
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} change
 */
export function makeSwitch(label, on, change) {
  const input = make('input', { type: 'checkbox', change: (event) => change(event.target.checked) });
  input.checked = on;
  return make('label', { class: 'switch' }, input, label);
}
