// Moves the data of the section `later` (cpp/eta/describe/later.hpp) from the first file of the split module to the second one, where the
// functions are that ask for it: whoever needs it earlier calls one of them and gets Incomplete, never zeros. That no function of the
// first file knows an address in it is checked here.
//
//   node build-scripts/lib/site/cut-later.mjs MAP TEXT FIRST SECOND FIRST_OUT SECOND_OUT
//   MAP     the linker's map, which says where the section lies
//   TEXT    the first file as `wasm-dis` prints it
import { readFileSync, writeFileSync } from 'node:fs';

const [map, text, first, second, firstOut, secondOut] = process.argv.slice(2);

const lines = readFileSync(map, 'utf8').matchAll(/^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +(later|eta::(?:whole|later_rows)<.*>)$/gm);
const [section, ...objects] = Array.from(lines, ([, at, size, name]) => ({
  at: Number.parseInt(at, 16),
  size: Number.parseInt(size, 16),
  name,
}));
if (section?.name !== 'later' || objects.length === 0) throw new Error(`${map} does not say what lies in 'later'`);
const from = section.at;
const to = from + section.size;

// Such an object is known by the address of its start only.
const code = readFileSync(text, 'utf8').replace(/^ \(data .*/gm, '');
const numbers = new Set(Array.from(code.matchAll(/(?:i32\.const |offset=)(\d+)/g), ([, number]) => Number(number)));
for (const { at, name } of objects) if (numbers.has(at)) throw new Error(`a function of the first file has the address of ${name}`);

const inFirst = sectionsOf(readFileSync(first));
const inSecond = sectionsOf(readFileSync(second));
const moved = [];
const kept = [];
for (const segment of segmentsOf(inFirst)) {
  const { address, end } = segment;
  if (end <= from || address >= to) kept.push(segment);
  else if (address >= from && end <= to) moved.push(segment);
  else throw new Error(`the data from ${address} to ${end} lies partly in 'later', ${from} to ${to}`);
}
if (moved.length === 0) throw new Error("no data lies in 'later'");
writeFileSync(firstOut, withSegments(inFirst, kept));
writeFileSync(secondOut, withSegments(inSecond, [...segmentsOf(inSecond), ...moved]));

/** @typedef {{ id: number, content: Uint8Array }} Section */
/** @typedef {{ address: number, end: number, whole: Uint8Array }} Segment its addresses, and the bytes that say them and the data */

/** @param {Uint8Array} bytes @returns {Section[]} */
function sectionsOf(bytes) {
  const sections = [];
  for (let at = 8; at < bytes.length; ) {
    const [size, content] = numberAt(bytes, at + 1);
    sections.push({ id: bytes[at], content: bytes.subarray(content, content + size) });
    at = content + size;
  }
  return sections;
}

/** @param {Section[]} sections @returns {Segment[]} of section 11, the data */
function segmentsOf(sections) {
  const { content } = sections.find(({ id }) => id === 11) ?? { content: new Uint8Array(1) };
  const segments = [];
  for (let [count, at] = numberAt(content, 0); count > 0; count -= 1) {
    // A segment that is copied when the module starts is written 0, i32.const (0x41), its address, end, its size, its bytes.
    if (content[at] !== 0 || content[at + 1] !== 0x41) throw new Error('a segment of data has no fixed address');
    const [address, end] = numberAt(content, at + 2);
    const [size, data] = numberAt(content, end + 1);
    segments.push({ address, end: address + size, whole: content.subarray(at, data + size) });
    at = data + size;
  }
  return segments;
}

/** @param {Section[]} sections @param {Segment[]} segments @returns {Uint8Array} the module with these segments in place of its own */
function withSegments(sections, segments) {
  // Section 12, the count of segments, stands before the code, and is left out where no function names a segment.
  const others = sections.filter(({ id }) => id !== 11 && id !== 12);
  const data = { id: 11, content: Buffer.concat([number(segments.length), ...segments.map(({ whole }) => whole)]) };
  const codeAt = others.findIndex(({ id }) => id === 10);
  others.splice(codeAt + 1, 0, data);
  const written = others.map(({ id, content }) => Buffer.concat([Buffer.of(id), number(content.length), content]));
  return Buffer.concat([Buffer.of(0, ...Buffer.from('asm'), 1, 0, 0, 0), ...written]);
}

/** Reads a number of 7 bits a byte. @param {Uint8Array} bytes @param {number} at @returns {[value: number, next: number]} */
function numberAt(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value */
function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.of(...bytes, value);
}
