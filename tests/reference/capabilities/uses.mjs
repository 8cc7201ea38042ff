// Rows that training, checking, explaining, comparing or exporting shows, and those that a test shows.
import { rows } from '../../program/programs.mjs';
import { curve, good, prints, rates, tested } from './kinds.mjs';
import { listeners } from './listeners.mjs';

/** @param {import('./kinds.mjs').Answer} answer */
const hash = (answer) => /# weights (\w+)/.exec(answer.stdout)?.[1];

const momentum = 'one_cycle(0.85, div=0.85/0.95, final_div=1)';
const saved = 'data=xor hidden=2 steps=40 evaluate=4 lr=1 opt=adam schedule=constant * plateau(factor=0.5, patience=0)';

/** @type {import('./kinds.mjs').Capability[]} */
export const uses = [
  ...listeners,
  prints(
    17,
    'a momentum that falls where the rate rises',
    ['export', `steps=10 opt=sgd(momentum=${momentum}) schedule=one_cycle(1)`, '--to', 'csv'],
    'columns of η, from 0.04 up to 1 and down, and of momentum, from 0.95 down to 0.85 and up',
    /^t,eta,momentum\n0,0\.04,0\.95\n[^]*^3,1,0\.85$/m,
  ),
  {
    number: 31,
    what: 'noise on the rate that a seed repeats',
    commands: ['7', '7', '8'].map((seed) => ['curve', `seed=${seed} steps=100 schedule=noise(constant(1), spread=0.1)`]),
    shows: 'all η between 0.9 and 1.1; the same twice, others with the third seed',
    holds: (answers) => {
      const [a, b, c] = answers.map(({ stdout }) => stdout);
      const all = rates(answers[0]);
      return good(answers) && a === b && a !== c && new Set(all).size === 100 && all.every((x) => x >= 0.9 && x <= 1.1);
    },
  },
  prints(
    32,
    'η as a function of t alone, without an optimizer',
    ['explain', 'lr=1 steps=20 schedule=linear', '--at', '5'],
    'η(5) = 0.75',
    /η\(5\) = 0\.75$/m,
  ),
  prints(
    33,
    'any update asked for at once, exactly',
    ['explain', 'steps=10000000 schedule=repeat(cosine(1), every=3)', '--at', '9999999'],
    'η(9999999) = 1, and its own t is 0: a cycle begins',
    /η\(9999999\) = 1\n[^]*its own t is 0\./,
  ),
  {
    number: 34,
    what: 'all rates at once, before training',
    commands: [['curve', 'steps=100000 schedule=linear(1)']],
    shows: '100000 rows, from 1 down to 1e-5',
    holds: ([answer]) => rows(answer).length === 100000 && rates(answer)[0] === 1 && Math.abs((rates(answer).at(-1) ?? 0) - 1e-5) < 1e-15,
  },
  {
    number: 35,
    what: 'one function for the preview and for training',
    commands: ['curve', 'train'].map((name) => [
      name,
      'data=xor hidden=2 steps=40 schedule=warmup(5) then repeat(cosine, every=7, scale=0.7)',
    ]),
    shows: 'the same digits of η at each of 40 updates',
    holds: ([previewed, used]) => rows(previewed).length === 40 && rows(previewed).every((row, t) => row[1] === rows(used)[t]?.at(-1)),
  },
  prints(
    36,
    'a rate for each layer: the base rate times a number of its own, or falling from layer to layer',
    ['export', 'steps=2 lr=1 hidden=8-8 layer_decay=0.5 schedule.3=0.1*constant schedule=constant', '--to', 'torch'],
    'parameter groups whose rates are 0.25 η, 0.5 η and 0.1',
    /lambda t: 0\.25 \* eta\(t\), lambda t: 0\.5 \* eta\(t\), lambda t: eta_3\(t\)/,
  ),
  prints(
    37,
    'a schedule for each layer',
    ['export', 'steps=4 schedule.2=linear(0.1) schedule=constant(1)', '--to', 'csv'],
    'eta is 1 and eta_2 falls in a line from 0.1',
    /^t,eta,eta_2\n0,1,0\.1\n1,1,0\.07\d*\n2,1,0\.05\n/,
  ),
  prints(
    38,
    'schedules of other numbers: momentum, weight decay; the batch',
    [
      'export',
      'steps=4 opt=sgd(momentum=linear(0.9), weight_decay=cosine(0.01)) batch=points(0:8, 2:16, shape=step) schedule=constant(1)',
      '--to',
      'csv',
    ],
    'columns of momentum and of weight_decay',
    /^t,eta,momentum,weight_decay\n0,1,0\.9,0\.01\n[^]*^2,1,0\.45,0\.005$/m,
  ),
  {
    number: 39,
    what: 'a run saved and gone on with: weights, optimizer, what the plateau has counted',
    commands: [
      ['train', saved],
      ['train', saved, '--until', '22', '--save', 'FILE'],
      ['train', saved, '--resume', 'FILE'],
    ],
    shows: 'the third ends with the hash of the weights of the first, and the last η is the same',
    holds: (answers) => {
      const [whole, , resumed] = answers;
      return (
        good(answers) && hash(whole) !== undefined && hash(whole) === hash(resumed) && rates(whole, -1).at(-1) === rates(resumed, -1).at(-1)
      );
    },
  },
  {
    number: 40,
    what: 'the right rate after a resume, whatever the file says of the optimizer',
    commands: [
      ['train', 'data=xor hidden=2 steps=40 evaluate=4 lr=1 schedule=constant', '--until', '22', '--save', 'FILE'],
      ['train', 'data=xor hidden=2 steps=40 evaluate=4 lr=1 schedule=linear(0.5)', '--resume', 'FILE'],
    ],
    shows: 'η(22) = 0.225, that of the new schedule at this t',
    holds: (answers) => good(answers) && rows(answers[1])[0][1] === '22' && Math.abs(rates(answers[1], -1)[0] - 0.225) < 1e-15,
  },
  {
    number: 41,
    what: 'the schedule as JSON, and back',
    commands: ['to=1e-3', 'to=0.001'].map((to) => ['check', `steps=20 schedule=warmup(4) then cosine(0.1, ${to})`, '--json']),
    shows: 'JSON whose "text" is the second text; read again, that gives the same JSON',
    holds: ([first, again]) =>
      good([first, again]) &&
      JSON.parse(first.stdout).text === 'steps=20 schedule=warmup(4) then cosine(0.1, to=0.001)' &&
      first.stdout === again.stdout,
  },
  {
    ...prints(
      42,
      'every argument checked, and named where it is wrong',
      ['check', 'schedule=cosine(1, power=1e99)'],
      'its place, its name, its bounds; status 2',
      /characters 26-29, “1e99”: power must lie between/,
      2,
    ),
    test: ['tests/program/limits.test.mjs', 'numbers of data sets, optimizers and schedules'],
  },
  {
    number: 43,
    what: 'what is past the end: held, begun again, or a mistake',
    commands: [
      ['curve', 'steps=5 schedule=within(linear(1), 2) schedule=within(linear(1), 2, past=cycle)'],
      ['check', 'steps=5 schedule=within(linear(1), 2, past=error)'],
    ],
    shows: 'η_1: 1 .5 0 0 0; η_2: 1 .5 1 .5 1; then “ends after 2 updates, and 5 are needed”, status 2',
    holds: ([both, refused]) =>
      rates(both, 1).join() === '1,0.5,0,0,0' &&
      rates(both, 2).join() === '1,0.5,1,0.5,1' &&
      refused.status === 2 &&
      /2 updates, and 5/.test(refused.stderr + refused.stdout),
  },
  {
    ...prints(
      45,
      't counts updates where gradients are accumulated over several batches',
      ['check', 'accumulate=4'],
      '“accumulate” is kept for later; status 2',
      /accumulate.*is kept for later/,
      2,
    ),
    absent: true,
    lacks: 'nothing accumulates; the key is reserved',
  },
  {
    number: 46,
    what: 'the rate of every update in the record, unasked',
    commands: [['train', 'data=xor hidden=2 steps=30 lr=1 schedule=linear']],
    shows: '30 rows, the last column η',
    holds: ([answer]) =>
      /,eta\n/.test(answer.stdout) &&
      rows(answer).length === 30 &&
      rates(answer, -1).every((eta, t) => Math.abs(eta - (1 - t / 30)) < 1e-15),
  },
  {
    ...curve(47, 'the range test, with suggestions', 'steps=4 schedule=exponential(1e-3, rate=10, every=1)', { 0: '1e-3', 3: '1' }),
    absent: true,
    lacks: 'a rate can be made to grow, but nothing reads a rate from the losses',
  },
  {
    number: 48,
    what: 'optimizers that find their rate, or need no schedule: Prodigy, schedule-free',
    commands: [['train', 'data=xor hidden=2 steps=5 lr=1 schedule=constant opt=prodigy schedule=constant opt=schedule_free']],
    shows: 'two hashes of weights',
    holds: ([answer]) => good([answer]) && answer.stdout.match(/^# weights/gm)?.length === 2,
    test: ['tests/cpp/optimizer_reference_test.cpp', "every optimizer does PyTorch's updates under PyTorch's convention"],
    lacks: 'neither D-Adaptation nor DoG',
  },
  {
    number: 49,
    what: 'SGD, momentum, Nesterov, RMSprop, Adagrad, Adadelta, Adam, AdamW',
    commands: [
      ['sgd', 'sgd(0.9)', 'sgd(0.9, nesterov=true)', 'rmsprop'],
      ['adagrad', 'adadelta', 'adam', 'adamw'],
    ].map((names) => ['train', `data=xor hidden=2 steps=5 lr=0.1 ${names.map((name) => `schedule=constant opt=${name}`).join(' ')}`]),
    shows: 'four hashes of weights each, all different',
    holds: (answers) => good(answers) && new Set(answers.flatMap(({ stdout }) => stdout.match(/^# weights \w+/gm))).size === 8,
    test: ['tests/cpp/optimizer_reference_test.cpp', "every optimizer does PyTorch's updates under PyTorch's convention"],
  },
  prints(
    50,
    'each optimizer as PyTorch, Keras or optax has it',
    ['compare', 'lr=0.1 steps=8 opt=rmsprop schedule=step(factor=0.1, every=4)'],
    'the numbers of each that differ: smoothing 0.99 in PyTorch, ε 1e-7 in Keras',
    /^torch\n[^]*rmsprop\.smoothing = 0\.99[^]*^keras\n[^]*rmsprop\.epsilon = 1e-7/m,
  ),
  tested(
    51,
    'it runs in a browser, from a file',
    'tests/browser/single-file.test.mjs',
    'opened from the disk it trains, keeps its address, and requests nothing',
  ),
  tested(
    52,
    'it is a C++ library',
    'tests/cpp/schedule_test.cpp',
    'every schedule is its closed form, at boundaries, at T, past T, and for T = 1',
  ),
  tested(
    53,
    'the same bits natively and in WebAssembly',
    'tests/program/any-text.test.mjs',
    'the WebAssembly program answers like the native one',
  ),
];
