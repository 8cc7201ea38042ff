// A racer branches at the update that a click has kept, and the run is made twice as long: new racers beside the old, and words that say so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, pictures, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

const hash = '#steps=400&schedule=constant&schedule=cosine&lr=0.4';
const said = {
  en: {
    where: 'Click in a chart',
    branch: (/** @type {number} */ t) => `Branch here, at update ${t}`,
    done: (/** @type {number} */ t) => `Cosine → Cool-down is new. Its updates before ${t} are those of Cosine, bit for bit`,
    extend: 'Extend ×2',
    undone: ['Undone: longer run', 'Undone: branch'],
    longer: 'The run is twice as long. What has run keeps its plan for 400 updates, bit for bit',
    bound: 'In a longer run opt.momentum would change the updates that have been done',
  },
  zh: {
    where: '在图上点一下',
    branch: (/** @type {number} */ t) => `从第 ${t} 步分支`,
    done: (/** @type {number} */ t) => `新增了余弦 → 冷却。第 ${t} 步之前与余弦逐位相同`,
    extend: '延长一倍',
    undone: ['已撤销：延长', '已撤销：分支'],
    longer: '训练延长了一倍。已有的都按 400 步的原计划运行，逐位相同',
    bound: '训练变长会改变 opt.momentum 在已完成的步中的取值',
  },
};

/** Opens the second racer's editor. @param {string} text @param {import('./page.mjs').Options} options */
async function openEditor(text, options) {
  const opened = await site.open(text, { height: 1600, ...options });
  await opened.lab.locator('tr.racer[data-racer="2"] button.open').click();
  const branch = opened.lab.locator('tr.editor:not([hidden]) .branch');
  await branch.waitFor();
  return { ...opened, branch };
}
/** The rates of a racer's updates before `count`. @param {import('./page.mjs').Page} page @param {number} racer @param {number} count */
const rates = (page, racer, count) =>
  page.evaluate(
    ([of, updates]) => {
      const { lab } = /** @type {import('./page.mjs').Lab} */ (document.querySelector('eta-lab'));
      return lab.queries.rates('branch', { text: lab.run?.text ?? '', racer: of, updates: Array.from({ length: updates }, (_, t) => t) });
    },
    [racer, count],
  );

for (const language of /** @type {const} */ (['en', 'zh']))
  for (const width of [1280, 390])
    test(`a click keeps an update, a second one branches there, and undo takes it back: ${language}, ${width} px`, async () => {
      const words = said[language];
      const { page, lab, branch, close } = await openEditor(hash, { language, width, dark: width === 390 });
      const [here, extend] = [branch.locator('button').nth(0), branch.locator('button').nth(1)];
      assert(await here.isDisabled(), 'nothing branches after the last update');
      await branch.getByText(words.where).waitFor();
      // What keeps the cursor is loaded when a pointer comes.
      await lab.locator('.chart.rate .plot').hover();
      await lab.locator('.chart.rate button.kept').waitFor({ state: 'attached' });
      const plot = await lab.locator('.chart.rate .plot').boundingBox();
      assert(plot);
      await page.mouse.click(plot.x + plot.width / 2, plot.y + plot.height / 2);
      await page.mouse.move(2, 2);
      const update = (await ask(page, ({ kept }) => kept)) ?? 0;
      assert(update > 150 && update < 250);
      const before = await rates(page, 2, 400);
      await here.filter({ hasText: words.branch(update) }).click();
      await lab.locator('tr.racer').nth(2).waitFor();
      await branch.getByText(words.done(update)).waitFor();
      await branch.locator('button:focus', { hasText: words.branch(update) }).waitFor();
      await finished(page);
      assert.deepEqual(await rates(page, 2, 400), before);
      const branched = await rates(page, 3, 400);
      assert.deepEqual(branched?.slice(0, update), before?.slice(0, update));
      assert(Number(branched?.at(-1)) < 0.01 && Number(branched?.at(-1)) > 0);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      await branch.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${pictures}branch-${width}-${language}.png`, fullPage: true });

      await extend.filter({ hasText: words.extend }).click();
      await lab.locator('tr.racer').nth(3).waitFor();
      await branch.getByText(words.longer).waitFor();
      assert.equal(await ask(page, ({ updates }) => updates), 800);
      assert.deepEqual(await rates(page, 2, 400), before);
      assert.deepEqual(await rates(page, 3, 400), branched);
      await finished(page);
      await page.screenshot({ path: `${pictures}extend-${width}-${language}.png`, fullPage: true });
      // Each was one edit.
      for (const count of [3, 2]) {
        await lab.locator('.undo').click();
        await lab.locator('.undoing span', { hasText: words.undone[3 - count] }).waitFor();
        await page.waitForFunction(
          (racers) => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.racers.length === racers,
          count,
        );
      }
      assert.equal(await ask(page, ({ run }) => run?.steps), 400);
      await close();
    });

for (const language of /** @type {const} */ (['en', 'zh']))
  test(`what else counts on the length of the run is said, and nothing changes: ${language}`, async () => {
    const { page, branch, close } = await openEditor(`${hash.replace('&lr', '&opt=sgd(one_cycle(0.85))&lr')}`, { language });
    const text = await ask(page, ({ run }) => run?.text);
    await branch.getByRole('button', { name: said[language].extend }).click();
    await branch.getByText(said[language].bound).waitFor();
    assert.equal(await ask(page, ({ run }) => run?.text), text);
    await close();
  });
