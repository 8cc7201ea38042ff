// Handles are dragged by pointer, finger and keys, and the race follows; drawings are judged; racers are pinned; the rate is lowered.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, start } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const text = (/** @type {Page} */ page) => ask(page, (lab) => lab.run?.text ?? '');
/** @param {Page} page @param {RegExp} wanted */
async function becomes(page, wanted) {
  await page.waitForFunction(
    ([source, flags]) => new RegExp(source, flags).test(/** @type {any} */ (document.querySelector('eta-lab')).lab.run.text),
    [wanted.source, wanted.flags],
  );
}
/** Gives the centre of an element. @param {Locator} locator */
async function middle(locator) {
  const box = await locator.boundingBox();
  assert(box !== null);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
/** Drags a finger through places, by the browser's own protocol. @param {Page} page @param {{ x: number, y: number }[]} places */
async function finger(page, places) {
  const session = await page.context().newCDPSession(page);
  const [first, ...others] = places.map(({ x, y }) => [{ x, y, id: 1 }]);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: first });
  for (const touchPoints of others) await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('η₀ is dragged with the mouse: curves, field, table and address follow, and the race is that of the new rate', async () => {
  const { page, lab, close } = await site.open();
  const ring = lab.getByRole('slider', { name: 'η₀', exact: true });
  assert.equal(await ring.getAttribute('aria-valuetext'), 'η 0.5');
  const from = await middle(ring);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 3, from.y - 30, { steps: 6 });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.curves[0].first > 0.55);
  // Under way: the curves are there, the address is not written.
  assert.equal(new URL(page.url()).hash, '');
  await page.mouse.move(from.x + 3, from.y + 40, { steps: 6 });
  await page.mouse.up();
  await page.waitForFunction(() => location.hash !== '');
  await finished(page);
  const rate = await ask(page, (it) => it.run?.racers[0].lr ?? 0);
  assert(rate > 0.3 && rate < 0.4, `${rate}`);
  assert.equal(await text(page), `preset=default lr=${rate}`);
  assert.equal(new URL(page.url()).hash, `#preset=default&lr=${rate}`);
  assert.deepEqual(await ask(page, (it) => it.curves.map((curve) => curve.first)), [rate, rate, rate]);
  assert.equal(await lab.locator('.fields').getByLabel('η₀').inputValue(), String(rate));
  assert.equal(await ring.getAttribute('aria-valuetext'), `η ${rate}`);
  const hash = await ask(page, (it) => it.race?.hash(3));
  await close();
  const again = await site.open(`#preset=default&lr=${rate}`);
  assert.equal(await ask(again.page, (it) => it.race?.hash(3)), hash);
  await again.close();
});

test('the handle follows the text that is typed', async () => {
  const { page, lab, close } = await site.open();
  const ring = lab.getByRole('slider', { name: 'η₀', exact: true });
  await lab.locator('.fields').getByLabel('η₀').fill('0.2');
  await becomes(page, /lr=0\.2$/);
  await finished(page);
  assert.equal(await ring.getAttribute('aria-valuetext'), 'η 0.2');
  const drop = lab.getByRole('slider', { name: /^Step: .*,/ });
  assert.equal(await drop.getAttribute('aria-valuetext'), 'update 250, η 0.02');
  await close();
});

test('Escape during a drag restores everything', async () => {
  const { page, lab, close } = await site.open();
  const drop = lab.getByRole('slider', { name: /^Step: .*,/ });
  const from = await middle(drop);
  const before = await ask(page, (it) => it.race?.hash(2));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 120, from.y - 40, { steps: 5 });
  await becomes(page, /step\(factor=0\.\d+, every=4\d\d\)/);
  await page.keyboard.press('Escape');
  await becomes(page, /^preset=default$/);
  await page.mouse.move(from.x + 60, from.y, { steps: 3 });
  await page.mouse.up();
  await finished(page);
  assert.equal(await text(page), 'preset=default');
  assert.equal(await ask(page, (it) => it.race?.hash(2)), before);
  assert.equal(new URL(page.url()).hash, '');
  await close();
});

