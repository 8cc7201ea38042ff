// A telemetry column is one line of the table and its words: the CSV, the checkpoint's rows and a chart behind More follow from it.
import { words } from './places.mjs';

/** @type {import('./promises.test.mjs').Promised} */
export const column = {
  name: 'a telemetry column',
  plants: [
    {
      path: 'cpp/eta/train/telemetry.hpp',
      after: /return r\.rate_sum; \}\},\n/,
      text: '    Column{"relative_update", "‖Δw‖/‖w‖", "Relative update", "",\n           [](const UpdateReport& r) { return r.update_norm / r.weight_norm; }},\n',
    },
    words('zh', { 'column.relative_update.name': '相对更新量' }),
  ],
  needed: [
    {
      what: 'its Chinese name',
      path: 'web/words/zh.json',
      line: /column\.relative_update/,
      check: 'words',
      says: /column\.relative_update\.name/,
    },
  ],
};
