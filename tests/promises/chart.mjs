// A chart is one module, one line in the list of those behind More, and its words.
import { words } from './places.mjs';

const module = `// The figure of how wrong the last batch was: a planted chart.
import { measuredFigure, none } from './measured-figure.js';
import { ThinnedColumns } from './thinned-columns.js';

/** @param {import('../lab/setting.js').Setting} setting @returns {import('./figure.js').Spec} */
export function plantedFigure(setting) {
  const { lab, words } = setting;
  const columns = new ThinnedColumns();
  return measuredFigure(setting, {
    key: 'planted',
    title: [words.t('planted.title')],
    summary: 'batch_loss.summary',
    value: (racer, update) => lab.telemetry(racer)?.updates.batch_loss[update],
    lines: (i, width) => {
      const losses = lab.telemetry(i + 1)?.updates.batch_loss;
      if (!losses || !lab.displayed) return { front: none, all: none };
      const all = columns.points(\`\${i}\`, lab.displayed, losses, { width });
      return { front: all, all };
    },
  });
}
`;
const list = 'web/src/controls/more.js';

/** @type {import('./promises.test.mjs').Promised} */
export const chart = {
  name: 'a chart',
  plants: [
    { path: 'web/src/charts/planted-figure.js', text: module },
    {
      path: list,
      after: /import \{ batchLossFigure.*\n/,
      text: "import { plantedFigure } from '../charts/planted-figure.js';\n",
    },
    { path: list, after: /const figureSpecs = \[/, text: 'plantedFigure, ' },
    words('en', { 'planted.title': 'Planted' }),
    words('zh', { 'planted.title': '种下的' }),
  ],
  needed: [
    { what: 'its words', path: 'web/words/en.json', line: /planted\.title/, check: 'words', says: /planted\.title/ },
    { what: 'its Chinese words', path: 'web/words/zh.json', line: /planted\.title/, check: 'words', says: /planted\.title/ },
    { what: 'its import', path: list, line: /import \{ plantedFigure/, check: 'types', says: /plantedFigure/ },
  ],
};
