// Invalid input is explained at its place, within a second, and alike natively and as WebAssembly.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { native, run, sameAnswer, wasm } from './programs.mjs';

/** A problem's line has the key, the characters that it is about or after which something is missing, and a sentence. */
const problem =
  /^(?<key>[\w.]+)(?:, characters? (?<from>\d+)(?:-(?<to>\d+))?, “(?<quote>.*)”|, after character (?<after>\d+))?: (?<sentence>.+[.?])$/u;

/** Each case has a name, a text with the place of its only problem in «», the problem's key, and a pattern of the sentence. */
const one = /** @type {[string, string, string, RegExp][]} */ ([
  ['unknown key', 'lr=1 «foo»=3', 'foo', /no key “foo”/],
  ['a misspelt key', '«stps»=3', 'stps', /Did you mean “steps”/],
  ['a reserved key', '«replicas»=3', 'replicas', /kept for later/],
  ['unknown data', 'data=«mnits»', 'data', /digits, moons/],
  ['unknown optimizer', 'opt=«frob»', 'opt', /sgd, adam/],
  ['unknown schedule', 'schedule=«cosinus»', 'schedule', /Did you mean “cosine”/],
  ['unknown preset', 'preset=«nothing»', 'preset', /default/],
  ['unknown parameter', 'schedule=step(«gamma=0.1»)', 'schedule', /factor/],
  ['a word for a number', 'lr=«fast»', 'lr', /number from 0 to 1000/],
  ['a fraction for a whole number', 'batch=«2.5»', 'batch', /whole number/],
  ['a number for a word', 'act=«3»', 'act', /relu/],
  ['a word for widths', 'hidden=«wide»', 'hidden', /128-64/],
  ['a schedule for a number', 'lr=«cosine»', 'lr', /number/],
  ['out of range', 'lr=«1001»', 'lr', /between 0 and 1000/],
  ['out of range in brackets', 'opt=sgd(momentum=«2»)', 'opt', /between 0 and 1/],
  ['a momentum that leaves its range', 'opt=sgd(momentum=«linear(0.5, to=2)»)', 'opt', /momentum must lie between 0 and 1/],
  ['empty value', '«hidden=» lr=1', 'hidden', /no value/],
  ['empty schedule', '«schedule=»', 'schedule', /no value/],
  ['NaN', 'lr=«NaN»', 'lr', /number/],
  ['NaN as schedule', 'schedule=«nan»', 'schedule', /not known|meant/],
  ['∞', 'lr=«∞»', 'lr', /number/],
  ['∞ as schedule', 'schedule=«∞»', 'schedule', /no meaning/],
  ['infinity', 'steps=«inf»', 'steps', /whole number/],
  ['too large for a number', 'lr=«1e400»', 'lr', /number/],
  ['negative', 'lr=«-1»', 'lr', /between/],
  ['negative steps', 'steps=«-800»', 'steps', /between/],
  ['a negative rate', 'schedule=«-lr»', 'schedule', /must not be negative/],
  ['a rate that becomes negative', 'schedule=«lr - t»', 'schedule', /update 799/],
  ['10⁹ updates', 'steps=«1000000000»', 'steps', /10000000/],
  ['10⁹ updates in epochs', 'epochs=«9999999»', 'epochs', /at most 10000000/],
  ['division by zero', 'schedule=«1/0»', 'schedule', /division by zero/],
  ['1/t', 'schedule=«1/t»', 'schedule', /update 0 this is inf/],
  ['0/0', 'schedule=0.1 + «0/0»', 'schedule', /not a finite number/],
  ['the root of −1', 'schedule=«sqrt(-1)»', 'schedule', /not a finite number/],
  ['10⁶ hidden units', 'hidden=«1000000»', 'hidden', /75000010 weights; at most 1000000/],
  ['10⁹ hidden units', 'hidden=«1000000000»', 'hidden', /./],
  ['no hidden units', 'hidden=«0»', 'hidden', /from 1 on/],
  ['epochs and steps', 'steps=3 «epochs=4»', 'epochs', /keep one of them/],
  ['steps and epochs', 'epochs=4 lr=1 «steps=3»', 'steps', /keep one of them/],
  ['a key twice', 'lr=1 «lr=2»', 'lr', /second time/],
  ['a racer’s key twice', 'schedule=linear lr=1 «lr=2» schedule=linear', 'lr', /second time/],
  ['warmup alone', 'schedule=«warmup(5)»', 'schedule', /write “then”/],
  ['warmup last', 'schedule=cosine then «warmup(5)»', 'schedule', /write “then”/],
  ['cooldown first', 'schedule=«cooldown(5)» then linear', 'schedule', /before it/],
  ['warmup inside a formula', 'schedule=2*«warmup(5)»', 'schedule', /segment of its own/],
  ['two open ends', 'schedule=linear then «cosine»', 'schedule', /no length/],
  ['an open bracket', 'schedule=step«(»factor=0.1', 'schedule', /not closed/],
  ['two schedules without then', 'schedule=cosine «linear»', 'schedule', /not expected/],
  ['a space before =', '«lr» = 3', '', /without a space/],
  ['no key', '«hello» world', '', /key=value/],
  ['markup', '«<script>alert(1)</script>»', '', /key=value/],
  ['markup as a value', 'act=«<»b>relu</b>', 'act', /“<”/],
  ['more batch than samples', 'batch=«1298»', 'batch', /1297/],
  ['a loss for other classes', 'loss=«binary_cross_entropy»', 'loss', /10 classes/],
  ['all samples validate', 'validation=«1797»', 'validation', /at least one must train/],
  ['a layer that is not there', 'hidden=3 «schedule.3=linear»', 'schedule.3', /layers 1 to 2/],
  ['Chinese', 'label=学习率 学 lr=«快»', 'lr', /number/],
]);

