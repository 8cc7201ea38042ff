// A run that is saved and gone on from has the bits of the run in one go; what does not fit it is refused in words.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { after, test } from 'node:test';
import { hashes, native, run } from './programs.mjs';

const folder = await mkdtemp(`${tmpdir()}/eta-saved-`);
after(() => rm(folder, { recursive: true }));
const file = `${folder}/run`;

/** @param {string} text @param {...string} options */
const train = (text, ...options) => run(native, 'train', text, ...options);
/** The rows of a table, without its head and its last lines. @param {string} stdout */
const rowsOf = (stdout) => stdout.split('\n').filter((line) => /^\d/.test(line));

/** @param {string} text @param {number} until */
async function interrupted(text, until) {
  const first = await train(text, '--until', `${until}`, '--save', file);
  const second = await train(text, '--resume', file);
  assert.deepEqual([first.stderr, second.stderr], ['', '']);
  return { first, second };
}

const listening =
  'data=digits hidden=13 batch=13 steps=60 evaluate=3 schedule=(warmup(7) then cosine) * plateau(0.5, patience=0, threshold=0.1)';

test('a run that is saved at any update goes on with the same bits, also while a plateau listens', async () => {
  const whole = await train(listening);
  assert.match(whole.stdout, /factor 0\.25 from update/);
  for (const until of [1, 2, 3, 17, 18, 19, 35, 59, 60]) {
    const { first, second } = await interrupted(listening, until);
    assert.deepEqual([...rowsOf(first.stdout), ...rowsOf(second.stdout)], rowsOf(whole.stdout), `${until}`);
    assert.deepEqual(second.stdout.split('\n').slice(-6), whole.stdout.split('\n').slice(-6));
    assert.equal(/paused at update (\d+)/.exec(first.stdout)?.[1], until < 60 ? `${until}` : undefined);
  }
});

test('a race of several racers goes on, with momentum, Adam, a stop rule and incomplete epochs', async () => {
  const text =
    'data=moons hidden=5-5 batch=7 last_batch=keep steps=90 evaluate=4 schedule=cosine opt=sgd(momentum=0.9) schedule=noise(linear) opt=adam lr=0.01 ' +
    'schedule=constant * greedy(0.7, patience=1) stop=early(patience=6, restore=true)';
  const whole = await train(text);
  for (const until of [5, 44, 89]) assert.deepEqual(hashes((await interrupted(text, until)).second), hashes(whole), `${until}`);
});

test('a file goes on from a file, and a pause is where it says', async () => {
  const text = 'data=moons steps=50 schedule=sgdr';
  await train(text, '--until', '20', '--save', file);
  const next = await train(text, '--resume', file, '--until', '31', '--save', file);
  assert.deepEqual(
    rowsOf(next.stdout).map((row) => Number(row.split(',')[1])),
    Array.from({ length: 11 }, (_, k) => 20 + k),
  );
  assert.deepEqual(hashes(await train(text, '--resume', file)), hashes(await train(text)));
});

test('cut, extended and branched runs written as text have the bits of the run that they come from, and of a file of it', async () => {
  const base = 'data=digits hidden=13 batch=8 evaluate=100%';
  const at = async (/** @type {string} */ text) => hashes(await train(`${base} ${text}`, '--until', '412'));
  const old = await at('steps=800 schedule=cosine');
  assert.deepEqual(await at('steps=1000 schedule=within(cosine, 800) for 412 then linear(0.1)'), old);
  assert.deepEqual(await at('steps=1600 schedule=within(cosine, 800)'), old);
  assert.deepEqual(await at('steps=412 schedule=within(cosine, 800)'), old);
  assert.notDeepEqual(await at('steps=1600 schedule=cosine'), old);
  await train(`${base} steps=800 schedule=cosine`, '--until', '412', '--save', file);
  const branch = `${base} steps=500 schedule=within(cosine, 800) for 412 then linear(0.1)`;
  assert.deepEqual(hashes(await train(branch, '--resume', file)), hashes(await train(branch)));
  const longer = `${base} steps=1000 schedule=within(cosine, 800)`;
  assert.deepEqual(hashes(await train(longer, '--resume', file)), hashes(await train(longer)));
});

