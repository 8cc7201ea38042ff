// Helpers for tests that zoom: where the charts' axes are, and touch input.
import assert from 'node:assert/strict';
import { ask } from './page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

export const part = (/** @type {Page} */ page) => ask(page, (lab) => lab.zoom);
export const drawn = (/** @type {Page} */ page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))));
/** Gives the place and the width of the plot's axes, in pixels of the screen. @param {Locator} plot */
export async function axes(plot) {
  const box = await plot.boundingBox();
  assert(box !== null);
  return { left: box.x + 58, width: box.width - 58, top: box.y + 8, height: box.height - 34, right: box.x + box.width };
}
/** Moves the pointer over the plot, which loads the gestures. @param {Page} page @param {Locator} plot */
export async function near(page, plot) {
  const came = page.waitForResponse((response) => /parts\/lazy-/.test(response.url()));
  await plot.hover({ position: { x: 200, y: 60 } });
  await came;
  await page.waitForTimeout(100);
}
/**
 * Sends touches by the browser's own protocol; each step has the place of every finger.
 * @param {Page} page
 * @param {{ x: number, y: number }[][]} steps
 */
export async function fingers(page, steps) {
  const session = await page.context().newCDPSession(page);
  for (const [i, places] of steps.entries()) {
    const touchPoints = places.map(({ x, y }, id) => ({ x, y, id }));
    await session.send('Input.dispatchTouchEvent', { type: i === 0 ? 'touchStart' : 'touchMove', touchPoints });
    if (i === 0) await page.waitForTimeout(150);
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