/** @param {string} text with a place marked @returns {{ text: string, from: number, to: number }} characters from 1 */
function placed(text) {
  const from = [...text.slice(0, text.indexOf('«'))].length + 1;
  return { text: text.replace(/[«»]/g, ''), from, to: [...text.slice(0, text.indexOf('»'))].length - 1 };
}

/** @param {import('./programs.mjs').Answer} answer @returns {Record<string, string>[]} the problems' parts */
function problems({ status, stdout, stderr, seconds }) {
  assert.deepEqual([status, stdout], [2, '']);
  assert.ok(seconds < 1, `${seconds} s`);
  assert.ok(stderr.endsWith('\n'));
  const lines = stderr.trimEnd().split('\n');
  return lines.map((line) => ({ ...(problem.exec(line)?.groups ?? assert.fail(`no problem's line: ${line}`)) }));
}

describe('one problem', { concurrency: 2 }, () => {
  for (const [what, marked, key, sentence] of one)
    test(`${what}: ${marked}`, async () => {
      const { text, from, to } = placed(marked);
      const [first, ...more] = problems(await sameAnswer(native, wasm, 'train', text));
      assert.deepEqual([first.key, Number(first.from), Number(first.to ?? first.from)], [key || 'run', from, to]);
      assert.equal(first.quote, [...text].slice(from - 1, to).join(''));
      assert.match(first.sentence, sentence);
      assert.deepEqual(more, []);
      for (const command of ['check', 'curve']) assert.deepEqual(problems(await run(native, command, text)), [first]);
    });
});