test('another network, data set, seed, batch or optimizer is refused and named; schedules, rates and lengths may differ', async () => {
  const base = 'data=moons hidden=8 batch=8 steps=40 schedule=cosine';
  await train(base, '--until', '30', '--save', file);
  const refused = {
    'data=xor': 'data',
    'data=moons(noise=0.3)': 'data',
    'hidden=9': 'network',
    'hidden=8-8': 'network',
    'act=tanh': 'act',
    'init=glorot_uniform': 'init',
    'loss=binary_cross_entropy': 'network',
    'seed=2': 'seed',
    'batch=9': 'batch',
    'last_batch=keep': 'last_batch',
    'opt=adam': 'opt',
    'opt=sgd(momentum=0.9)': 'opt',
    'clip=norm(1)': 'clip',
    'validation=30%': 'validation',
    'split=random': 'split',
    'label_noise=0.1': 'label_noise',
  };
  for (const [other, key] of Object.entries(refused)) {
    const keys = base.split(' ').filter((item) => item.split('=')[0] !== other.split('=')[0]);
    const answer = await train([other, ...keys].join(' '), '--resume', file);
    assert.deepEqual([answer.status, answer.stdout], [2, ''], other);
    assert.match(answer.stderr, new RegExp(`^The file is of a run with ${key}=.+, and this run has .+\\.\n$`), other);
  }
  for (const other of [
    'steps=80 schedule=cosine',
    'steps=30 schedule=cosine',
    'steps=40 schedule=linear lr=0.1 label=x',
    'steps=40 schedule=constant * plateau',
  ])
    assert.equal((await train(`data=moons hidden=8 batch=8 ${other}`, '--resume', file)).status, 0, other);
  const short = await train('data=moons hidden=8 batch=8 steps=20 schedule=cosine', '--resume', file);
  assert.deepEqual([short.status, short.stdout], [2, '']);
  assert.match(short.stderr, /30 updates done in racer 1, and this run has only 20; write more steps\.\n$/);
  const two = await train(`${base} schedule=linear`, '--resume', file);
  assert.deepEqual([two.status, two.stderr], [2, 'The file is of a run of 1 racers, and this run has 2.\n']);
});

test('what listens must hear the same evaluations', async () => {
  await train(listening, '--until', '30', '--save', file);
  const other = await train(listening.replace('evaluate=3', 'evaluate=4'), '--resume', file);
  assert.deepEqual([other.status, other.stdout], [2, '']);
  assert.match(other.stderr, /evaluate=3 in racer 1, and this run has 4/);
});

test('a damaged, cut, foreign or missing file is refused in words, as is one that cannot be written', async () => {
  const text = 'data=moons hidden=4 steps=20 schedule=cosine';
  await train(text, '--until', '7', '--save', file);
  const good = await readFile(file);
  const other = `${folder}/other`;
  const refused = async (/** @type {Uint8Array} */ bytes, /** @type {RegExp} */ why) => {
    await writeFile(other, bytes);
    const answer = await train(text, '--resume', other);
    assert.deepEqual([answer.status, answer.stdout], [2, '']);
    assert.match(answer.stderr, why);
  };
  for (const length of [10, 11, 20, 26, 30, 100, good.length - 1])
    await refused(good.subarray(0, length), /is cut or damaged; save it anew\.\n$/);
  for (const at of [10, 20, 30, 40, 60, 150, good.length - 3]) {
    const bytes = Uint8Array.from(good);
    bytes[at] ^= 1;
    await refused(bytes, /is cut or damaged; save it anew\.\n$/);
  }
  await refused(new Uint8Array([...good, 0]), /is cut or damaged/);
  await refused(new Uint8Array(), /is none that eta train --save wrote\.\n$/);
  await refused(new TextEncoder().encode('racer,update\n'), /is none that eta train --save wrote\.\n$/);
  const later = Uint8Array.from(good);
  later[8] = '9'.charCodeAt(0);
  await refused(later, /is of another version of this program; save it anew\.\n$/);
  for (const missing of [`${folder}/none`, folder]) {
    const answer = await train(text, '--resume', missing);
    assert.deepEqual([answer.status, answer.stdout], [2, '']);
    assert.match(answer.stderr, /cannot be read\.\n$/);
  }
  const unwritten = await train(text, '--save', `${folder}/none/run`);
  assert.equal(unwritten.status, 2);
  assert.match(unwritten.stderr, /cannot be written\.\n$/);
});

for (const words of [
  ['--until'],
  ['--until', '0'],
  ['--until', '1.5'],
  ['--save'],
  ['--save', ''],
  ['--resume'],
  ['--resume', '--save', 'x'],
])
  test(`status 2 and a sentence for: eta train ${words.join(' ')}`, async () => {
    const { status, stdout, stderr } = await train('steps=2', ...words);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^\S.*\.\n$/);
  });