test('a handle is moved by keys along both axes; the focus stays', async () => {
  const { page, lab, close } = await site.open();
  const drop = lab.getByRole('slider', { name: /^Step: .*,/ });
  await drop.focus();
  await page.keyboard.press('ArrowRight');
  await becomes(page, /every=258/);
  await page.keyboard.press('Shift+ArrowRight');
  await becomes(page, /every=338/);
  await page.keyboard.press('ArrowUp');
  await becomes(page, /factor=0\.12/);
  assert.equal(await drop.evaluate((it) => it.matches(':focus')), true);
  await page.keyboard.press('Escape');
  await becomes(page, /^preset=default$/);
  const ring = lab.getByRole('slider', { name: 'η₀', exact: true });
  await ring.focus();
  await page.keyboard.press('ArrowUp');
  await becomes(page, /lr=0\.51$/);
  await page.waitForFunction(() => location.hash === '#preset=default&lr=0.51');
  assert.equal(await drop.getAttribute('aria-valuetext'), 'update 250, η 0.051');
  await close();
});

test('what is done to a handle before its code has come is not lost: a drag, and keys', async () => {
  const { page, lab, close } = await site.open('', { slow: { 'parts/lazy-*': 600 } });
  const ring = lab.getByRole('slider', { name: 'η₀', exact: true });
  const from = await middle(ring);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 40, { steps: 3 });
  await page.mouse.move(from.x + 300, from.y + 300);
  await page.mouse.move(from.x, from.y + 40);
  await page.mouse.up();
  assert.equal(await text(page), 'preset=default');
  await becomes(page, /lr=0\.3\d*$/);
  await close();

  const keys = await site.open('', { slow: { 'parts/lazy-*': 600 } });
  await keys.lab.getByRole('slider', { name: /^Step: .*,/ }).focus();
  await keys.page.keyboard.press('ArrowRight');
  await keys.page.keyboard.press('Shift+ArrowRight');
  assert.equal(await text(keys.page), 'preset=default');
  await becomes(keys.page, /every=338/);
  await keys.close();
});

test('a drag waits for no position on the way, and the last one is never lost', async () => {
  const { page, lab, close } = await site.open();
  const from = await middle(lab.getByRole('slider', { name: 'η₀', exact: true }));
  const counted = page.evaluate(async () => {
    const state = /** @type {any} */ (document.querySelector('eta-lab')).lab;
    const curves = new Set();
    const races = new Set();
    const leave = state.subscribe(() => {
      curves.add(state.curves);
      races.add(state.displayed);
    });
    await new Promise((done) => addEventListener('pointerup', () => setTimeout(done, 300), { once: true }));
    leave();
    return { curves: curves.size, races: races.size };
  });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= 60; i++) await page.mouse.move(from.x, from.y + i);
  const { y } = { y: from.y + 60 };
  await page.mouse.up();
  const { curves, races } = await counted;
  await finished(page);
  const ring = await middle(lab.getByRole('slider', { name: 'η₀', exact: true }));
  const rate = await ask(page, (it) => it.run?.racers[0].lr ?? 0);
  assert(curves > 5, `${curves} curves were drawn`);
  assert(races >= 2, `${races} races were shown`);
  assert(rate > 0.2 && rate < 0.4 && ring.y < y, `${rate}`);
  await close();
});

test('a finger drags without scrolling the page', async () => {
  const { page, lab, close } = await site.open('', { width: 390, height: 700 });
  const drop = lab.getByRole('slider', { name: /^Step: .*,/ });
  await drop.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  const from = await middle(drop);
  await finger(page, [from, ...[1, 2, 3, 4, 5].map((i) => ({ x: from.x + 8 * i, y: from.y - 12 * i }))]);
  await becomes(page, /step\(factor=0\.[3-9]\d*, every=3\d\d\)/);
  assert.equal(await page.evaluate(() => scrollY), scrolled);
  for (const handle of await lab.locator('.knob').all()) {
    const box = await handle.boundingBox();
    assert(box && box.width >= 24 && box.height >= 24);
  }
  await finished(page);
  await close();
});

