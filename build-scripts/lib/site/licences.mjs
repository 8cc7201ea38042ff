// The parts of the site that others wrote, with their licences: data, headers, and what Emscripten compiles into the module.
import { readFile } from 'node:fs/promises';
import { root } from '../paths.mjs';

/** The texts are those that the toolchain comes with, kept here since an Emscripten from elsewhere keeps them elsewhere. */
const parts = [
  ['EtaLab', 'LICENSE'],
  ['The digits', 'cpp/assets/digits.md'],
  ['The images of MNIST', 'cpp/assets/mnist.md'],
  ['Emscripten (runtime, in eta.wasm and page.js)', 'build-scripts/lib/site/licences/emscripten.txt'],
  ['musl (C library, in eta.wasm)', 'build-scripts/lib/site/licences/musl.txt'],
  ['libc++, libc++abi and compiler-rt (C++ library, in eta.wasm)', 'build-scripts/lib/site/licences/llvm.txt'],
];

const eigen =
  'Eigen (linear algebra, in eta.wasm)\n\nMozilla Public License 2.0, https://mozilla.org/MPL/2.0/; its source: https://eigen.tuxfamily.org\n';

/** Gives all of them as one text. */
export async function licences() {
  const texts = await Promise.all(parts.map(async ([title, path]) => `${title}\n\n${(await readFile(root + path, 'utf8')).trim()}\n`));
  return [...texts, eigen].join(`\n${'-'.repeat(80)}\n\n`);
}
