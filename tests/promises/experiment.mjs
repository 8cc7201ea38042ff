// An experiment is one module, one line in the list and its words; the figures of its tasks are made by a command.
import { places, words } from './places.mjs';

const module = `// A planted experiment: a race of two with two tasks.
import { resultOf } from './measured.js';

/** @type {import('./experiment.js').Task} */
const two = {
  answers: ['constant', 'cosine', 'same'],
  compared: (racers) => racers.map(resultOf),
  values: () => ({}),
};

/** @type {import('./experiment.js').Experiment} */
export const experiment = {
  run: 'schedule=constant schedule=cosine',
  tasks: [
    { run: 'lr=0.2 schedule=constant schedule=cosine', ...two },
    { run: 'lr=0.4 schedule=constant schedule=cosine', ...two },
  ],
};
`;

/** @param {string} language @param {string} text the value of every key */
const wordsOf = (language, text) =>
  words(
    language,
    Object.fromEntries([
      ['experiment.planted', text],
      ...['title', 'lead', 'text'].map((key) => [`experiments.planted.${key}`, text]),
      ...['1', '2'].flatMap((task) =>
        ['question', 'constant', 'cosine', 'same', 'said'].map((key) => [`experiments.planted.${task}.${key}`, text]),
      ),
    ]),
  );

/** @type {import('./promises.test.mjs').Promised} */
export const experiment = {
  name: 'an experiment',
  plants: [
    { path: places.experiments.replace('experiment-list', 'planted'), text: module },
    { path: places.experiments, after: /export const experiments = \{\n/, text: "  planted: () => import('./planted.js'),\n" },
    wordsOf('en', 'planted'),
    wordsOf('zh', '种下的'),
  ],
  needed: [
    { what: 'its line', path: places.experiments, line: /planted/, check: 'words', says: /experiment\.planted/ },
    { what: 'its name', path: 'web/words/en.json', line: /"experiment\.planted"/, check: 'words', says: /experiment\.planted/ },
    { what: 'its Chinese words', path: 'web/words/zh.json', line: /planted\.2\.said/, check: 'words', says: /planted\.2\.said/ },
  ],
};
