// The page “Theirs, not copied” has every defect that the tests recorded, in both languages, and needs nothing that the policy forbids.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { root } from '../../build-scripts/lib/paths.mjs';
import { recorded, saidOf, sentences, theirs } from '../../build-scripts/lib/site/theirs.mjs';

const folder = `${root}tests/reference/data/`;
const files = (await readdir(folder)).filter((name) => name.startsWith('defects-'));
const { html, css } = await theirs();

test('each framework that the tests ran is a section, and each of its defects a row', async () => {
  const texts = await Promise.all(files.map((name) => readFile(folder + name, 'utf8')));
  const defects = texts.join('\n').match(/^defect /gm) ?? [];
  assert.ok(files.length >= 5 && defects.length > 30);
  assert.equal(html.match(/<h2>\w+ \d+\.\d+/g)?.length, files.length);
  assert.equal(html.match(/<th scope="row">/g)?.length, defects.length);
});

test('every sentence is said in Chinese with the numbers of the English one, and none is said of nothing', async () => {
  const said = await sentences();
  const used = new Set();
  for (const { defects } of await recorded())
    for (const { sentence } of defects) {
      const digits = (/** @type {string} */ text) => (text.match(/\d+(?:\.\d+)?/g) ?? []).join(' ');
      assert.equal(digits(saidOf(sentence, said).zh), digits(sentence), sentence);
      used.add(sentence.replaceAll(/\d+(?:\.\d+)?/g, '#'));
    }
  assert.deepEqual(Object.keys(said).sort(), [...used].sort());
});

test('a sentence without Chinese stops the build', async () => {
  assert.throws(() => saidOf('Nobody has said this.', {}), /lacks: Nobody has said this/);
});

test('it has no script, no inline style and no address of another server but threads', () => {
  assert.doesNotMatch(html, /<script|style=|\son\w+=/);
  assert.doesNotMatch(css, /url\(|@import/);
  for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g))
    assert.match(address, /^(index\.html#|theirs\.css$|data:,$|https:\/\/github\.com\/[\w-]+\/[\w-]+\/issues\/\d+$)/);
});
