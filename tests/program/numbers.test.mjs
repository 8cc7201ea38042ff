// Rates print in the digits that JavaScript gives the same number: the fewest that read back, of these the nearest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { native, rows, run, sameAnswer, wasm } from './programs.mjs';

/** @param {string} number @returns {string} its digits and its power of ten, however it is laid out */
function scientific(number) {
  const [, whole, fraction = '', exponent = '0'] = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(number) ?? assert.fail(number);
  const digits = (whole + fraction).replace(/^0+(?=.)/, '');
  const power = Number(exponent) + digits.length - fraction.length - 1;
  return digits === '0' ? '0' : `${digits.replace(/0+$/, '')}e${power}`;
}

/** Each has numbers of its own kind, a quarter of a million of them. */
const kinds = {
  'any size': '10^(300 * sin(t))',
  'powers of two, and what is beside them': '2^(mod(t, 2098) - 1074) * (1 + (mod(floor(t/2098), 5) - 2)/2^52)',
  'powers of ten': '10^(mod(t, 617) - 308) * mod(t, 11)',
  halves: 't/2',
  thousandths: 't * 1e-3',
  'whole numbers beyond 2⁵³': '2^53 + t * 2',
  subnormal: '5e-324 * t',
  'what a cosine gives': 'cosine',
  'what a decay gives': 'exponential(rate=0.9, every=50)',
};

for (const [kind, formula] of Object.entries(kinds))
  test(kind, async () => {
    const answer = await run(native, 'curve', `steps=250000 schedule=${formula}`);
    assert.equal(answer.status, 0, answer.stderr);
    const printed = rows(answer).map(([, eta]) => eta);
    assert.equal(printed.length, 250_000);
    for (const eta of printed) assert.equal(scientific(eta), scientific(String(Number(eta))));
  });

test('both programs print the same, and lay it out as ever', async () => {
  const answer = await sameAnswer(native, wasm, 'curve', 'steps=40 schedule=10^(t - 20)');
  const printed = rows(answer).map(([, eta]) => eta);
  assert.deepEqual(printed.slice(14, 18), ['1e-06', '1e-05', '0.0001', '0.001']);
  assert.deepEqual(printed.slice(33, 37), ['10000000000000', '100000000000000', '1e+15', '1e+16']);
  for (const kind of [kinds['any size'], kinds.subnormal, kinds['powers of two, and what is beside them']])
    await sameAnswer(native, wasm, 'curve', `steps=5000 schedule=${kind}`);
});
