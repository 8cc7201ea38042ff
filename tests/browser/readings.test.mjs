// What the page asks its workers that makes one of them read a text: one question, and one start for each racer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** Runs in the page before its own scripts: keeps what the workers are asked. A worker that lacked the module's second file has read nothing. */
function keepMessages() {
  /** @type {{ kind: string }[]} */
  const asked = [];
  Object.assign(globalThis, { asked });
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ ...rest) {
    const { question } = message;
    if (message.type === 'ask' && question.session === undefined) {
      const entry = { kind: question.kind };
      asked.push(entry);
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'incomplete' && asked.includes(entry)) asked.splice(asked.indexOf(entry), 1);
      });
    }
    if (message.type === 'start') asked.push({ kind: 'start' });
    return post.call(this, message, ...rest);
  };
}

/** What was asked since the last time, counted. @param {import('playwright-core').Page} page @returns {Promise<Record<string, number>>} */
const news = (page) =>
  page.evaluate(() => {
    /** @type {Record<string, number>} */
    const counts = {};
    for (const { kind } of /** @type {any} */ (globalThis).asked.splice(0)) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  });

/** @param {import('playwright-core').Page} page @param {RegExp} wanted the run's text */
const becomes = async (page, wanted) => {
  while (!wanted.test(await ask(page, ({ run }) => run?.text ?? ''))) await page.waitForTimeout(20);
};

test('a text of three racers is read once at the query worker and once at each start: at the page’s start, by an edit, by a drag', async () => {
  const { page, lab, close } = await site.open('', { first: keepMessages });
  assert.deepEqual(await news(page), { read: 1, start: 3 });
  assert.equal(new URL(page.url()).hash, '');
  await lab.locator('.fields').getByLabel('η₀').fill('0.4');
  await becomes(page, /lr=0\.4$/);
  await finished(page);
  // A field also asks what it should warn of.
  assert.deepEqual(await news(page), { read: 1, warnings: 1, start: 3 });
  // Back to the default run, whose address is empty: nobody had to ask which it is.
  await lab.locator('.fields').getByLabel('η₀').fill('0.5');
  await becomes(page, /^preset=default$/);
  await finished(page);
  assert.deepEqual(await news(page), { read: 1, warnings: 1, start: 3 });
  assert.equal(new URL(page.url()).hash, '');
  const box = await lab.getByRole('slider', { name: 'η₀', exact: true }).boundingBox();
  assert(box);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 20);
  await becomes(page, /lr=/);
  await page.mouse.up();
  await finished(page);
  assert.deepEqual(await news(page), { drag: 1, start: 3 });
  await close();
});

test('a zoom into a long run asks what is kept: pairs for each racer, until every update is there', async () => {
  const run = 'data=moons hidden=256-256-256-256 steps=1000000 schedule=cosine schedule=step(factor=0.9, every=1000)';
  const { page, close } = await site.open(`#${encodeURIComponent(run)}`, { first: keepMessages });
  assert.deepEqual(await news(page), { read: 1, start: 2 });
  const known = await ask(page, async (lab) => {
    lab.zoom = { from: 600_000, to: 600_100 };
    lab.notify('zoom');
    while (lab.curves.some(({ version }) => version === 0)) await new Promise(requestAnimationFrame);
    return lab.curves.map((curve) => {
      const { from, to, t, eta } = curve.pairs({ from: 600_000, to: 600_100 }, 100);
      return { whole: t.length === to - from, first: eta[600_000 - from], next: eta[600_001 - from] };
    });
  });
  const { read, start: started, stretch } = await news(page);
  assert.deepEqual([read, started, stretch], [undefined, undefined, 2]);
  const cosine = (/** @type {number} */ t) => 0.25 * (1 + Math.cos(Math.PI * (t / 1e6)));
  assert(known.every(({ whole }) => whole));
  for (const [rate, t] of [
    [known[0].first, 600_000],
    [known[0].next, 600_001],
  ])
    assert(Math.abs(rate / cosine(t) - 1) < 1e-12, `${rate} at ${t}`);
  assert.equal(known[1].first, known[1].next);
  await close();
});
