// Shows digits: images of the validation samples with the class that the network predicts, and the weights of its first layer as images.
import { make, write } from '../ui/dom.js';
import { makeSwitch } from '../ui/switch.js';
import { inkOf, mix, mostProbable, paint } from './ink.js';

/** An image has this many pixels along each side. */
const side = 8;
/** This many images are shown, and of these the last row. */
const images = 24;
const lastRow = 6;
/** The weights of this many units are shown, and in each row this many. */
const units = 64;
const columns = 8;

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {import('../lib/run.js').Run} run
 * @param {import('./view.js').Data} data
 * @returns {import('./view.js').Picture}
 */
export function makePicture({ words, palette }, run, { validation }) {
  const { inputs, classes } = validation;
  const ink = inkOf(palette.root);
  const [ground, dark, plus, minus] = ['ground', 'ink', 'racer-1', 'racer-2'].map(ink);
  let only = false;
  /** @type {Int32Array} */
  let read = classes;
  const cells = Array.from({ length: images }, () => {
    const canvas = make('canvas', { width: side, height: side, 'aria-hidden': 'true' });
    const caption = make('span', { class: 'caption' });
    return { element: make('li', {}, canvas, caption), canvas, caption, sample: -1 };
  });
  const list = make('ul', { class: 'digits', 'aria-label': words.t('model.digits') }, ...cells.map(({ element }) => element));
  const count = make('span');
  const choose = makeSwitch(words.t('model.only'), only, (on) => {
    only = on;
    showImages();
  });
  const weightsCanvas = make('canvas', { class: 'weights', role: 'img', 'aria-label': words.t('model.weights') });
  const about = make('p', { class: 'soft small' });
  const element = make(
    'div',
    {},
    list,
    make('p', { class: 'soft small row' }, count, choose),
    make('h2', { class: 'next' }, words.t('model.weights')),
    weightsCanvas,
    about,
  );

  function showImages() {
    const all = Array.from(classes, (_, i) => i);
    const wrong = all.filter((i) => read[i] !== classes[i]);
    // The first images stay the same; the last row shows images that are misclassified now, if any are.
    const first = all.slice(0, images - lastRow);
    const last = wrong.filter((i) => !first.includes(i)).slice(0, lastRow);
    const shown = only ? wrong : [...first, ...last, ...all.slice(first.length).filter((i) => !last.includes(i))];
    cells.forEach((cell, place) => {
      const sample = shown[place];
      cell.element.hidden = sample === undefined;
      if (sample === undefined) return;
      if (cell.sample !== sample) {
        cell.sample = sample;
        paint(cell.canvas, (x, y) => mix(ground, dark, inputs[sample * side * side + y * side + x]));
      }
      const wrong = read[sample] !== classes[sample];
      cell.element.classList.toggle('misread', wrong);
      const text = words.t('model.read', { read: read[sample], is: classes[sample] });
      write(cell.caption, wrong ? `${read[sample]} ≠ ${classes[sample]}` : String(read[sample]));
      cell.element.title = wrong ? text : '';
    });
  }

  /** @param {Float32Array} weights @param {number} racer */
  function showWeights(weights, racer) {
    const outputs = run.racers[racer].widths[1];
    const shown = Math.min(units, outputs);
    const largest = weights.subarray(0, side * side * outputs).reduce((max, w) => Math.max(max, Math.abs(w)), 1e-9);
    const pitch = side + 1;
    weightsCanvas.width = Math.min(columns, shown) * pitch - 1;
    weightsCanvas.height = Math.ceil(shown / columns) * pitch - 1;
    paint(weightsCanvas, (x, y) => {
      const unit = Math.floor(y / pitch) * columns + Math.floor(x / pitch);
      const [column, row] = [x % pitch, y % pitch];
      if (unit >= shown || column === side || row === side) return null;
      const w = weights[(row * side + column) * outputs + unit] / largest;
      return mix(ground, w > 0 ? plus : minus, Math.sqrt(Math.abs(w)));
    });
    const text = words.t('model.units', { count: shown });
    weightsCanvas.setAttribute('aria-label', text);
    write(about, text);
  }

  return {
    element,
    title: words.t('model.digits'),
    rows: inputs,
    draw({ probabilities, weights }, _, racer) {
      read = mostProbable(probabilities, run.data.classes);
      const wrong = read.filter((k, i) => k !== classes[i]).length;
      write(count, words.t('model.misread', { count: wrong, all: classes.length }));
      showImages();
      showWeights(weights, racer - 1);
    },
  };
}
