// The fragment of an address, after '#', holds a run's text and the page's own keys, as items joined by '&'.
//
// URLSearchParams is unsuitable: it turns '+' into a space and writes brackets as %28. Here a '+' is a plus, '%XX' is a byte of UTF-8, and
// any other '%' is itself. People read addresses, so only characters that a browser or an article would break are escaped.

/** These of the page's own keys stay in its address. */
export const ownKeys = ['lang', 'theme', 'show', 'hide', 'experiment'];
/** These hold the view of a copied link, and are read once; a link may have several pins. */
export const viewKeys = ['at', 'part', 'log', 'whole', 'pin'];
export const pageKeys = [...ownKeys, ...viewKeys];

/** These are escaped: space, '%', '&', '#', quotes, '<', '>', backtick, control and non-ASCII characters. A surrogate pair is one match. */
const escaped = /[\0-\x20"#%&'<>`\x7f]|[^\0-\x7f]+/g;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Escapes a text. @param {string} text a lone surrogate becomes U+FFFD */
function encode(text) {
  return text.replace(escaped, (match) =>
    Array.from(encoder.encode(match), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

/** Unescapes an item, whatever it is. @param {string} item bytes that are not UTF-8 become U+FFFD */
export function decode(item) {
  const bytes = [];
  for (const [match, hex] of item.matchAll(/%([0-9A-Fa-f]{2})|[^%]+|%/g)) {
    if (hex) bytes.push(Number.parseInt(hex, 16));
    else bytes.push(...encoder.encode(match));
  }
  return decoder.decode(Uint8Array.from(bytes));
}

/** Splits an item. @param {string} item `key=value`, or a key alone, whose value is '' */
function split(item) {
  const equals = item.indexOf('=');
  return equals < 0 ? { key: item, value: '' } : { key: item.slice(0, equals), value: item.slice(equals + 1) };
}

/**
 * Separates the page's own keys from the run's text, whose items are joined by a space.
 * @param {string} hash with or without its '#'; any string is allowed
 * @param {Iterable<string>} ownKeys
 * @returns {{ text: string, own: Map<string, string>, all: [string, string][] }} the last value of each own key, and all of them
 */
export function readAddress(hash, ownKeys) {
  const isOwn = new Set(ownKeys);
  /** @type {[string, string][]} */
  const all = [];
  const items = [];
  for (const raw of hash.replace(/^#/, '').split('&')) {
    const item = decode(raw);
    const { key, value } = split(item);
    if (isOwn.has(key)) all.push([key, value]);
    else if (item !== '') items.push(item);
  }
  return { text: items.join(' '), own: new Map(all), all };
}

/**
 * Writes a fragment that reads as the same text (for items: `key=value` joined by a space) and the same own keys.
 * A text or an item that begins like an own key is written with a space before it, which distinguishes it from that key.
 * @param {string | Iterable<{ key: string, value: string }>} run the run's text, or its items as `check` prints them
 * @param {Iterable<[string, string]>} own keys without '=' and values; each key one of ownKeys
 * @param {Iterable<string>} ownKeys
 * @returns {string} without '#'
 */
export function writeAddress(run, own, ownKeys) {
  const isOwn = new Set(ownKeys);
  const texts = typeof run === 'string' ? [run] : Array.from(run, ({ key, value }) => `${key}=${value}`);
  const items = texts.filter((text) => text !== '').map((text) => encode(isOwn.has(split(text).key) ? ` ${text}` : text));
  for (const [key, value] of own) items.push(encode(value === '' ? key : `${key}=${value}`));
  return items.join('&');
}
