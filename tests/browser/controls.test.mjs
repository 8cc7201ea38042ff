// The controls of playback, the fields and the editors work by real pointer and keys.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { formatNumber } from '../../web/src/lib/format.js';
import { ask, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const shown = (/** @type {import('playwright-core').Page} */ page) => ask(page, (lab) => ({ update: lab.update, playing: lab.playing }));

test('the finished run is shown at once; play, pause, step and reset by pointer', async () => {
  const { page, lab, close } = await site.open();
  assert.deepEqual(await shown(page), { update: 800, playing: false });
  const play = lab.getByRole('button', { name: 'Play' });
  await play.click();
  await page.waitForTimeout(700);
  await lab.getByRole('button', { name: 'Pause' }).click();
  const paused = await shown(page);
  assert(!paused.playing && paused.update > 20 && paused.update < 400, `paused at ${paused.update}`);
  await lab.getByRole('button', { name: 'One update', exact: true }).click();
  assert.deepEqual(await shown(page), { update: paused.update + 1, playing: false });
  await page.waitForTimeout(50);
  assert.match((await lab.locator('.accuracy .values').textContent()) ?? '', new RegExp(`^after update ${paused.update + 1}:`));
  await lab.getByRole('button', { name: 'Reset' }).click();
  assert.equal((await shown(page)).update, 0);
  await page.waitForTimeout(50);
  assert.match((await lab.locator('tr.racer .median').first().textContent()) ?? '', /–/);
  await close();
});

test('the same by keys with the focus in a chart, and a race plays to its end', async () => {
  const { page, lab, close } = await site.open();
  await lab.locator('.plot').first().focus();
  await page.keyboard.press('r');
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await page.keyboard.press(',');
  // The first keys act when their code has come.
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.update === 1);
  assert.deepEqual(await shown(page), { update: 1, playing: false });
  await page.keyboard.press('Space');
  assert.equal((await shown(page)).playing, true);
  await lab.getByLabel('speed').selectOption('4');
  await page.waitForFunction(() => !(/** @type {any} */ (document.querySelector('eta-lab')).lab.playing), null, { timeout: 20000 });
  assert.equal((await shown(page)).update, 800);
  await page.keyboard.press('Escape');
  await lab.locator('.plot').nth(1).click();
  await page.keyboard.press('Shift+R');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.seed === 2);
  await finished(page);
  assert.match(page.url(), /#.*seed=2$/);
  await close();
});

test('new seed gives other weights, and going back to the old seed the same ones', async () => {
  const { page, lab, close } = await site.open();
  const hash = () => ask(page, (it) => it.race?.hash(1));
  const first = await hash();
  await lab.getByRole('button', { name: 'New seed' }).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.seed === 2);
  await finished(page);
  assert.notEqual(await hash(), first);
  await lab.getByLabel('Seed').fill('1');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.seed === 1);
  await finished(page);
  assert.equal(await hash(), first);
  await close();
});

test('fields apply at once, and arrow keys change them', async () => {
  const { page, lab, close } = await site.open();
  const rate = lab.locator('.fields').getByLabel('η₀');
  await rate.fill('0.7');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.curves[0].first === 0.7);
  await rate.press('ArrowUp');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.curves[0].first === 1);
  await lab.locator('.network summary').click();
  for (const [label, value, key] of [
    ['Updates', '300', 'steps'],
    ['Batch', '16', 'batch'],
    ['Hidden widths', '12-7', 'hidden'],
  ]) {
    await lab.getByLabel(label, { exact: true }).fill(value);
    await page.waitForFunction((item) => location.hash.includes(item), `${key}=${value}`);
  }
  await finished(page);
  const run = await ask(page, (it) => ({ steps: it.run?.steps, batch: it.run?.racers[0].batch, widths: it.run?.racers[0].widths }));
  assert.deepEqual(run, { steps: 300, batch: 16, widths: [64, 12, 7, 10] });
  await close();
});

test('leaving a field, or writing the same run in another way, computes nothing again', async () => {
  const { page, lab, close } = await site.open();
  await page.evaluate(() => {
    const state = /** @type {any} */ (document.querySelector('eta-lab')).lab;
    /** @type {any} */ (globalThis).before = state.race;
  });
  const same = () =>
    page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.race === /** @type {any} */ (globalThis).before);
  await lab.getByLabel('Batch').fill('8.0');
  await lab.getByLabel('Batch').fill('8');
  await lab.getByLabel('Seed').focus();
  await page.waitForTimeout(300);
  assert(await same());
  await lab.getByLabel('Batch').fill('9');
  await page.waitForFunction(() => location.hash.includes('batch=9'));
  assert(!(await same()));
  await close();
});

test('racers are added, chosen, parametrised, written as text, put after a warm-up, and removed', async () => {
  const { page, lab, close } = await site.open('#schedule=constant');
  const schedules = () => ask(page, (it) => it.run?.racers.map((racer) => racer.schedule));
  const became = (/** @type {string[]} */ wanted) =>
    page.waitForFunction(
      (texts) =>
        texts ===
        JSON.stringify(
          /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers.map((/** @type {any} */ racer) => racer.schedule),
        ),
      JSON.stringify(wanted),
    );
  await lab.getByRole('button', { name: 'Add a schedule' }).click();
  await became(['constant', 'step']);
  const editor = lab.locator('.edit');
  await editor.getByLabel('factor').fill('0.1');
  await became(['constant', 'step(factor=0.1)']);
  await editor.getByLabel('every').fill('25%');
  await became(['constant', 'step(factor=0.1, every=25%)']);
  await editor.getByRole('button', { name: 'Warm-up before' }).click();
  await became(['constant', 'warmup then step(factor=0.1, every=25%)']);
  await editor.getByLabel('over').fill('40');
  await became(['constant', 'warmup(40) then step(factor=0.1, every=25%)']);
  await editor.getByLabel('The schedule as text').fill('lr / (1 + t/100)');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.curves[1].at(100) === 0.25);
  await editor.getByLabel('Schedule', { exact: true }).selectOption({ label: 'Cosine' });
  await became(['constant', 'cosine']);
  await finished(page);
  assert.match((await lab.locator('thead .fair').textContent()) ?? '', /same start, same batches ✓/);
  await editor.getByLabel('η₀', { exact: true }).last().fill('0.2');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.curves[1].first === 0.2);
  await lab.getByRole('button', { name: 'Remove Constant' }).click();
  await became(['cosine']);
  assert.deepEqual(await schedules(), ['cosine']);
  await close();
});

