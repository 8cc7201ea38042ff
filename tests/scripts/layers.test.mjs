// The layer check finds planted bad edges, and only those.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowsUp, circles, floorsOf, mutualPairs } from '../graph.mjs';
import { badEdges, shapesOf } from '../layers.mjs';

/** @param {string} path @param {string} text */
const wrong = (path, text) => badEdges([[path, text]]).length;

test('edges of the architecture pass', () => {
  assert.equal(wrong('cpp/eta/run/run.cpp', '#include "eta/run/run.hpp"\n#include "eta/schedule/schedules.hpp"\n#include <vector>\n'), 0);
  assert.equal(wrong('cpp/eta/math/array.hpp', '#include <Eigen/Core>\n#include "eta/math/buffer.hpp"\n'), 0);
  assert.equal(wrong('cpp/bindings/module.cpp', '#include <emscripten/bind.h>\n#include "eta/run/run.hpp"\n'), 0);
  assert.equal(wrong('web/src/service.js', "import { openEngine } from './engine.js';\n"), 0);
  assert.equal(wrong('web/src/charts/chart.js', "import { Paper } from './paper.js';\nimport { decimate } from '../decimate.js';\n"), 0);
});

test('bad edges between C++ directories are found', () => {
  for (const [path, include] of [
    ['cpp/eta/schedule/cosine.cpp', '"eta/optimizer/sgd.hpp"'],
    ['cpp/eta/optimizer/sgd.cpp', '"eta/schedule/schedules.hpp"'],
    ['cpp/eta/network/layer.cpp', '"eta/run/run.hpp"'],
    ['cpp/eta/stop/stops.cpp', '"eta/run/run.hpp"'],
    ['cpp/eta/run/run.cpp', '"eta/train/trainer.hpp"'],
    ['cpp/eta/train/trainer.cpp', '"eta/report/registry.hpp"'],
    ['cpp/eta/math/exp.cpp', '"eta/describe/param.hpp"'],
    ['cpp/eta/run/run.cpp', '"cli/main.hpp"'],
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
  assert.equal(wrong('cpp/eta/math/exp.cpp', '// #include "eta/run/run.hpp"\n/*\n#include "eta/run/run.hpp"\n*/\n'), 0);
  assert.equal(wrong('web/src/engine.js', "/** @type {import('./pool.js').Pool} */\n// import './pool.js';\n"), 0);
});

test('circles and pairs of folders are found, each once', () => {
  const edges = { a: ['b'], b: ['c', 'd'], c: ['a', 'd'], d: ['e'], e: ['d'], f: ['a'] };
  assert.deepEqual(circles(edges), [
    ['a', 'b', 'c'],
    ['d', 'e'],
  ]);
  assert.deepEqual(mutualPairs(edges), [['d', 'e']]);
  assert.deepEqual(circles({ a: ['b', 'c'], b: ['c'], c: [] }), []);
});

test('an arrow that does not lead down is found', () => {
  const floors = floorsOf({ roof: ['wall', 'ground'], wall: ['ground'], ground: [], shed: ['ground'] });
  assert.deepEqual(floors, { roof: 2, wall: 1, ground: 0, shed: 1 });
  assert.deepEqual(arrowsUp({ roof: ['ground'], wall: ['ground', 'shed'], ground: ['roof'] }, floors), [
    ['wall', 'shed'],
    ['ground', 'roof'],
  ]);
  assert.deepEqual(arrowsUp({ ground: ['unknown'] }, floors), [['ground', 'unknown']]);
});

test('a circle that files make is found on both sides', () => {
  const cpp = shapesOf([
    ['cpp/eta/stop/stops.hpp', '#include "eta/run/run.hpp"\n#include <vector>\n'],
    ['cpp/eta/run/run.hpp', '#include "eta/stop/stops.hpp"\n#include "eta/run/keys.hpp"\n'],
  ]).cpp;
  assert.deepEqual(cpp, { folders: 2, arrows: 2, circles: [['run', 'stop']], pairs: [['run', 'stop']], up: [['stop', 'run']] });
  const { web } = shapesOf([
    ['web/src/engine.js', "import './pool.js';\nimport './parted.js';\n"],
    ['web/src/pool.js', "import { a } from './engine.js';\n"],
  ]);
  assert.deepEqual(web.circles, [['engine', 'pool']]);
  assert.equal(web.arrows, 3);
});
