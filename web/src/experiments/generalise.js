// Does it generalise? The network trains on 200 images, a fifth of them with a wrong label; a table compares both accuracies.
import { Figure } from '../charts/figure.js';
import { nameOf } from '../lab/racer-names.js';
import { noteOf } from '../lab/results.js';
import { make } from '../ui/dom.js';
import { lastMedians } from './last-evaluations.js';
import { trainingFigure } from './training-figure.js';

const shared = 'data=digits(700) label_noise=0.2 hidden=64 lr=0.2 steps=2000 evaluate=2% measure=both';

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: `${shared} schedule=constant schedule=step(factor=0.1, every=25%) schedule=cosine schedule=constant stop=early(patience=5)`,
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
      answers: ['constant', 'step', 'cosine', 'same'],
      judge({ setting, percent, points }) {
        const { training, validation } = gaps(setting.lab);
        const gap = training.map((value, i) => value - validation[i]).slice(0, 3);
        // Gaps within two percentage points are a tie.
        const right = Math.max(...gap) - Math.min(...gap) < 0.02 ? 3 : gap.indexOf(Math.min(...gap));
        const values = { constant: points(gap[0]), step: points(gap[1]), cosine: points(gap[2]), cosine_training: percent(training[2]) };
        return { right, values };
      },
    },
    {
      run: `${shared.replace('label_noise=0.2', 'label_noise=0')} schedule=constant schedule=cosine`,
      answers: ['yes', 'same', 'no'],
      judge({ setting, percent }) {
        const { training, validation } = gaps(setting.lab);
        const gain = validation[1] - validation[0];
        const values = { constant: percent(validation[0]), cosine: percent(validation[1]), training: percent(training[0]) };
        // One percentage point is five of the 500 images.
        return { right: gain > 0.01 ? 0 : gain < -0.01 ? 2 : 1, values };
      },
    },
  ],
};

/** Accuracies on training and validation samples: medians of the last 20 % so far. @param {import('../lab/lab.js').Lab} lab */
const gaps = (lab) => ({ training: lastMedians(lab, 'training_accuracy'), validation: lastMedians(lab, 'validation_accuracy') });
