// The address codec decodes anything, reads back what it has written, and escapes only what it must.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wellFormed } from '../../../web/src/engine/utf8-offsets.js';
import { pageKeys, readAddress, writeAddress } from '../../../web/src/lib/address.js';
import { eta } from '../real-eta.mjs';

const ownKeys = ['lang', 'experiment', 'view', 'theme', 'embed'];

/** Any UTF-16 text, also with lone surrogates. */
const anyText = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), loneSurrogate(), fc.constantFrom(...' %&#="\'<>`+()')),
});
const ownValues = fc.dictionary(fc.constantFrom(...ownKeys), anyText).map((values) => new Map(Object.entries(values)));

function loneSurrogate() {
  return fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));
}

test('the default run is written as it is read in an article', () => {
  const items = [
    { key: 'data', value: 'digits' },
    { key: 'lr', value: '0.5' },
    { key: 'schedule', value: 'step(factor=0.1, every=250)' },
    { key: 'schedule', value: 'warmup(50) then cosine + 10%' },
    { key: 'label', value: '余弦' },
  ];
  const written = writeAddress(
    items,
    [
      ['lang', 'zh'],
      ['embed', ''],
    ],
    ownKeys,
  );
  const expected =
    'data=digits&lr=0.5&schedule=step(factor=0.1,%20every=250)&schedule=warmup(50)%20then%20cosine%20+%2010%25&label=%E4%BD%99%E5%BC%A6&lang=zh&embed';
  assert.equal(written, expected);
  const { text, own } = readAddress(`#${written}`, ownKeys);
  assert.equal(text, 'data=digits lr=0.5 schedule=step(factor=0.1, every=250) schedule=warmup(50) then cosine + 10% label=余弦');
  assert.deepEqual(Array.from(own), [
    ['lang', 'zh'],
    ['embed', ''],
  ]);
});

test('a plus is a plus, %XX is UTF-8, any other % stands for itself', () => {
  const read = (/** @type {string} */ hash) => readAddress(hash, ownKeys).text;
  assert.equal(read('schedule=1+2'), 'schedule=1+2');
  assert.equal(read('validation=20%'), 'validation=20%');
  assert.equal(read('validation=20%&split=last'), 'validation=20% split=last');
  assert.equal(read('a=%zz%4'), 'a=%zz%4');
  assert.equal(read('a=%E4%BD%99'), 'a=余');
  assert.equal(read('a=%E4%BD'), 'a=\ufffd');
  assert.equal(read('a=%EF%BB%BFb'), 'a=\ufeffb');
  assert.equal(read('a=%2525'), 'a=%25');
  assert.equal(read(''), '');
  assert.equal(read('#'), '');
  assert.equal(read('&&a=1&&b=2&'), 'a=1 b=2');
});

test('own keys are separated wherever they are, and the last one counts', () => {
  const { text, own } = readAddress('#lang=en&lr=0.3&view=loss&lang=zh&languages=2', ownKeys);
  assert.equal(text, 'lr=0.3 languages=2');
  assert.deepEqual(Array.from(own), [
    ['lang', 'zh'],
    ['view', 'loss'],
  ]);
});

test('a text that begins like an own key is still a text', () => {
  for (const run of ['lang=zh lr=1', 'embed']) assert.equal(readAddress(writeAddress(run, [], ownKeys), ownKeys).text, ` ${run}`);
});

test('anything decodes to a text without lone surrogates', () => {
  fc.assert(
    fc.property(anyText, (hash) => {
      const { text, own } = readAddress(hash, ownKeys);
      for (const part of [text, ...own.values()]) assert.equal(part, wellFormed(part));
    }),
    { numRuns: 2000 },
  );
});

test('writing then reading is the identity on texts and own keys, lone surrogates becoming U+FFFD', () => {
  const beginsOwn = (/** @type {string} */ text) => ownKeys.includes(text.split('=')[0]);
  fc.assert(
    fc.property(anyText, ownValues, (text, own) => {
      fc.pre(!beginsOwn(text));
      const read = readAddress(`#${writeAddress(text, own, ownKeys)}`, ownKeys);
      assert.equal(read.text, wellFormed(text));
      assert.deepEqual(read.own, new Map(Array.from(own, ([key, value]) => [key, wellFormed(value)])));
    }),
    { numRuns: 2000 },
  );
});

test('what is written has no character that a browser or an article would break, and escapes no other', () => {
  fc.assert(
    fc.property(anyText, ownValues, (text, own) => {
      const written = writeAddress(text, own, ownKeys);
      assert.match(written, /^[!$(-;=?-_a-~%&]*$/);
      const known = text.replace(/[^!$(-;=?-_a-~]/g, '');
      assert.equal(writeAddress(known, [], []), known);
      // A browser does not change it.
      assert.equal(new URL(`https://example.org/#${written}`).hash.slice(1), written);
    }),
    { numRuns: 1000 },
  );
});

test('no own key of the page is a key of a run', () => {
  const keys = JSON.parse(eta('describe').join('\n')).keys.map((/** @type {{ key: string }} */ { key }) => key);
  assert(keys.includes('schedule') && keys.includes('label'));
  assert.deepEqual(
    pageKeys.filter((key) => keys.includes(key)),
    [],
  );
});

test('a link may have several pins, each the text of a run', () => {
  const pins = ['steps=400 schedule=constant', 'schedule=linear & more'];
  const own = pins.map((pin) => /** @type {[string, string]} */ (['pin', pin]));
  const written = writeAddress('schedule=cosine', [['log', ''], ...own], pageKeys);
  assert.deepEqual(readAddress(written, pageKeys).all, [['log', ''], ...own]);
  assert.equal(readAddress(written, pageKeys).text, 'schedule=cosine');
});
