// What an address may hold beside its run: the view that a copied link keeps, and what has happened to the link on its way.
import { keepCursor } from '../lab/keep-cursor.js';
import { pinTexts } from '../lab/pin-texts.js';
import { setZoom } from '../lab/zoom.js';
import { decode, pageKeys, readAddress } from '../lib/address.js';

/** @typedef {import('./element.js').EtaLab} EtaLab */

/** The marks at the end of a sentence that a link may have taken along. */
const marks = /[.,;:!?。．，、；：！？）】」』”’…]+$/;

/**
 * Tries an address that has problems without the end of a sentence, decoded once more, and both.
 * @param {EtaLab} element
 * @param {string} hash
 * @param {(hash: string) => { text: string, all: [string, string][] }} read applies the own keys of an address
 * @returns {Promise<{ text: string, all: [string, string][] } | null>} the address that was opened; null when none is good
 */
export async function openMended(element, hash, read) {
  const twice = decode(hash);
  for (const mended of [hash.replace(marks, ''), twice, twice.replace(marks, '')]) {
    const { text } = readAddress(mended, pageKeys);
    const checked = mended === hash ? null : await element.lab?.speculativeQueries.read(text);
    if (!checked?.run) continue;
    const address = read(mended);
    await element.load(text);
    return address;
  }
  return null;
}

/** Shows what a link has kept of the view. @param {EtaLab} element @param {[string, string][]} all own keys of its address */
export async function applyView(element, all) {
  const { lab, display } = element;
  if (!lab?.run) return;
  const own = new Map(all);
  const part = /^(\d+)-(\d+)$/.exec(own.get('part') ?? '');
  if (part) setZoom(lab, { from: Number(part[1]), to: Number(part[2]) });
  if (/^\d+$/.test(own.get('at') ?? '')) keepCursor(lab, Number(own.get('at')));
  for (const [key, chart] of /** @type {const} */ ([
    ['log', 'rate'],
    ['whole', 'accuracy'],
  ])) {
    if (!own.has(key)) continue;
    // The panel reads it when it is built; one that is built has the switch.
    display[key] = true;
    const input = element.shadowRoot?.querySelector(`.${chart} .switch input`);
    if (input instanceof HTMLInputElement && !input.checked) input.click();
  }
  const pins = all.flatMap(([key, value]) => (key === 'pin' ? [value] : []));
  if (pins.length === 0) return;
  const { restorePins } = await import('../lab/restore-pins.js');
  await restorePins(lab, pins);
}

/**
 * Keeps the pins in the page's entry of the browser's history, and in those to come.
 * @param {import('../lab/lab.js').Lab} lab
 * @param {import('./session-history.js').SessionHistory | null} session
 */
export function keepPins(lab, session) {
  const pins = pinTexts(lab);
  if (session) session.pins = pins;
  if (String(pins) !== String(history.state?.pins)) history.replaceState({ ...history.state, pins }, '');
}
