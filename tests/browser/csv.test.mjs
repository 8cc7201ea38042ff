// What the charts show is saved as a CSV file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('a click saves a row for each racer and update', async () => {
  const { page, lab, close } = await site.open('#data=xor&steps=50&schedule=cosine&schedule=-lr%2B1');
  const [download] = await Promise.all([page.waitForEvent('download'), lab.getByRole('button', { name: 'CSV' }).click()]);
  assert.equal(download.suggestedFilename(), 'etalab.csv');
  const text = await readFile(await download.path(), 'utf8');
  assert.equal(text[0], '\ufeff', 'a spreadsheet sees that it is UTF-8');
  const lines = text.trimEnd().split('\r\n');
  assert.equal(lines.length, 101);
  assert.match(lines[1], /^1,"cosine",0,0\.5,.*,"","sgd"$/);
  assert.match(lines[51], /^2,"'-lr \+ 1",0,0\.5,/);
  await lab.locator('.rate .plot').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('+');
  const [part] = await Promise.all([page.waitForEvent('download'), lab.getByRole('button', { name: 'CSV' }).click()]);
  assert.equal(part.suggestedFilename(), 'etalab-0-25.csv');
  assert.equal((await readFile(await part.path(), 'utf8')).trimEnd().split('\r\n').length, 53);
  await close();
});
