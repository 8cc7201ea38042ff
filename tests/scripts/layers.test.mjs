// The layer check finds planted bad edges, and only those.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badEdges, circles, namesakes, upward } from '../layers.mjs';

/** @param {string} path @param {string} text */
const wrong = (path, text) => badEdges([[path, text]]).length;

test('edges of the architecture pass', () => {
  assert.equal(wrong('cpp/eta/train/run.cpp', '#include "eta/train/run.hpp"\n#include "eta/schedule/table.hpp"\n#include <vector>\n'), 0);
  assert.equal(wrong('cpp/eta/math/array.hpp', '#include <Eigen/Core>\n#include "eta/math/buffer.hpp"\n'), 0);
  assert.equal(wrong('cpp/bindings/module.cpp', '#include <emscripten/bind.h>\n#include "eta/train/run.hpp"\n'), 0);
  assert.equal(wrong('web/src/worker/service.js', "import { openEngine } from '../engine/engine.js';\n"), 0);
  assert.equal(
    wrong('web/src/charts/chart.js', "import { Paper } from './paper.js';\nimport { decimate } from '../lib/decimate.js';\n"),
    0,
  );
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
  assert.equal(wrong('cpp/eta/math/exp.cpp', '// #include "eta/train/run.hpp"\n/*\n#include "eta/train/run.hpp"\n*/\n'), 0);
  assert.equal(wrong('web/src/engine/engine.js', "// import '../pool/pool.js';\n"), 0);
});

test('circles, arrows back up and namesakes are computed', () => {
  const edges = [
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'c'],
    ['a', 'a'],
  ].map(([from, to]) => ({ from, to }));
  assert.deepEqual(circles(edges), []);
  assert.deepEqual(circles([...edges, { from: 'b', to: 'a' }]), ['a circle: a → b → a']);
  assert.deepEqual(circles([...edges, { from: 'c', to: 'a' }]), ['a circle: a → b → c → a']);
  assert.deepEqual(upward({ low: [], high: ['low'] }), []);
  assert.deepEqual(upward({ low: ['high'], high: [] }), ['an arrow back up: low → high']);
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
