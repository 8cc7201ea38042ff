// The program's commands and exit status: 0 for success, 1 if a racer diverged, 2 for invalid input; alike natively and as WebAssembly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashes, native, root, rows, run, sameAnswer, wasm } from './programs.mjs';

/** @param {...(string | Uint8Array)} words */
const same = (...words) => sameAnswer(native, wasm, ...words);

test('--help explains every command with an example, and the exit status', async () => {
  for (const words of [['--help'], ['-h'], ['help'], ['train', '--help'], ['check', 'lr=-1', '--help']]) {
    const { status, stdout, stderr } = await same(...words);
    assert.deepEqual([status, stderr], [0, '']);
    for (const part of [
      'eta describe',
      'eta check RUN',
      'eta curve RUN',
      'eta train RUN',
      'eta export RUN',
      '--every',
      '--json',
      'Exit status',
    ]) {
      assert.ok(stdout.includes(part), part);
    }
  }
});

test('the examples of --help are valid runs', async () => {
  const { stdout } = await run(native, '--help');
  const examples = [...stdout.matchAll(/^ {2}(data=.*)$/gm)].map(([, text]) => text);
  assert.ok(examples.length >= 2);
  for (const text of examples) assert.equal((await run(native, 'check', text)).stderr, '');
});

test('without a command help goes to the error output, with status 2', async () => {
  const { status, stdout, stderr } = await same();
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /eta train RUN/);
});

for (const words of [
  ['frob'],
  ['Train'],
  ['train', '--evry', '3'],
  ['curve', '--json'],
  ['check', '--every', '3'],
  ['describe', 'lr=1'],
  ['train', '--every'],
  ...['0', '-1', '1.5', 'x', '', '10000001', 'nan', '1e400'].map((every) => ['train', 'steps=2', '--every', every]),
])
  test(`status 2 and a sentence for: eta ${words.join(' ')}`, async () => {
    const { status, stdout, stderr } = await same(...words);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^\S.*\.\n$/);
  });

test('describe is the registry, the same from both', async () => {
  const { kinds, keys, limits } = JSON.parse((await same('describe')).stdout);
  assert.ok(kinds.schedule.length > 5 && keys.length > 10 && limits.updates > 0);
});

test('arguments are joined by a space', async () => {
  const whole = await same('check', 'data=moons lr=0.25 schedule=warmup(5) then cosine');
  assert.equal(whole.stdout, 'data=moons lr=0.25 schedule=warmup(5) then cosine\n');
  assert.deepEqual((await same('check', 'data=moons', 'lr=0.25', 'schedule=warmup(5)', 'then', 'cosine')).stdout, whole.stdout);
});

test('no text is the default preset', async () => {
  assert.equal((await same('check')).stdout, 'preset=default\n');
  assert.equal((await same('check', ' \t ')).stdout, 'preset=default\n');
  assert.deepEqual(hashes(await run(native, 'train')), hashes(await run(native, 'train', 'preset=default')));
});

test('check --json prints the run, or its problems', async () => {
  const good = JSON.parse((await same('check', '--json', 'data=moons steps=5')).stdout);
  assert.deepEqual([good.text, good.problems], ['data=moons steps=5', []]);
  const bad = await same('check', '--json', 'lr=-1');
  assert.equal(bad.status, 2);
  assert.deepEqual(JSON.parse(bad.stdout).problems.length, 1);
});

test('the program finds its data from any directory and by any name', async () => {
  const text = ['train', 'steps=3'];
  const usual = await run(native, ...text);
  assert.equal(usual.status, 0);
  for (const where of ['/', '/tmp']) {
    const [program] = native;
    assert.equal((await run(['bash', '-c', `cd ${where} && exec "$0" "$@"`, program], ...text)).stdout, usual.stdout);
    assert.equal((await run(['bash', '-c', `cd ${where} && exec "$0" "$@"`, ...wasm], ...text)).stdout, usual.stdout);
  }
  assert.equal((await run(['bash', '-c', `cd ${root}build && exec native/eta "$@"`, 'eta'], ...text)).stdout, usual.stdout);
  assert.equal((await run(['bash', '-c', `PATH=${root}build/native:$PATH; exec eta "$@"`, 'eta'], ...text)).stdout, usual.stdout);
});