test('a racer that diverges shows at which update; the others continue', async () => {
  const { page, lab, close } = await site.open(
    '#act=identity&hidden=16-16&lr=0.1&schedule=constant&schedule=constant&lr=1000&schedule=cosine',
  );
  const states = await ask(page, (it) => [1, 2, 3].map((racer) => it.state(racer)));
  assert.deepEqual(
    states.map((state) => state?.ended === 'finished'),
    [true, false, true],
  );
  const ended = lab.locator('tr.racer').nth(1).locator('.ended');
  assert.match((await ended.textContent()) ?? '', new RegExp(`^Diverged at update ${states[1]?.update}:`));
  assert.match((await lab.locator('tr.racer').nth(2).locator('.median').textContent()) ?? '', /%/);
  await close();
});

test('behind More: loss charts, smoothing, the whole run as text', async () => {
  const { page, lab, close } = await site.open();
  await lab.getByRole('button', { name: 'More' }).click();
  await page.waitForTimeout(200);
  assert.match(
    (await lab.locator('.validation_loss .values').textContent()) ?? '',
    /^after update 800: Constant [\d.]+ Step [\d.]+ Cosine [\d.]+$/,
  );
  const before = await lab.locator('.batch_loss .values').textContent();
  await lab.getByLabel('smoothing').selectOption({ label: 'none' });
  await page.waitForTimeout(100);
  assert.notEqual(await lab.locator('.batch_loss .values').textContent(), before);
  const text = lab.getByLabel('The whole run as text');
  await text.fill('steps=400 schedule=cosine schedule=linear');
  await page.waitForFunction(() => location.hash === '#steps=400&schedule=cosine&schedule=linear');
  await close();
});

test('behind More: every column of updates has a chart, the numbers of which are those of the column', async () => {
  const { page, lab, close } = await site.open('#steps=60&schedule=constant&schedule=cosine');
  await lab.getByRole('button', { name: 'More' }).click();
  await lab.getByLabel('smoothing').selectOption({ label: 'none' });
  await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.setCursor(41));
  const rows = await ask(page, (state) =>
    [1, 2].map((racer) =>
      Object.fromEntries(Object.entries(state.telemetry(racer)?.updates ?? {}).map(([key, column]) => [key, column[41]])),
    ),
  );
  for (const [key, title] of Object.entries({
    gradient_norm: 'Gradient norm ‖g‖',
    update_norm: 'Update norm ‖Δw‖',
    weight_norm: 'Weight norm ‖w‖',
    rate_sum: 'Sum of the rates Σηₜ',
  })) {
    assert.equal(await lab.locator(`.chart.${key} h2`).textContent(), title);
    const values = rows.map((row) => formatNumber(row[key]));
    await lab.locator(`.chart.${key} .values`, { hasText: `after update 41: Constant ${values[0]} Cosine ${values[1]}` }).waitFor();
  }
  await close();
});

test('an editor offers what can stand around its schedule: warm restarts of it', async () => {
  const { page, lab, close } = await site.open('#steps=90&schedule=cosine');
  await lab.locator('.open').first().click();
  await lab.getByRole('button', { name: '↻ Repeat' }).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers[0].schedule === 'repeat(cosine)');
  await lab.locator('.edit input[data-key="repeat.every"]').fill('30');
  await page.waitForFunction(
    () => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers[0].schedule === 'repeat(cosine, every=30)',
  );
  const restarts = await ask(page, async ({ curves }) => Array.from((await curves[0].every(29, 31)) ?? []));
  assert(restarts[0] < 0.01 && restarts[1] === 0.5, `${restarts}`);
  await close();
});

test('a long run waits for Play, trains as it goes, and pauses', async () => {
  const { page, lab, close } = await site.open('#hidden=256-256&batch=64&steps=20000&schedule=constant&schedule=cosine');
  assert.deepEqual(await shown(page), { update: 0, playing: false });
  assert.match((await lab.locator('.accuracy .waiting').textContent()) ?? '', /press Play/);
  await lab.getByRole('button', { name: 'Play' }).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.update > 40, null, { timeout: 20000 });
  await lab.getByRole('button', { name: 'Pause' }).click();
  await page.waitForTimeout(300);
  const trained = await ask(page, (it) => it.trained);
  await page.waitForTimeout(300);
  assert.equal(await ask(page, (it) => it.trained), trained);
  assert(trained < 20000);
  await close();
});

test('a label is shown once in its row, for a racer among others and for an only one', async () => {
  for (const run of ['#steps=50&schedule=constant&label=mine&schedule=cosine', '#steps=50&schedule=constant&label=mine']) {
    const { lab, close } = await site.open(run);
    assert.equal(await lab.locator('.open').first().textContent(), 'mineconstant');
    await close();
  }
});
