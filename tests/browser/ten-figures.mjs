// Figures as plain data: between them all that a figure can have.

/** @typedef {import('../../web/src/charts/figure-data.js').FigureData} FigureData */
/** @typedef {import('../../web/src/charts/figure-data.js').Points} Points */

/** @type {FigureData} */
const blank = {
  lines: [],
  xMin: 0,
  xMax: 800,
  xTicks: [0, 200, 400, 600, 800].map((at) => ({ at, text: String(at) })),
  xName: 'update',
  epochs: [],
  epochName: '',
  yRange: [-0.02, 0.53],
  log: false,
  floor: null,
  yTicks: [0, 0.25, 0.5].map((at) => ({ at, text: String(at) })),
  labels: [],
  names: [],
  marks: [],
  rules: [],
};

/** @param {number} count @param {(i: number) => number | null} f @param {number} [every] @returns {Points} */
const points = (count, f, every = 1) => ({
  x: Array.from({ length: count }, (_, i) => i * every),
  y: Array.from({ length: count }, (_, i) => f(i)),
});

const cosine = points(801, (t) => 0.25 + 0.25 * Math.cos((Math.PI * t) / 800));
const steps = { x: [0, 250, 500, 800], y: [0.5, 0.05, 0.005, 0.005] };
/** Swings without an end, the same every time. */
const noise = (/** @type {number} */ i) => Math.abs(Math.sin(i * 12.9898) * 43758.5453) % 1;
const inks = /** @type {const} */ (['racer-1', 'racer-2', 'racer-3', 'racer-4', 'racer-5', 'racer-6']);
const dashes = [[], [8, 4], [2, 3], [12, 3, 2, 3], [16, 5], [5, 2, 1, 2, 1, 2]];
const logTicks = [1e-6, 1e-4, 1e-2].map((at) => ({ at, text: `10^${Math.log10(at)}` }));

/** @type {Record<string, { width: number, height: number, figure: FigureData }>} */
export const figures = {
  'step lines and names': {
    width: 720,
    height: 180,
    figure: {
      ...blank,
      lines: [
        { points: cosine, ink: 'racer-3', dash: [2, 3], width: 2.2, step: true },
        { points: steps, ink: 'racer-2', dash: [8, 4], width: 2.2, step: true },
      ],
      labels: [
        { y: 0.005, text: 'Step', ink: 'racer-2' },
        { y: 0, text: 'Cosine', ink: 'racer-3' },
      ],
    },
  },
  'all dashes': {
    width: 720,
    height: 180,
    figure: {
      ...blank,
      yRange: [0, 7],
      yTicks: [1, 2, 3].map((at) => ({ at, text: `${at}` })),
      lines: dashes.map((dash, k) => ({ points: points(81, (i) => k + 0.5 + noise(i + k) / 2, 10), ink: inks[k], dash, width: 2 })),
    },
  },
  'a zoomed part, whose dashes begin elsewhere': {
    width: 640,
    height: 180,
    figure: {
      ...blank,
      xMin: 317.3,
      xMax: 402.9,
      xTicks: [320, 340, 360, 380, 400].map((at) => ({ at, text: String(at) })),
      lines: [{ points: { x: [317.3, 350, 402.9], y: [0.1, 0.4, 0.2] }, ink: 'racer-4', dash: [12, 3, 2, 3], width: 2 }],
    },
  },
  'a band': {
    width: 720,
    height: 180,
    figure: {
      ...blank,
      xMax: 8000,
      lines: [{ points: points(8000, (i) => noise(i) / 2), ink: 'racer-1', opacity: 0.22, dash: [], width: 1 }],
    },
  },
  'all marks': {
    width: 720,
    height: 180,
    figure: {
      ...blank,
      lines: [{ points: steps, ink: 'racer-1', dash: [], width: 2 }],
      marks: /** @type {const} */ (['head', 'end', 'stop', 'drop', 'dot', 'letter', 'ring']).map((kind, i) => ({
        x: 100 + i * 100,
        y: 0.08 * i,
        ink: inks[i % 6],
        kind,
        text: 'A',
      })),
    },
  },
  'rules and faint lines': {
    width: 720,
    height: 180,
    figure: {
      ...blank,
      lines: [{ points: cosine, ink: 'racer-2', opacity: 0.3, dash: [8, 4], width: 2.2, step: true }],
      rules: [100, 250, 601].map((x, i) => ({ x, ink: inks[i], opacity: 0.5, dash: dashes[i] })),
    },
  },
  'single measurements, and lines that leave the axes': {
    width: 720,
    height: 180,
    figure: {
      ...blank,
      lines: [
        { points: { x: [400], y: [0.3] }, ink: 'racer-1', dash: [], width: 2 },
        { points: { x: [100, 200, 300, 500, 502, 600], y: [0.1, null, 0.2, null, 0.4, null] }, ink: 'racer-2', dash: [8, 4], width: 2 },
        { points: { x: [0, 200, 600, 800], y: [-0.2, 0.3, 0.5, 0.9] }, ink: 'racer-3', dash: [2, 3], width: 2 },
      ],
    },
  },
  'a row of epochs': {
    width: 720,
    height: 196,
    figure: {
      ...blank,
      epochs: [162, 324, 486, 648, 800].map((at, i) => ({ at, text: String(1000 * (i + 1)) })),
      epochName: 'epoch',
      lines: [{ points: cosine, ink: 'racer-1', dash: [], width: 2 }],
    },
  },
  'names that crowd, one too long, one with a note': {
    width: 720,
    height: 180,
    figure: {
      ...blank,
      labels: inks.slice(0, 4).map((ink, i) => ({
        y: 0.02 * i,
        text: i === 2 ? 'Warm-up → cosine, and more of it' : `Racer ${i}`,
        ink,
        ...(i === 0 && { note: '93.4 %' }),
      })),
    },
  },
  'a logarithmic axis with a floor, and a gap': {
    width: 720,
    height: 180,
    figure: {
      ...blank,
      yRange: [3e-8, 1],
      log: true,
      floor: 4e-8,
      yTicks: [{ at: 4e-8, text: '0' }, ...logTicks],
      lines: [
        {
          points: points(801, (t) => (t > 300 && t < 340 ? null : t > 600 ? 0 : 0.5 * 0.975 ** t)),
          ink: 'racer-5',
          dash: [16, 5],
          width: 2,
        },
      ],
    },
  },
  'a phone': {
    width: 320,
    height: 150,
    figure: {
      ...blank,
      xMax: 20_000,
      xTicks: [0, 10_000, 20_000].map((at) => ({ at, text: at.toLocaleString('en') })),
      xName: '更新',
      labels: [{ y: 0.1, text: 'little room for it', ink: 'racer-1' }],
      lines: [{ points: { x: [0, 20_000], y: [0.5, 0] }, ink: 'racer-6', dash: [5, 2, 1, 2, 1, 2], width: 2 }],
    },
  },
};