test('writing to a closed pipe ends the program', async () => {
  const { status, stdout } = await run(['bash', '-c', `"$0" curve steps=2000000 | head -n 1; exit 0`, ...native]);
  assert.deepEqual([status, stdout], [0, 't,eta_1\n']);
});

test('a diverging racer is marked with its update, the others continue, and the status is 1', async () => {
  const text = 'data=digits hidden=37 act=identity steps=30 schedule=0.1 schedule=100 opt=sgd(momentum=0.9) schedule=cosine(0.2)';
  const answer = await same('train', text);
  assert.equal(answer.status, 1);
  const found =
    /^# racer 2 diverged at update (\d+): (loss|gradient|weights)$/m.exec(answer.stdout) ?? assert.fail('racer 2 did not diverge');
  assert.equal([...answer.stdout.matchAll(/diverged/g)].length, 1);
  const updates = (/** @type {string} */ racer) => rows(answer).filter(([each]) => each === racer).length;
  // The update that would make the weights infinite is not applied.
  assert.deepEqual(['1', '2', '3'].map(updates), [30, Number(found[1]), 30]);
  assert.ok(updates('2') > 0 && updates('2') < 30);
  assert.equal(hashes(answer).length, 3);
  assert.ok(rows(answer).every((row) => row.slice(2, 5).every((cell) => Number.isFinite(Number(cell)))));
  // The racers that continue train as they do alone.
  const alone = await run(native, 'train', 'data=digits hidden=37 act=identity steps=30 schedule=0.1 schedule=cosine(0.2)');
  assert.deepEqual([hashes(answer)[0], hashes(answer)[2]], hashes(alone));
});

test('a rate that is infinite only in between ends its racer with that reason', async () => {
  const answer = await same('train', 'data=moons hidden=3 steps=20 schedule=1/abs(t-7)/9 schedule=0.1');
  assert.equal(answer.status, 1);
  assert.match(answer.stdout, /^# racer 1 diverged at update 7: rate$/m);
  const negative = await same('train', 'data=moons hidden=3 steps=20 schedule=abs(t-7) - 0.5');
  assert.match(negative.stdout, /^# racer 1 diverged at update 7: rate$/m);
});

test('train prints a row an update, or every K-th, the evaluations, the ends of epochs and the last', async () => {
  // An epoch has 20 updates.
  const text = ['train', 'data=moons(samples=200) hidden=3 steps=23 evaluate=9 schedule=constant schedule=linear'];
  const header =
    'racer,update,batch_loss,gradient_norm,update_norm,validation_loss,validation_accuracy,epoch_loss,epoch_accuracy,weight_norm,rate_sum,eta\n';
  const all = await same(...text);
  assert.ok(all.stdout.startsWith(header));
  assert.deepEqual(
    rows(all).map((row) => row.slice(0, 2)),
    [1, 2].flatMap((racer) => Array.from({ length: 23 }, (_, t) => [`${racer}`, `${t}`])),
  );
  for (const row of rows(all)) {
    const filled = row.slice(5).map((cell) => cell !== '');
    const [measured, whole] = [['8', '17', '22'].includes(row[1]), row[1] === '19'];
    assert.deepEqual(filled, [measured, measured, whole, whole, true, true, true]);
  }
  const few = await same(...text, '--every', '7');
  const kept = ['0', '7', '8', '14', '17', '19', '21', '22'];
  assert.deepEqual(
    rows(few),
    rows(all).filter((row) => kept.includes(row[1])),
  );
  assert.deepEqual(hashes(few), hashes(all));
});

// The longest run there is takes some seconds: progress shows after one.
const long = 'steps=10000000 schedule=cosine schedule=exponential';

test('a long command shows its progress on a terminal', async () => {
  const { stdout } = await run(['script', '-qec', `${native[0]} curve "${long}" >/dev/null`, '/dev/null']);
  assert.match(stdout, /\rcurve: \d+ %/);
});

test('and shows none elsewhere', async () => {
  for (const program of [native, wasm]) {
    const { stderr } = await run(['bash', '-c', `"$@" curve "${long}" >/dev/null`, 'bash', ...program]);
    assert.equal(stderr, '');
  }
});
