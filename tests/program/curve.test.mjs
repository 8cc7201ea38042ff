// eta curve prints the rate at every update, in numbers that read back exactly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { native, rows, run, sameAnswer, wasm } from './programs.mjs';

/** @param {string} text @returns {Promise<string[][]>} */
async function curve(text) {
  const answer = await sameAnswer(native, wasm, 'curve', text);
  assert.equal(answer.status, 0, answer.stderr);
  const [header] = answer.stdout.split('\n');
  assert.equal(
    header,
    [
      't',
      ...rows(answer)[0]
        .slice(1)
        .map((_, k) => `eta_${k + 1}`),
    ].join(','),
  );
  return rows(answer);
}

/** @param {string} number @returns {string} its digits, without leading and trailing zeros */
const digits = (number) => number.replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');

test('a row for each t from 0 to T − 1, a column a racer', async () => {
  const table = await curve('preset=default');
  assert.deepEqual(
    table.map(([t]) => t),
    Array.from({ length: 800 }, (_, t) => String(t)),
  );
  assert.ok(table.every((row) => row.length === 4));
  assert.deepEqual(table[0], ['0', '0.5', '0.5', '0.5']);
  const step = [249, 250, 499, 500, 750].map((t) => Number(Number(table[t][2]).toPrecision(15)));
  assert.deepEqual(step, [0.5, 0.05, 0.05, 0.005, 0.0005]);
  assert.ok(Math.abs(Number(table[400][3]) - 0.25) < 1e-15 && Math.abs(Number(table[799][3]) - 1.9277e-6) < 1e-10);
  assert.deepEqual(await curve('steps=1'), [['0', '0.5']]);
});

test('each number (above 2.2e-308, where a number has all its digits) is the shortest that reads back', async () => {
  for (const row of await curve('steps=300 lr=0.7 schedule=cosine schedule=0.1*0.9^t schedule=exp(-t*t/999)*1e-9 schedule=(t+1)^9'))
    for (const cell of row.slice(1)) assert.equal(digits(cell), digits(String(Number(cell))), cell);
});

test('a printed number, read again, is printed alike', async () => {
  const table = await curve('steps=800 lr=0.7 schedule=cosine schedule=0.1*0.9^t*1e-270');
  const some = table.filter((_, t) => t % 41 === 7).flatMap((row) => row.slice(1));
  for (const number of some) {
    assert.equal((await run(native, 'curve', `steps=1 schedule=${number}`)).stdout, `t,eta_1\n0,${number}\n`);
  }
});

test('racers of different length are printed to the longest, with empty cells after a racer has ended', async () => {
  const table = await curve('epochs=2 batch=600 schedule=cosine schedule=linear batch=400 schedule=constant batch=1000');
  assert.equal(table.length, 6);
  assert.deepEqual(
    table.map((row) => row.slice(1).map((cell) => cell !== '')),
    [
      [true, true, true],
      [true, true, true],
      [true, true, false],
      [true, true, false],
      [false, true, false],
      [false, true, false],
    ],
  );
});

test('what else changes with the update has columns behind the rates, each as it is explained', async () => {
  const text =
    'steps=40 hidden=8-8 opt=adam(beta1=linear(0.9)) schedule=cosine * plateau layer_decay=0.5 schedule=linear batch=points(0:8, 50%:16, shape=step) schedule.2=constant(0.3)';
  const answer = await sameAnswer(native, wasm, 'curve', text);
  assert.equal(answer.status, 0, answer.stderr);
  assert.equal(answer.stdout.split('\n')[0], 't,eta_1,eta_2,opt_beta1_1,schedule_1_1,schedule_2_1,opt_beta1_2,batch_2,schedule_2_2');
  for (const t of [0, 19, 20, 39]) {
    const [, eta1, eta2, beta1, first, second, again, batch, own] = rows(answer)[t].map(Number);
    assert.deepEqual([first, second, again, batch, own], [eta1 / 4, eta1 / 2, beta1, t < 20 ? 8 : 16, 0.3]);
    const { racers } = JSON.parse((await run(native, 'explain', text, '--at', `${t}`, '--json')).stdout);
    assert.deepEqual(
      racers.map((/** @type {any} */ racer) => [racer.eta, racer.numbers[0].value]),
      [
        [eta1, beta1],
        [eta2, again],
      ],
    );
  }
});

test('a rate that is not a number is printed as such', async () => {
  const table = await curve('steps=9 schedule=1/abs(t-3) schedule=where(t < 3, 1, where(t < 5, sqrt(3-t), 1))');
  assert.deepEqual([table[3][1], table[4][2], table[5][1]], ['inf', 'nan', '0.5']);
});
