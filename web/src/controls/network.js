// The network and its data in a few sentences, with a slot for the settings, which are loaded when they are opened.
import { formatInteger } from '../lib/format.js';
import { make, write } from '../ui/dom.js';
import { loadChunk } from '../ui/load-chunk.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/**
 * @param {Setting} setting
 * @param {{ network: boolean }} display remembers whether the settings are open
 * @returns {import('../ui/component.js').Component}
 */
export function makeNetwork(setting, display) {
  const { words } = setting;
  const widths = make('p', { class: 'widths' });
  const facts = make('div', { class: 'facts' });
  const slot = make('div', { class: 'settings' });
  /** @type {ReturnType<typeof import('./network-settings.js').makeNetworkSettings> | null} */
  let settings = null;
  const load = async () => {
    if (!details.open || settings) return;
    const chunk = await loadChunk(words, slot, () => import('./network-settings.js'));
    if (settings || !chunk) return;
    settings = chunk.makeNetworkSettings(setting);
    slot.replaceChildren(...settings.elements);
    settings.update();
  };
  const open = () => {
    display.network = details.open;
    load();
  };
  const details = make('details', { open: display.network, toggle: open }, make('summary', {}, words.t('network.change')), slot);
  const element = make('section', { class: 'network' }, make('h2', {}, words.t('network.title')), facts, details);
  return {
    element,
    update() {
      settings?.update();
      writeFacts(setting, widths, facts);
    },
  };
}

/** @param {Setting} setting @param {HTMLElement} widths @param {HTMLElement} facts */
function writeFacts({ lab, words }, widths, facts) {
  const { run } = lab;
  if (!run) return;
  const { language } = words;
  const [first] = run.racers;
  const count = (/** @type {number} */ value) => formatInteger(value, { language });
  const alike = run.racers.every((racer) => racer.widths.join() === first.widths.join());
  write(widths, first.widths.join(' → '));
  const epochs = first.updates / first.updatesPerEpoch;
  const lines = [
    alike && words.t('network.weights', { count: count(first.weights) }),
    words.t('network.samples', { training: count(run.data.training), validation: count(run.data.validation) }),
    first.updatesPerEpoch > 0 &&
      words.t('network.epochs', {
        each: count(first.updatesPerEpoch),
        epochs: epochs < 10 ? epochs.toFixed(1) : count(Math.round(epochs)),
      }),
  ];
  facts.replaceChildren(...(alike ? [widths] : []), ...lines.flatMap((line) => (line ? [make('p', {}, line)] : [])));
}
