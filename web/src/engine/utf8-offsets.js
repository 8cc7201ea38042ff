// The core counts bytes of UTF-8, and JavaScript counts UTF-16 units; this module converts offsets into a text.

/**
 * @param {string} text
 * @returns {(offset: number) => number} a byte within a character gives the start of the character; one past the end gives the end
 */
export function fromBytes(text) {
  /** @type {number[]} for each UTF-16 unit, the byte where its character begins */
  const starts = [];
  let bytes = 0;
  for (const character of text) {
    starts.push(bytes);
    for (let unit = 1; unit < character.length; unit += 1) starts.push(bytes);
    bytes += utf8Length(/** @type {number} */ (character.codePointAt(0)));
  }
  starts.push(bytes);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low > 0 && starts[low - 1] === starts[low] ? low - 1 : low;
  };
}

/** @param {number} point a lone surrogate is written as U+FFFD: three bytes */
function utf8Length(point) {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** Replaces each lone surrogate by U+FFFD; the length stays. @param {string} text */
export function wellFormed(text) {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (part) => (part.length === 2 ? part : '\ufffd'));
}