test('drawn with the pointer: a racer of few points, trained at once, judged over 16 seeds, in the address', async () => {
  const { page, lab, close } = await site.open('#steps=200&evaluate=5%&schedule=cosine');
  const button = lab.getByRole('button', { name: 'Draw the rate' });
  await button.click();
  const surface = lab.locator('.surface');
  const box = await surface.boundingBox();
  assert(box);
  await page.mouse.move(box.x + 62, box.y + 20);
  await page.mouse.down();
  for (let i = 1; i <= 40; i++) await page.mouse.move(box.x + 62 + i * 14, box.y + 20 + 60 * (1 - Math.cos(i / 14)));
  await page.mouse.up();
  await becomes(page, /schedule=points\(0:/);
  const card = lab.locator('.challenge');
  await card.getByRole('button', { name: 'Stop' }).waitFor();
  await page.waitForFunction(() => location.hash.includes('schedule=points('));
  const points = await ask(page, (it) => it.run?.handles.filter(({ path }) => path.startsWith('schedule.at.')).length ?? 0);
  assert(points > 3 && points <= 32, `${points} points`);
  await card
    .locator('.verdict')
    .filter({
      hasText: /^Yours [\d.]+\s%, Cosine [\d.]+\s%: .* Better on \d+ of 16 seeds, worse on \d+, even on \d+; .*; on this split\.$/,
    })
    .waitFor({ timeout: 60000 });
  assert.equal(await card.getByRole('progressbar').count(), 0);
  // A second stroke changes a range of the same racer.
  await page.mouse.move(box.x + 300, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + 30, { steps: 5 });
  await page.mouse.up();
  await finished(page);
  assert.equal(await ask(page, (it) => it.run?.racers.length), 2);
  await page.keyboard.press('Escape');
  await surface.waitFor({ state: 'detached' });
  const drawn = await text(page);
  const hash = new URL(page.url()).hash;
  await close();
  // The address opens the same curve, with its challenge.
  const friend = await site.open(hash);
  assert.equal(await text(friend.page), drawn);
  const judge = friend.lab.getByRole('button', { name: 'Compare on 16 seeds' });
  await judge.click();
  await friend.lab.getByRole('button', { name: 'Stop' }).click();
  await judge.waitFor();
  await friend.close();
});

test('drawn by finger, and by keys alone', async () => {
  const { page, lab, close } = await site.open('#steps=100&schedule=cosine', { width: 390, height: 800 });
  await lab.getByRole('button', { name: 'Draw the rate' }).click();
  const surface = lab.locator('.surface');
  await surface.scrollIntoViewIfNeeded();
  const box = await surface.boundingBox();
  assert(box);
  const scrolled = await page.evaluate(() => scrollY);
  const way = Array.from({ length: 20 }, (_, i) => ({ x: box.x + 70 + i * 14, y: box.y + 20 + i * 4 }));
  await finger(page, way);
  await becomes(page, /points\(/);
  assert.equal(await page.evaluate(() => scrollY), scrolled);
  await close();

  const keys = await site.open('#steps=100&schedule=cosine');
  await keys.lab.getByRole('button', { name: 'Draw the rate' }).press('Enter');
  await keys.lab.getByRole('button', { name: 'Begin with points' }).press('Enter');
  await becomes(keys.page, /points\(0:0.5, 25:0.4, 50:0.25, 75:0.1, 100:0.01\)/);
  const first = keys.lab.getByRole('slider', { name: 'Yours: point 1' });
  await keys.page.waitForFunction(() => {
    const root = document.querySelector('eta-lab')?.shadowRoot;
    return root?.activeElement?.getAttribute('aria-label') === 'Yours: point 1';
  });
  await keys.page.keyboard.press('Shift+ArrowDown');
  await becomes(keys.page, /points\(0:0.4, 25:0.4/);
  await keys.page.waitForTimeout(600);
  await keys.page.keyboard.press('+');
  await becomes(keys.page, /points\(0:0.4, 1[23]:0.4, 25:0.4/);
  await first.waitFor();
  await keys.page.keyboard.press('Delete');
  await becomes(keys.page, /points\(1[23]:0.4, 25:0.4/);
  await finished(keys.page);
  await keys.close();
});

test('a pinned racer stays as a ghost during edits, and in another language, until it is unpinned', async () => {
  const { page, lab, close } = await site.open();
  const row = lab.locator('tr.racer').nth(2);
  const button = row.getByRole('button', { name: 'Pin Cosine' });
  const pressed = (/** @type {boolean} */ is) => row.locator(`button[aria-pressed="${is}"]`).waitFor();
  await button.click();
  await pressed(true);
  const chip = lab.locator('.pins li');
  assert.match((await chip.textContent()) ?? '', /^A · Cosine9\d\.\d\s%×$/);
  const curve = await ask(page, async (it) => Array.from((await it.pins[0].curve.every(0, 3)) ?? []));
  await lab.locator('.fields').getByLabel('η₀').fill('0.1');
  await becomes(page, /lr=0\.1$/);
  await finished(page);
  assert.deepEqual(await ask(page, async (it) => Array.from((await it.pins[0].curve.every(0, 3)) ?? [])), curve);
  await pressed(false);
  await lab.getByRole('button', { name: '中文' }).click();
  await lab.getByRole('button', { name: '取消固定A · 余弦' }).click();
  await chip.waitFor({ state: 'detached' });
  assert.equal(await ask(page, (it) => it.pins.length), 0);
  await close();
});

test('decay now: the rate falls at the playhead, playback continues, and the schedule has the factor', async () => {
  const { page, lab, close } = await site.open('#schedule=constant&schedule=warmup then cosine');
  const button = lab.getByRole('button', { name: 'Decay now' });
  await button.click();
  await lab.locator('.tools .said', { hasText: /^The race plays/ }).waitFor();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.update > 150);
  await lab.getByLabel('Whose rate').selectOption({ label: 'Constant' });
  await button.press('Enter');
  await becomes(page, /schedule=constant \* points\(0:1, \d+:0\.1, shape=step\) schedule=warmup then cosine/);
  const at = Number(/, (\d+):0\.1/.exec(await text(page))?.[1]);
  const state = await ask(page, async (it) => {
    const { playing, update } = it;
    return { playing, update, rates: Array.from((await it.curves[0].every(0, it.updates)) ?? []) };
  });
  assert(state.playing && at > 150 && state.update >= at && state.update < 800, JSON.stringify([at, state.update, state.playing]));
  assert.deepEqual([state.rates[at - 1], state.rates[at]], [0.5, 0.05]);
  await page.waitForFunction((t) => /** @type {any} */ (document.querySelector('eta-lab')).lab.update > t + 100, at);
  await lab.getByLabel('Whose rate').selectOption({ label: 'all' });
  await button.click();
  await becomes(page, /constant \* points\(0:1, \d+:0\.1, \d+:0\.01, shape=step\) schedule=\(warmup then cosine\) \* points/);
  await page.waitForFunction(() => location.hash.includes(':0.01'));
  // Each step can be dragged.
  assert.equal(await lab.getByRole('slider', { name: /^Constant ↓: point/ }).count(), 2);
  await close();
});

test('decay now, pressed after the end, starts the race; that it plays is not said any more when it is over', async () => {
  const { page, lab, close } = await site.open('#steps=100&schedule=constant');
  await ask(page, (it) => {
    it.speed = 4;
  });
  await lab.getByRole('button', { name: 'Decay now' }).click();
  const said = lab.locator('.tools .said');
  await said.filter({ hasText: 'The race plays' }).waitFor();
  await page.waitForFunction(() => !(/** @type {any} */ (document.querySelector('eta-lab')).lab.playing), undefined, { timeout: 20_000 });
  await page.waitForTimeout(100);
  assert.equal(await said.textContent(), '');
  assert.equal(await text(page), 'steps=100');
  await close();
});
