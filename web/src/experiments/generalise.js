// Does it generalise? The network trains on 200 images, a fifth of them with a wrong label; a table compares both accuracies.
import { Figure } from '../charts/figure.js';
import { nameOf } from '../lab/racer-names.js';
import { noteOf } from '../lab/results.js';
import { make } from '../ui/dom.js';
import { lastMedians } from './last-evaluations.js';
import { gapOf, resultOf } from './measured.js';
import { trainingFigure } from './training-figure.js';

const shared = 'data=digits(700) label_noise=0.2 hidden=64 lr=0.2 steps=2000 evaluate=2% measure=both';
const four = `${shared} schedule=constant schedule=step(factor=0.1, every=25%) schedule=cosine schedule=constant stop=early(patience=5)`;

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: four,
  figure(context) {
    const { setting } = context;
    const figure = new Figure(setting, trainingFigure(context));
    const body = make('tbody');
    const heads = ['racer', 'training', 'validation', 'gap'].map((key) => make('th', { scope: 'col' }, context.t(`generalise.${key}`)));
    const table = make('table', { class: 'gaps' }, make('thead', {}, make('tr', {}, ...heads)), body);
    const cell = (/** @type {number} */ share) => make('td', {}, Number.isFinite(share) ? context.percent(share) : '–');
    return {
      element: make('div', { class: 'charts' }, figure.element, table),
      update(changes) {
        figure.update(changes);
        const { run } = setting.lab;
        if (!run || !(changes.has('rows') || changes.has('playhead') || changes.has('run'))) return;
        const { training, validation } = gaps(setting.lab);
        body.replaceChildren(
          ...run.racers.map((_, i) =>
            make(
              'tr',
              {},
              make('th', { scope: 'row' }, nameOf(run, i + 1, setting.words, setting.describe), noteOf(setting.lab, i + 1, setting.words)),
              cell(training[i]),
              cell(validation[i]),
              make('td', {}, context.points(training[i] - validation[i])),
            ),
          ),
        );
      },
      close: () => figure.close(),
    };
  },
  tasks: [
    {
      run: `${four} schedule=step(factor=0.1, every=75%)`,
      answers: ['larger', 'smaller', 'same'],
      compared: ([, early, , , late]) => [gapOf(late), gapOf(early)],
      shares: true,
      values: ([constant, early, , , late]) => ({ constant: gapOf(constant), early: gapOf(early), late: gapOf(late) }),
    },
    {
      run: `${shared.replace('label_noise=0.2', 'label_noise=0')} schedule=constant schedule=cosine`,
      answers: ['yes', 'no', 'lower'],
      compared([constant, cosine]) {
        const gain = resultOf(cosine) - resultOf(constant);
        // One percentage point is five of the 500 images; each answer is ahead where it holds.
        return [gain - 0.01, 0.01 - Math.abs(gain), -0.01 - gain];
      },
      values: ([constant, cosine]) => ({
        constant: resultOf(constant),
        cosine: resultOf(cosine),
        training: resultOf(constant) + gapOf(constant),
      }),
    },
  ],
};

/** Accuracies on training and validation samples: medians of the last 20 % so far. @param {import('../lab/lab.js').Lab} lab */
const gaps = (lab) => ({ training: lastMedians(lab, 'training_accuracy'), validation: lastMedians(lab, 'validation_accuracy') });
