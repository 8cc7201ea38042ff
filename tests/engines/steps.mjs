// What every browser has to do, whatever drives it: one list of steps. A driver is made for a browser in tests/firefox and tests/webkit.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { siteServer } from '../../build-scripts/lib/site/site-server.mjs';
import { eta, root } from '../browser/page.mjs';

/**
 * @typedef {object} Driver
 * @property {(url: string) => Promise<unknown>} open a document of its own, also when only what is after # differs from the last one
 * @property {<Result, Argument>(question: (argument: Argument) => Result | Promise<Result>, argument?: Argument) => Promise<Result>} ask runs in the page
 * @property {(key: string) => Promise<unknown>} press one real key: a character, or a name such as Tab
 * @property {(from: Point, to: Point) => Promise<unknown>} drag with the mouse
 * @property {(selector: string) => Promise<unknown>} enter from here on questions are asked inside this frame, until the next `open`
 * @property {() => string[]} faults what the browser has complained of since the last call
 * @property {() => Promise<unknown>} close
 */
/** @typedef {{ x: number, y: number }} Point */

const local = '127.0.0.1';
const wholeFile = `${root}build/site/etalab.html`;

/** @param {import('node:http').Server} server @returns {Promise<string>} its origin */
async function listen(server) {
  await new Promise((listening) => server.listen(0, local, () => listening(undefined)));
  return `http://${local}:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
}

/** Somebody else's page, with the one file in a frame that may do nothing but run scripts. */
const host = () =>
  createServer(async ({ url }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (url?.startsWith('/etalab.html')) response.end(await readFile(wholeFile));
    else {
      const frame = '<iframe sandbox="allow-scripts" src="etalab.html?embed#lang=en&schedule=cosine" width="700" height="900"></iframe>';
      response.end(`<!doctype html><title>An article</title><link rel="icon" href="data:,"><p>Text.</p>${frame}`);
    }
  });

/** The hash of each racer's weights, as the native program has them. @param {string} run */
const native = async (run) => Array.from((await eta('train', run)).matchAll(/^# weights (\w{16})$/gm), ([, hash]) => hash);

/** Waits until the newest run is trained to its end; answers with what it is. @param {Driver} driver */
const trained = (driver) =>
  driver.ask(async () => {
    const end = Date.now() + 30_000;
    const lab = () => /** @type {any} */ (document.querySelector('eta-lab'))?.lab;
    const settled = () => lab()?.run && !lab().dragSession && lab().race?.run.text === lab().run.text && lab().trained === lab().updates;
    while (!settled()) {
      if (Date.now() > end) throw new Error(`not trained: ${lab()?.failure ?? ''} ${lab()?.trained} of ${lab()?.updates}`);
      await new Promise((later) => setTimeout(later, 50));
    }
    const { run, race, curves } = lab();
    /** @type {string[]} */
    const hashes = await Promise.all(run.racers.map((/** @type {unknown} */ _, /** @type {number} */ i) => race.hash(i + 1)));
    const drawn = [.../** @type {any} */ (document.querySelector('eta-lab')).shadowRoot.querySelectorAll('canvas')].filter(
      (canvas) => canvas.width > 100,
    ).length;
    return { text: String(run.text), hashes, rates: curves.map((/** @type {any} */ curve) => curve.first), drawn };
  });

/** The playhead. @param {Driver} driver */
const shown = (driver) =>
  driver.ask(() => {
    const { update, playing, run } = /** @type {any} */ (document.querySelector('eta-lab')).lab;
    return { update, playing, seed: run.seed };
  });

/** The middle of the handle of the shared base rate. @param {Driver} driver @returns {Promise<Point>} */
const baseRate = (driver) =>
  driver.ask(async () => {
    // The chart, and the handles on it, may be drawn some frames after the last update was computed.
    const find = () => /** @type {any} */ (document.querySelector('eta-lab')).shadowRoot.querySelector('.knob.ring');
    for (let tries = 0; tries < 100 && !find(); tries++) await new Promise((later) => setTimeout(later, 50));
    const knob = find();
    knob.scrollIntoView({ block: 'center' });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const box = knob.getBoundingClientRect();
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  });

/** @typedef {{ driver: Driver, site: string, article: string }} Setting */
/** @type {Record<string, (setting: Setting) => Promise<void>>} */
const steps = {
  'the default run trains, with the weights of the native program': async ({ driver, site }) => {
    await driver.open(`${site}/#lang=en`);
    const { hashes, drawn } = await trained(driver);
    assert.deepEqual(hashes, await native(''));
    assert.equal(hashes.length, 3);
    assert(drawn >= 2, `${drawn} charts are drawn`);
  },

  'an address restores its run': async ({ driver, site }) => {
    const run = 'data=moons hidden=9-5 act=tanh opt=adam steps=300 lr=0.01 batch=13 schedule=warmup(10%) then cosine';
    await driver.open(`${site}/#${run.replaceAll(' ', '&').replace('&then&', ' then ')}&lang=zh`);
    const { text, hashes } = await trained(driver);
    assert.deepEqual(hashes, await native(run));
    assert.deepEqual(hashes, await native(text));
    assert.equal(await driver.ask(() => document.documentElement.lang), 'zh');
    assert.equal(
      await driver.ask(() => /** @type {any} */ (document.querySelector('eta-lab')).shadowRoot.querySelector('h1').textContent),
      '为什么要降低学习率？',
    );
  },

  'a handle is dragged, and the race is that of the new rate': async ({ driver, site }) => {
    await driver.open(`${site}/#lang=en`);
    await trained(driver);
    const from = await baseRate(driver);
    await driver.drag(from, { x: from.x + 2, y: from.y + 40 });
    const { text, hashes, rates } = await trained(driver);
    const rate = Number(/^preset=default lr=([\d.]+)$/.exec(text)?.[1]);
    assert(rate > 0.2 && rate < 0.45, text);
    assert.deepEqual(rates, [rate, rate, rate]);
    assert.deepEqual(hashes, await native(text));
    // The first gesture fetches what follows it in the browser's history.
    const address = await driver.ask(async () => {
      for (let tries = 0; tries < 100 && !location.hash.includes('lr='); tries++) await new Promise((later) => setTimeout(later, 50));
      return location.hash;
    });
    assert.match(address, new RegExp(`lr=${rate}`));
  },

  'the keyboard plays, pauses, steps, resets, takes another seed and moves a handle': async ({ driver, site }) => {
    await driver.open(`${site}/#lang=en`);
    await trained(driver);
    // Keys act only while the focus is inside the element.
    await driver.ask(() => /** @type {any} */ (document.querySelector('eta-lab')).shadowRoot.querySelector('.plot').focus());
    await driver.press('r');
    // The first key acts when its code has come.
    for (let tries = 0; tries < 100 && (await shown(driver)).update !== 0; tries++) await new Promise((later) => setTimeout(later, 50));
    assert.deepEqual(await shown(driver), { update: 0, playing: false, seed: 1 });
    for (const key of ['.', '.', ',']) await driver.press(key);
    assert.equal((await shown(driver)).update, 1);
    await driver.press(' ');
    assert.equal((await shown(driver)).playing, true);
    for (let tries = 0; tries < 100 && (await shown(driver)).update <= 1; tries++) await new Promise((later) => setTimeout(later, 50));
    await driver.press(' ');
    const paused = await shown(driver);
    assert(!paused.playing && paused.update > 1, JSON.stringify(paused));
    await driver.press('R');
    await driver.ask(async () => {
      const lab = () => /** @type {any} */ (document.querySelector('eta-lab')).lab;
      for (let tries = 0; tries < 100 && lab().run.seed === 1; tries++) await new Promise((later) => setTimeout(later, 20));
    });
    const reseeded = await trained(driver);
    assert.match(reseeded.text, /seed=2/);
    assert.deepEqual(reseeded.hashes, await native(reseeded.text));
    const focused = () =>
      driver.ask(() => {
        const { activeElement } = /** @type {any} */ (document.querySelector('eta-lab')).shadowRoot;
        return activeElement?.matches('.knob.ring') === true;
      });
    let tabs = 0;
    while (!(await focused())) {
      await driver.press('Tab');
      assert(++tabs < 60, 'no handle can be reached with Tab');
    }
    await driver.press('ArrowUp');
    await new Promise((later) => setTimeout(later, 600));
    const { text, hashes } = await trained(driver);
    assert.match(text, /lr=0\.51/);
    assert.deepEqual(hashes, await native(text));
  },

  'the single file opened from the disk': async ({ driver }) => {
    await driver.open(`${pathToFileURL(wholeFile).href}#steps=300&schedule=cosine&lang=zh`);
    const { hashes } = await trained(driver);
    assert.deepEqual(hashes, await native('steps=300 schedule=cosine'));
  },

  'the single file in a sandboxed frame': async ({ driver, article }) => {
    await driver.open(`${article}/`);
    await driver.enter('iframe');
    const { hashes } = await trained(driver);
    assert.equal(await driver.ask(() => self.origin), 'null');
    assert.deepEqual(hashes, await native('schedule=cosine'));
  },
};

/** @param {() => Promise<Driver>} launch */
export function runSteps(launch) {
  const [server, other] = [siteServer(`${root}build/site`), host()];
  /** @type {Setting} */
  let setting;
  before(async () => {
    setting = { driver: await launch(), site: await listen(server), article: await listen(other) };
  });
  after(async () => {
    await setting?.driver.close();
    for (const each of [server, other]) {
      each.closeAllConnections();
      each.close();
    }
  });
  for (const [name, step] of Object.entries(steps)) {
    test(name, { timeout: 120_000 }, async () => {
      await step(setting);
      assert.deepEqual(setting.driver.faults(), []);
    });
  }
}
