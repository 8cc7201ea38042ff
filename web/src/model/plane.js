// Shows points of the plane: the class that the network predicts for each cell, paler where it is less certain, with the samples on top.
import { make, set, write } from '../ui/dom.js';
import { inkOf, mix, mostProbable, paint } from './ink.js';

/** The plane is divided into this many cells along each side. */
const cells = 56;
/** The canvas is this many pixels wide and high. */
const size = 528;
/** Each class has a sign and a racer's colour. */
const signs = '●■▲◆★✚';
const colours = [2, 1, 4, 3, 5, 6];

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {import('../lib/run.js').Run} run
 * @param {import('./view.js').Data} data
 * @returns {import('./view.js').Picture}
 */
export function makePicture({ words, palette }, run, { training, validation }) {
  const count = run.data.classes;
  const ink = inkOf(palette.root);
  const ground = ink('ground');
  const style = (/** @type {number} */ k) => k % signs.length;
  const tones = Array.from({ length: count }, (_, k) => ink(`racer-${colours[style(k)]}`));
  const frame = frameOf(training.inputs, validation.inputs);
  const grid = gridOf(frame);
  const field = make('canvas', { width: cells, height: cells });
  const canvas = make('canvas', { class: 'plane', width: size, height: size, role: 'img', 'aria-label': words.t('model.plane') });
  const wrong = make('p', { class: 'soft small' });
  const legend = tones.map((_, k) =>
    make('li', {}, make('i', { class: `racer-${colours[style(k)]}` }, signs[style(k)]), words.t('model.class', { class: k })),
  );
  const element = make(
    'div',
    {},
    canvas,
    make('ul', { class: 'legend small soft' }, ...legend),
    make('p', { class: 'soft small' }, words.t('model.legend')),
    wrong,
  );

  /**
   * Draws each sample's sign, with a ring around those whose predicted class is another.
   * @param {CanvasRenderingContext2D} context
   * @param {import('../lib/rows.js').Samples} samples
   * @param {number} height of a sign, in pixels
   * @param {Int32Array} [predicted]
   */
  function drawSamples(context, { inputs, classes }, height, predicted) {
    context.font = `${height}px sans-serif`;
    context.lineWidth = height / 6;
    classes.forEach((k, i) => {
      const [x, y] = [0, 1].map((axis) => ((inputs[2 * i + axis] - frame.low[axis]) / frame.extent) * size);
      context.fillStyle = `rgb(${tones[k].map(Math.round)})`;
      context.strokeText(signs[style(k)], x, size - y);
      context.fillText(signs[style(k)], x, size - y);
      if (!predicted || predicted[i] === k) return;
      context.save();
      context.strokeStyle = `rgb(${ink('ink')})`;
      context.lineWidth = 3;
      context.beginPath();
      context.arc(x, size - y, height * 0.75, 0, 2 * Math.PI);
      context.stroke();
      context.restore();
    });
  }

  return {
    element,
    title: words.t('model.plane'),
    rows: Float32Array.from([...grid, ...validation.inputs]),
    draw({ probabilities, update }, name) {
      const classes = mostProbable(probabilities, count);
      paint(field, (x, y) => {
        const cell = y * cells + x;
        const certainty = (probabilities[cell * count + classes[cell]] * count - 1) / (count - 1);
        return mix(ground, tones[classes[cell]], 0.08 + 0.42 * Math.max(0, certainty));
      });
      const context = canvas.getContext('2d');
      if (!context) return;
      // Scaling leaves the edges of the field translucent, so the last drawing must be cleared.
      context.clearRect(0, 0, size, size);
      context.imageSmoothingQuality = 'high';
      context.drawImage(field, 0, 0, size, size);
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.strokeStyle = `rgb(${ground})`;
      drawSamples(context, training, 11);
      const predicted = classes.subarray(cells * cells);
      drawSamples(context, validation, 20, predicted);
      const missed = predicted.filter((k, i) => k !== validation.classes[i]).length;
      const text = words.t('model.wrong', { count: missed, all: predicted.length });
      write(wrong, text);
      set(canvas, { 'aria-label': words.t('model.boundary', { name, update, wrong: text }) });
    },
  };
}

/** Gives the square around all samples, with a margin. @param {...Float32Array} inputs */
function frameOf(...inputs) {
  const ends = [0, 1].map((axis) => {
    const values = inputs.flatMap((rows) => Array.from(rows).filter((_, i) => i % 2 === axis));
    return { min: Math.min(...values), max: Math.max(...values) };
  });
  const extent = Math.max(...ends.map(({ min, max }) => max - min)) * 1.12 || 1;
  return { extent, low: ends.map(({ min, max }) => (min + max - extent) / 2) };
}

/** Gives the centre of each cell, row by row from the top. @param {{ extent: number, low: number[] }} frame */
function gridOf({ extent, low }) {
  const rows = [];
  for (let y = cells - 1; y >= 0; y--) {
    for (let x = 0; x < cells; x++) rows.push(low[0] + ((x + 0.5) / cells) * extent, low[1] + ((y + 0.5) / cells) * extent);
  }
  return rows;
}
