// The part of an address after '#': a run's text and the page's own keys, as items joined by '&'.
//
// Not URLSearchParams, which turns '+' into a space and writes brackets as %28. Here a '+' is a plus, '%XX' is a byte of UTF-8, and any
// other '%' stands for itself. An address is for people: only what a browser or an article would break is escaped.

/** Space, '%', '&', '#', quotes, '<', '>', backtick, control and non-ASCII characters; a surrogate pair counts as one. */
const escaped = /[\0-\x20"#%&'<>`\x7f]|[^\0-\x7f]+/g;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** @param {string} text a lone surrogate becomes U+FFFD */
function encode(text) {
  return text.replace(escaped, (part) =>
    Array.from(encoder.encode(part), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

/** @param {string} item anything gives a text: bytes that are not UTF-8 become U+FFFD */
function decode(item) {
  const bytes = [];
  for (const [part, hex] of item.matchAll(/%([0-9A-Fa-f]{2})|[^%]+|%/g)) {
    if (hex) bytes.push(Number.parseInt(hex, 16));
    else bytes.push(...encoder.encode(part));
  }
  return decoder.decode(Uint8Array.from(bytes));
}

/** @param {string} item `key=value`, or a key alone, whose value is '' */
function split(item) {
  const equals = item.indexOf('=');
  return equals < 0 ? { key: item, value: '' } : { key: item.slice(0, equals), value: item.slice(equals + 1) };
}

/**
 * The page's own keys are taken out; what is left is the run's text, its items joined by a space.
 * @param {string} hash with or without its '#'; any string is allowed
 * @param {Iterable<string>} ownKeys
 * @returns {{ text: string, own: Map<string, string> }} of an own key given twice, the last counts
 */
export function readAddress(hash, ownKeys) {
  const isOwn = new Set(ownKeys);
  const own = new Map();
  const items = [];
  for (const raw of hash.replace(/^#/, '').split('&')) {
    const item = decode(raw);
    const { key, value } = split(item);
    if (isOwn.has(key)) own.set(key, value);
    else if (item !== '') items.push(item);
  }
  return { text: items.join(' '), own };
}

/**
 * Reading what was written gives the same text (of items: `key=value` joined by a space) and the same own keys.
 * A text, or an item of one, that begins like an own key is written with a space before it, so that it is not taken for that key.
 * @param {string | Iterable<{ key: string, value: string }>} run its text, or its items as `check` prints them
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
