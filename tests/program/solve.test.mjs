// eta solve finds the number that makes a rate what it shall be, or says why there is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { native, rows, run, sameAnswer, wasm } from './programs.mjs';

/** @param {string} text @param {string} path @param {number} t @param {number} eta */
async function solve(text, path, t, eta) {
  const { status, stdout, stderr } = await sameAnswer(native, wasm, 'solve', text, path, '--at', `${t}`, '--to', `${eta}`);
  assert.deepEqual([status, stderr], [0, ''], text);
  const [found, said] = stdout.split('\n');
  const [, gives, more] = /η\(\d+\) = ([^,]*)(.*)$/.exec(said) ?? assert.fail(said);
  // The printed run has the printed rate, at the racer that the path names.
  const racer = Number(/^(\d+)\./.exec(path)?.[1] ?? 1);
  assert.equal(rows(await run(native, 'curve', found))[t][racer], gives);
  return { found, said, gives: Number(gives), more };
}

for (const [text, path, t, eta, expected] of /** @type {[string, string, number, number, string][]} */ ([
  ['schedule=linear', 'lr', 400, 0.1, 'lr=0.2 schedule=linear'],
  ['schedule=linear', 'schedule.to', 400, 0.3, 'schedule=linear(to=0.1)'],
  ['schedule=points', 'schedule.at.2', 400, 0.3, 'schedule=points(0%:lr, 50%:0.3, 100%:0)'],
  ['schedule=constant schedule=linear', '2.schedule.to', 400, 0.3, 'schedule=constant schedule=linear(to=0.1)'],
]))
  test(`${path} of ${text} is found exactly`, async () => {
    const { found, gives, more } = await solve(text, path, t, eta);
    assert.deepEqual([found, more], [expected, '']);
    assert.ok(Math.abs(gives - eta) <= 1e-9 * eta, `${gives}`);
  });

for (const [text, path, t, to, expected, said] of /** @type {[string, string, number, number, string, string][]} */ ([
  [
    'hidden=8 schedule=constant schedule.2=linear',
    'schedule.2.to',
    400,
    0.3,
    'hidden=8 schedule.2=linear(to=0.1)',
    'schedule.2(400) = 0.3',
  ],
  ['hidden=8-8 layer_decay=0.9', 'layer_decay', 0, 0.125, 'hidden=8-8 layer_decay=0.5', 'schedule.1(0) = 0.125'],
  ['opt=adam(beta1=linear(0.9))', 'opt.beta1.to', 400, 0.7, 'opt=adam(linear(0.9, to=0.5))', 'opt.beta1(400) = 0.7'],
  ['batch=points(0:8, 50%:16, shape=step)', 'batch.at.2', 600, 32, 'batch=points(0:8, 50%:32, shape=step)', 'batch(600) = 32'],
]))
  test(`${path} of ${text} is found, and what it moves is said`, async () => {
    const { status, stdout } = await sameAnswer(native, wasm, 'solve', text, path, '--at', `${t}`, '--to', `${to}`);
    const [found, line] = stdout.split('\n');
    assert.deepEqual([status, found, line.slice(line.indexOf(': ') + 2)], [0, expected, said]);
  });

test('a whole number gives the nearest rate, and that is said', async () => {
  const { found, gives, more } = await solve('lr=0.5 schedule=exponential(every=100)', 'schedule.every', 300, 0.1234);
  const every = Number(/every=(\d+)/.exec(found)?.[1]);
  assert.equal(more, ', the nearest that it gives');
  for (const other of [every - 1, every + 1]) {
    const answer = await run(native, 'curve', `lr=0.5 schedule=exponential(every=${other})`);
    assert.ok(Math.abs(Number(rows(answer)[300][1]) - 0.1234) > Math.abs(gives - 0.1234), `${other}`);
  }
});

const question = ['--at', '400', '--to', '0.1'];
for (const [words, sentence] of /** @type {[string[], RegExp][]} */ ([
  [[], /needs RUN, PATH, --at and --to/],
  [['schedule=linear', 'lr', '--to', '0.1'], /needs RUN, PATH, --at and --to/],
  [['schedule=linear', 'lr', '--at', '400'], /^A rate is expected after --to/],
  [['schedule=linear', 'lr', '--at', '400', '--to', 'high'], /^A rate is expected after --to/],
  [['schedule=linear', 'lr', '--at', '400', '--to', '-1'], /^A rate is expected after --to/],
  [['schedule=linear', 'lr', '--at', 'end', '--to', '0.1'], /after --at/],
  [['schedule=linear', 'schedule.nope', ...question], /“schedule\.nope” names no number here\. There are: .*\bschedule\.to\./],
  [['schedule=linear', '9.lr', ...question], /There is no racer 9; they are counted from 1 to 1/],
  [['schedule=linear', 'schedule.to', '--at', '0', '--to', '0.1'], /does not depend on schedule\.to: it is 0\.5 whatever that is/],
  [['schedule=cosine', 'schedule.power', '--at', '400', '--to', '9'], /No schedule\.power makes the rate .* equal to 9: it lies between /],
  [['opt=adam(linear(0.9))', 'opt.beta1', ...question], /names no number here\. There are: .*\bopt\.beta1\.to\b.*\bopt\.beta2\b/],
  [
    ['opt=adam(linear(0.9))', 'opt.beta1.to', ...question],
    /No opt\.beta1\.to makes opt\.beta1 at update 400 equal to 0\.1: it lies between /,
  ],
  [['hidden=none', 'layer_decay', ...question], /schedule\.1 at update 400 does not depend on layer_decay: it is 0\.5 whatever that is/],
  [['schedule=linear', 'lr', ...question, '--json'], /^“--json” is no option of “eta solve”/],
  [['schedule=linaer', 'lr', ...question], /“linaer”/],
]))
  test(`eta solve ${words.join(' ')}: what is wrong is said, with status 2`, async () => {
    const { status, stdout, stderr } = await sameAnswer(native, wasm, 'solve', ...words);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, sentence);
  });
