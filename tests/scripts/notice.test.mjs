// The licences at the head of a script are a comment, whatever they say, and no blog generator takes a part of them for front matter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import fc from 'fast-check';
import { notice } from '../../build-scripts/lib/site/notice.mjs';

const rule = /^\s*(-{3,}|;{3,}|\+{3,})\s*$/;
const words = ['---', '-----', ';;;', '+++', '*/', '/*', '\n', ' ', 'MIT', '--- a', '\r', '\t'];

test('rules of a licence become equals signs, and the rest stays', () => {
  const text = 'EtaLab\n\n----------\n\nA licence --- with dashes\n+++\n;;;;\n---x\n';
  assert.equal(notice(text), '/*\nEtaLab\n\n==========\n\nA licence --- with dashes\n===\n====\n---x\n*/\n');
});

test('whatever the text, it is a comment without front matter', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string())), (parts) => {
      const head = notice(parts.join(''));
      assert.deepEqual(
        head.split(/[\n\r]+/).filter((line) => rule.test(line)),
        [],
      );
      assert.equal(vm.runInNewContext(`${head}'after'`), 'after');
    }),
  );
});
