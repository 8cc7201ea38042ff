// The layer check finds planted bad edges, and only those.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badEdges } from '../layers.mjs';

/** @param {string} path @param {string} text */
const wrong = (path, text) => badEdges([[path, text]]).length;

test('edges of the architecture pass', () => {
  assert.equal(wrong('cpp/eta/train/run.cpp', '#include "eta/train/run.hpp"\n#include "eta/schedule/table.hpp"\n#include <vector>\n'), 0);
  assert.equal(wrong('cpp/eta/math/array.hpp', '#include <Eigen/Core>\n#include "eta/math/buffer.hpp"\n'), 0);
  assert.equal(wrong('cpp/bindings/module.cpp', '#include <emscripten/bind.h>\n#include "eta/train/run.hpp"\n'), 0);
  assert.equal(wrong('web/src/service.js', "import { openEngine } from './engine.js';\n"), 0);
  assert.equal(wrong('web/src/charts/chart.js', "import { Paper } from './paper.js';\nimport { decimate } from '../decimate.js';\n"), 0);
});

test('bad edges between C++ directories are found', () => {
  for (const [path, include] of [
    ['cpp/eta/schedule/cosine.cpp', '"eta/optimizer/sgd.hpp"'],
    ['cpp/eta/optimizer/sgd.cpp', '"eta/schedule/table.hpp"'],
    ['cpp/eta/network/layer.cpp', '"eta/train/run.hpp"'],
    ['cpp/eta/math/exp.cpp', '"eta/describe/param.hpp"'],
    ['cpp/eta/train/run.cpp', '"cli/main.hpp"'],
    ['cpp/cli/main.cpp', '"bindings/table.hpp"'],
    ['cpp/eta/network/network.cpp', '<Eigen/Core>'],
    ['cpp/eta/train/trainer.cpp', '<emscripten/bind.h>'],
    ['cpp/eta/math/exp.cpp', '"exp.hpp"'],
    ['cpp/eta/other/thing.cpp', '<vector>'],
  ]) {
    assert.equal(wrong(path, `// planted\n  #  include ${include}\n`), 1, `${path} ${include}`);
  }
});

test('bad edges between the page’s modules are found', () => {
  for (const [path, text] of [
    ['web/src/pool.js', "import { openEngine } from './engine.js';"],
    ['web/src/engine.js', "import { Pool } from './pool.js';"],
    ['web/src/charts/chart.js', "const engine = await import('../engine.js');"],
    ['web/src/numbers.js', "export { Pool } from './pool.js';"],
    ['web/src/lab.js', "import uPlot from 'uplot';"],
    ['web/src/pool.js', "import createEta from 'eta:glue';"],
    ['web/src/lab.js', "import fs from 'node:fs';"],
    ['web/src/lab.js', "import '../../tests/layers.mjs';"],
    ['web/src/decimate.js', "import {\n  a,\n  b,\n} from './lab.js';"],
  ]) {
    assert.equal(wrong(path, text), 1, `${path} ${text}`);
  }
});

test('what stands in a comment is no edge', () => {
  assert.equal(wrong('cpp/eta/math/exp.cpp', '// #include "eta/train/run.hpp"\n/*\n#include "eta/train/run.hpp"\n*/\n'), 0);
  assert.equal(wrong('web/src/engine.js', "/** @type {import('./pool.js').Pool} */\n// import './pool.js';\n"), 0);
});
