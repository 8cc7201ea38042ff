// Whatever is compiled into the module, or comes with the page, is named in licences.txt with the text of its licence.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { root } from '../../build-scripts/lib/paths.mjs';
import { licences } from '../../build-scripts/lib/site/licences.mjs';

const sections = (await licences()).split(`\n${'-'.repeat(80)}\n\n`);
/** @param {RegExp} title */
const section = (title) => sections.find((text) => title.test(text.split('\n')[0])) ?? assert.fail(`no part is called ${title}`);
const permission = 'Permission is hereby granted, free of charge, to any person obtaining';
const flat = (/** @type {string} */ text) => text.replaceAll(/\s+/g, ' ');

test('Emscripten is there with its copyright and the MIT licence', () => {
  const text = flat(section(/^Emscripten/));
  assert.match(text, /Copyright \(c\) [\d-]+ The Emscripten Authors/);
  assert.ok(text.includes(permission));
  assert.match(text, /OR THE USE OR OTHER DEALINGS IN THE SOFTWARE\. $/);
});

test('musl is there with its copyrights and the MIT licence', () => {
  const text = flat(section(/^musl/));
  assert.match(text, /Copyright © [\d-]+ Rich Felker, et al\./);
  assert.ok(text.includes(permission));
  assert.match(text, /Authors\/contributors include:/);
});

test('libc++, libc++abi and compiler-rt are there with the Apache licence and its exception', () => {
  const title = /^libc\+\+, libc\+\+abi and compiler-rt/;
  const text = flat(section(title));
  assert.match(text, /Apache License Version 2\.0, January 2004/);
  assert.match(text, /END OF TERMS AND CONDITIONS/);
  assert.match(text, /LLVM Exceptions to the Apache 2\.0 License/);
  assert.match(text, /may redistribute such embedded portions in such Object form/);
});

test('the project itself, its data and Eigen are there', async () => {
  assert.ok(section(/^EtaLab$/).includes((await readFile(`${root}LICENSE`, 'utf8')).trim()));
  section(/^The digits$/);
  section(/^The images of MNIST$/);
  assert.match(section(/^Eigen/), /Mozilla Public License 2\.0/);
});
