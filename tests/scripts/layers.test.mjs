// The layer check finds planted bad edges, and only those.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowsUp, circles, floorsOf, mutualPairs } from '../graph.mjs';
import { check, namesakes } from '../layers.mjs';

/** @param {string} path @param {string} text */
const wrong = (path, text) => check([[path, text]]).wrong.length;

test('edges of the architecture pass', () => {
  assert.equal(wrong('cpp/eta/run/run.cpp', '#include "eta/run/run.hpp"\n#include "eta/schedule/schedules.hpp"\n#include <vector>\n'), 0);
  assert.equal(wrong('cpp/eta/math/array.hpp', '#include <Eigen/Core>\n#include "eta/math/buffer.hpp"\n'), 0);
  assert.equal(wrong('cpp/bindings/module.cpp', '#include <emscripten/bind.h>\n#include "eta/run/run.hpp"\n'), 0);
  assert.equal(wrong('web/src/worker/service.js', "import { openEngine } from '../engine/engine.js';\n"), 0);
  assert.equal(
    wrong('web/src/charts/chart.js', "import { Paper } from './paper.js';\nimport { decimate } from '../lib/decimate.js';\n"),
    0,
  );
});

test('bad edges between C++ directories are found', () => {
  for (const [path, include] of [
    ['cpp/eta/schedule/cosine.cpp', '"eta/optimizer/sgd.hpp"'],
    ['cpp/eta/optimizer/sgd.cpp', '"eta/schedule/schedules.hpp"'],
    ['cpp/eta/network/layer.cpp', '"eta/run/run.hpp"'],
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
    ['web/src/pool/pool.js', "import { openEngine } from '../engine/engine.js';"],
    ['web/src/engine/engine.js', "import { Pool } from '../pool/pool.js';"],
    ['web/src/charts/chart.js', "const engine = await import('../engine/engine.js');"],
    ['web/src/lib/format.js', "export { Pool } from '../pool/pool.js';"],
    ['web/src/lab/lab.js', "import uPlot from 'uplot';"],
    ['web/src/pool/pool.js', "import createEta from 'eta:glue';"],
    ['web/src/lab/lab.js', "import fs from 'node:fs';"],
    ['web/src/lab/lab.js', "import '../../../tests/layers.mjs';"],
    ['web/src/lib/decimate.js', "import {\n  a,\n  b,\n} from '../lab/lab.js';"],
    ['web/src/lab/lab.js', "/** @type {import('../charts/chart.js').Chart} */"],
    ['web/src/controls/table.js', "import { makeSlot } from '../model/model-slot.js';"],
    ['web/src/lab.js', '// A module that stands in no room.'],
    ['web/src/attic/old.js', '// A room that is in no plan.'],
  ]) {
    assert.equal(wrong(path, text), 1, `${path} ${text}`);
  }
});

test('what stands in a comment is no edge, unless it is a type', () => {
  assert.equal(wrong('cpp/eta/math/exp.cpp', '// #include "eta/run/run.hpp"\n/*\n#include "eta/run/run.hpp"\n*/\n'), 0);
  assert.equal(wrong('web/src/engine/engine.js', "// import '../pool/pool.js';\n"), 0);
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
  const { cpp } = check([
    ['cpp/eta/stop/stops.hpp', '#include "eta/run/run.hpp"\n#include <vector>\n'],
    ['cpp/eta/run/run.hpp', '#include "eta/stop/stops.hpp"\n#include "eta/run/keys.hpp"\n'],
  ]).shapes;
  assert.deepEqual(cpp, { arrows: 2, circles: [['run', 'stop']], pairs: [['run', 'stop']], up: [['stop', 'run']] });
  const { shapes, wrong } = check([
    ['web/src/lab/lab.js', "import '../charts/chart.js';\nimport './zoom.js';\n"],
    ['web/src/charts/chart.js', "import { a } from '../lab/lab.js';\n"],
  ]);
  assert.deepEqual(shapes.web.circles, [['charts', 'lab']]);
  assert.equal(shapes.web.arrows, 2);
  assert.equal(wrong.length, 1);
});

test('modules that are named alike are found', () => {
  assert.deepEqual(namesakes(['lib/index.js', 'ui/index.js', 'lab/race.js', 'charts/figure.js', 'lab/lab.js']), []);
  for (const [a, b] of [
    ['charts/drops.js', 'lib/drops.js'],
    ['lab/part.js', 'lab/parts.js'],
    ['lab/race.js', 'charts/rate.js'],
    ['a/view.js', 'b/views.d.ts'],
  ]) {
    assert.deepEqual(namesakes([a, b]), [`${a} and ${b} are named alike`]);
  }
});
