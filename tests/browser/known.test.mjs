// A racer's editor shows what is known of its schedule: the formula with its numbers, why η is what it is at the cursor, its sums.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, eta, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Opens the second racer's editor. @param {string} schedule @param {Parameters<typeof site.open>[1]} [options] */
async function openKnown(schedule, options) {
  const text = `steps=400 lr=0.5 schedule=constant schedule=${schedule}`;
  const opened = await site.open(
    `#${text
      .split(' schedule=')
      .map(encodeURIComponent)
      .join('&schedule=')
      .replace(/%3D/g, '=')
      .replace(/%20/g, '&')}`,
    options,
  );
  await opened.lab.locator('tr.racer[data-racer="2"] button.open').click();
  const known = opened.lab.locator('.known');
  await known.waitFor();
  const editor = opened.lab.locator('tr.editor:not([hidden]) .edit');
  return { ...opened, known, editor };
}