const many = (/** @type {string} */ text, /** @type {number} */ times) => text.repeat(times);
const huge = /** @type {[string, string | Uint8Array][]} */ ([
  ['10 kB of letters', many('x', 10_000)],
  ['10 kB of a good run', `lr=0.5 ${many('schedule=cosine ', 700)}`],
  ['20 kB of spaces', many(' ', 20_000)],
  ['a page of markup', many('<img src=x onerror=alert(1)>', 250)],
  ['brackets 10 000 deep', `schedule=${many('(', 10_000)}1${many(')', 10_000)}`],
  ['brackets 4000 deep', `schedule=${many('(', 4000)}1${many(')', 4000)}`],
  ['brackets 8000 deep, never closed', `schedule=${many('(', 8000)}`],
  ['brackets in data', `data=${many('(', 8000)}`],
  ['signs 8000 deep', `schedule=${many('-', 8000)}1`],
  ['powers 2600 deep', `schedule=${many('1^-', 2600)}1`],
  ['functions 1600 deep', `schedule=${many('abs(', 1600)}`],
  ['schedules 60 deep and wide', `schedule=${many('max(cosine, ', 60)}linear + ${many(')', 59)}`],
  ['a sum of 4000', `schedule=0${many('-1', 4000)}`],
  ['700 segments', `schedule=${many('cosine then ', 650)}linear`],
  ['4000 hidden layers', `hidden=${many('1-', 4000)}1`],
  ['400 points', `schedule=points(${many('1:1,', 400)}1:1)`],
  ['1000 unknown keys', many('aaaa=1 ', 1000)],
  ['a long number', `lr=${many('9', 8000)}`],
  ['a long fraction', `lr=1.${many('9', 8000)}x`],
]);

describe('too much', { concurrency: 2 }, () => {
  for (const [what, text] of huge)
    test(what, async () => {
      const found = problems(await sameAnswer(native, wasm, 'check', text));
      for (const { quote = '' } of found) assert.ok([...quote].length <= 61, 'a long quotation is cut');
    });
});

describe('bytes that are no text', { concurrency: 2 }, () => {
  const bytes = (/** @type {(string | number)[]} */ ...parts) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : Array.from(new TextEncoder().encode(part)))));
  for (const [what, wrong, replaced] of /** @type {[string, number[], string][]} */ ([
    ['a byte that never occurs', [0xff], '\ufffd'],
    ['a start without its end', [0xe2, 0x82], '\ufffd'],
    ['an end without its start', [0x80, 0x80], '\ufffd\ufffd'],
    ['an overlong form', [0xc0, 0xaf], '\ufffd\ufffd'],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd'],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], '\ufffd\ufffd\ufffd\ufffd'],
    ['a cut character before another', [0xf0, 0x9f, 0x98, 0x41], '\ufffdA'],
  ]))
    test(what, async () => {
      const label = await sameAnswer(native, wasm, 'check', bytes('label=a', ...wrong));
      assert.deepEqual([label.status, label.stdout], [0, `label=a${replaced}\n`]);
      const [found] = problems(await sameAnswer(native, wasm, 'check', bytes('lr=', ...wrong)));
      assert.deepEqual([found.key, found.from, found.quote], ['lr', '4', replaced]);
    });
});

test('every problem has its line', async () => {
  for (const [text, keys] of /** @type {[string, string[]][]} */ ([
    ['data=moons(noise=2) seed=-1 split=x', ['data', 'seed', 'split']],
    ['hidden=0 batch=0 act=x lr=-1 loss=y init=z last_batch=0', ['act', 'batch', 'hidden', 'init', 'last_batch', 'loss', 'lr']],
    ['a=1 b=2 lr= steps=3', ['a', 'b', 'lr']],
    ['schedule=foo schedule=bar schedule=linear hidden=0', ['hidden', 'schedule', 'schedule']],
  ])) {
    const found = problems(await sameAnswer(native, wasm, 'check', text));
    assert.deepEqual(found.map(({ key }) => key).sort(), keys);
  }
});

test('a problem is one line, without control characters', async () => {
  for (const text of ['preset=a\nb', 'lr=\u001b[31m', 'foo\u001b[2J\u0007=1', 'schedule=co\u009bsine', 'act=\u007f', 'split=a\nb']) {
    const answer = await sameAnswer(native, wasm, 'check', text);
    assert.doesNotMatch(answer.stderr, /[^\P{Cc}\n]/u, JSON.stringify(answer.stderr));
    assert.equal(problems(answer).length, 1);
  }
});
