// The list of published runs is whole: everything registered stands in it with its own parameters, and it is never changed.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readAddress, writeAddress } from '../../web/src/lib/address.js';
import { native, root, run } from '../program/programs.mjs';
import { uncovered } from './coverage.mjs';
import { fillList, readList } from './list.mjs';

const list = readList(`${root}tests/bits/list.txt`);
const texts = list.map(({ text }) => text);

/** @returns {Promise<import('./coverage.mjs').Registry>} */
const registry = async () => JSON.parse((await run(native, 'describe')).stdout);
/** @param {string} text */
const checked = async (text) => JSON.parse((await run(native, 'check', '--json', text)).stdout);

describe('the list', () => {
  test('has at least 40 hashes, none twice', () => {
    const all = list.flatMap((entry) => entry.hashes);
    assert.ok(
      list.every((entry) => entry.hashes.length > 0),
      'a line without hashes: node tests/bits/write.mjs fills it in',
    );
    assert.ok(all.length >= 40);
    assert.equal(new Set(all).size, all.length);
  });

  test('has everything that is registered, each with its own parameters and their choices', async () => {
    assert.deepEqual(uncovered(await registry(), texts), []);
  });

  test('covers odd widths and batches, and depths 0 to 4', async () => {
    const racers = (await Promise.all(list.map((entry) => checked(entry.text)))).flatMap((run) => run.racers);
    const batches = new Set(racers.map((racer) => racer.batch));
    const widths = new Set(racers.flatMap((racer) => racer.widths.slice(1, -1)));
    const depths = new Set(racers.map((racer) => racer.widths.length - 2));
    for (const batch of [1, 5, 13, 33]) assert.ok(batches.has(batch), `no batch of ${batch}`);
    for (const width of [1, 3, 37, 61]) assert.ok(widths.has(width), `no hidden width of ${width}`);
    for (const depth of [0, 1, 2, 3, 4]) assert.ok(depths.has(depth), `no network with ${depth} hidden layers`);
  });

  test('survives the way through an address', () => {
    for (const { text } of list) assert.equal(readAddress(writeAddress(text, [], []), []).text, text);
  });
});

describe('these tests themselves', () => {
  test('what no run has is found, also where another thing has it', async () => {
    const without = async (/** @type {RegExp} */ what) =>
      uncovered(
        await registry(),
        texts.map((text) => text.replace(what, '')),
      );
    assert.deepEqual(await without(/(?<=lion\()beta1=0.8, /), ['opt=lion(beta1=)']);
    assert.deepEqual(await without(/label_noise=\S+/), ['label_noise=']);
    assert.deepEqual(await without(/, powers=single|powers=single/), ['opt=adam(powers=single)']);
    assert.deepEqual(await without(/(?<=schedule=step\()0\.4, /), ['schedule=step(lr=)']);
    assert.deepEqual(await without(/(?<=points\([^)]*)shape=cosine/), ['schedule=points(shape=cosine)']);
    assert.deepEqual(await without(/split=last/), ['split=last']);
  });

  test('the list is filled in, and never changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eta-list-'));
    const file = join(folder, 'list.txt');
    const hashesOf = async (/** @type {string} */ run) => (run === 'bad' ? [] : ['0123456789abcdef', 'fedcba9876543210']);
    const filled = '# why\n\n0123456789abcdef+fedcba9876543210 learns a=? b\n';
    try {
      writeFileSync(file, '# why\n\n? learns a=? b\n');
      assert.deepEqual(await fillList(file, hashesOf), { added: 1, broken: [] });
      assert.equal(readFileSync(file, 'utf8'), filled);
      for (const planted of ['0123456789abcdef+fedcba9876543211 learns a', '0123456789abcdef learns a', '? runs bad']) {
        writeFileSync(file, `${filled}? runs new\n${planted}\n`);
        const { added, broken } = await fillList(file, hashesOf);
        assert.deepEqual([added, broken.length], [0, 1]);
        assert.equal(readFileSync(file, 'utf8'), `${filled}? runs new\n${planted}\n`);
      }
      writeFileSync(file, '0123456789abcde learns a\n');
      assert.throws(() => readList(file), /list\.txt:1/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
