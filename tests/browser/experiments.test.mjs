// Each experiment opens by its address and from the header, in both languages, and its tasks are judged by training their runs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { figures } from '../../build-scripts/lib/figures/figures.mjs';
import { experiments, first } from '../../web/src/experiments/experiment-list.js';
import { experiment as race } from '../../web/src/experiments/race-tasks.js';
import { finished, root, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

/** @param {string} name @returns {Promise<any>} */
const json = async (name) => JSON.parse(await readFile(`${root}web/${name}`, 'utf8'));
/** Reads the experiments' words. @param {string} language @returns {Promise<Record<string, string>>} */
const said = async (language) =>
  Object.fromEntries(
    Object.entries(/** @type {Record<string, string>} */ (await json(`words/${language}.json`))).flatMap(([key, text]) =>
      key.startsWith('experiments.') ? [[key.replace('experiments.', ''), text]] : [],
    ),
  );
const keys = Object.keys(experiments);
/** The experiments beside the laboratory; one with charts of its own has its own test. */
const modules = (await Promise.all(keys.map(async (key) => ({ key, ...(await experiments[key]()) })))).flatMap(({ key, experiment }) =>
  experiment ? [{ key, ...experiment }] : [],
);

test('the figures in the paragraphs, the tasks and what goes wrong are what sixteen seeds give', async () => {
  assert.deepEqual(await json('src/experiments/figures.json'), JSON.parse(JSON.stringify(await figures())));
});

/**
 * Tries every answer of every task: the one that 16 seeds give is right, or every one where they are even; its verdict stays when another
 * task is answered.
 * @param {import('playwright-core').Locator} lab
 * @param {string} key
 * @param {import('../../web/src/experiments/experiment.js').Task[]} tasks
 */
async function answered(lab, key, tasks) {
  const numbers = await json('src/experiments/figures.json');
  /** @type {string[]} */
  const last = [];
  for (const [i, task] of tasks.entries()) {
    const { right } = numbers[`${key}.${i + 1}`];
    const card = lab.locator('.task').nth(i);
    const count = await card.locator('button').count();
    assert.equal(count, task.answers.length);
    const verdicts = [];
    for (let answer = 0; answer < count; answer++) {
      await card.locator('button').nth(answer).click();
      await card.locator('.verdict', { hasText: /^(Right|Not quite|Even)/ }).waitFor();
      assert.equal(await card.locator('[aria-pressed="true"]').count(), 1);
      verdicts.push((await card.locator('.verdict').textContent()) ?? '');
      assert.doesNotMatch(verdicts[answer], /\{|NaN/);
      assert.match(verdicts[answer], /of 16 seeds.* on this split\./);
      const outcome = right === 'even' ? /^Even/ : task.answers[answer] === right ? /^Right/ : /^Not quite/;
      assert.match(verdicts[answer], outcome);
      assert.equal(await lab.locator('[role=status].unseen').textContent(), verdicts[answer]);
    }
    last.push(verdicts[count - 1]);
    assert.deepEqual(await lab.locator('.task .verdict').filter({ hasText: /./ }).allTextContents(), last);
  }
}

test('race: its first question stands on the page and is judged by training; an article has none', { timeout: 120_000 }, async () => {
  const { lab, close } = await site.open('');
  assert.equal(await lab.locator('.task').count(), 1);
  await lab.locator('.task').getByText('Whose accuracy jitters most').waitFor();
  await lab.locator('.task').getByRole('button', { name: 'cosine' }).click();
  await lab.locator('.task .verdict', { hasText: 'Not quite: the answer is “constant”' }).waitFor();
  assert(await lab.locator('.task button', { hasText: 'cosine' }).evaluate((button) => button.matches(':focus')), 'the focus stays');
  await lab.locator('.experiment .paragraph', { hasText: '16 of 16' }).waitFor();
  await answered(lab, 'race', race.tasks);
  // Two of the racers have the rate of the field.
  assert.equal(await lab.locator('.fields').getByLabel('η₀').inputValue(), '0.3');
  await lab.locator('.top a[href="#experiment=draw"]').filter({ visible: true }).click();
  await lab.locator('.experiment .paragraph', { hasText: 'Draw on the upper chart' }).waitFor();
  await close();
  const framed = await site.open('?embed');
  assert.equal(await framed.lab.locator('.task').count(), 0);
  await framed.close();
  const chinese = await site.open('#lang=zh&experiment=race', { width: 390, dark: true });
  await chinese.lab.locator('.task').nth(1).waitFor();
  assert.equal(await chinese.lab.locator('.menu [aria-current="page"]').textContent(), '比赛');
  assert.match(chinese.page.url(), /experiment=race/);
  assert.doesNotMatch((await chinese.lab.locator('.experiment').textContent()) ?? '', /\{|NaN/);
  assert.equal(await chinese.page.evaluate(() => document.documentElement.scrollWidth), 390);
  await chinese.close();
});

test('adaptive opens with a logarithmic axis, which the next experiment does not inherit', async () => {
  const { lab, close } = await site.open('#experiment=adaptive');
  const axis = lab.locator('.chart.rate').getByRole('checkbox', { name: 'log axis' });
  await axis.and(lab.locator(':checked')).waitFor();
  await lab.locator('.top a[href="#experiment=draw"]').filter({ visible: true }).click();
  await lab.locator('.experiment .paragraph', { hasText: 'Draw on the upper chart' }).waitFor();
  await axis.and(lab.locator(':not(:checked)')).waitFor();
  await close();
});

test('the noise floor has its excess loss in place of the accuracy, and gives the accuracy back', async () => {
  const { page, lab, close } = await site.open('#experiment=noise_floor');
  await lab.locator('.charts .floor figure').waitFor({ timeout: 60_000 });
  const { y = 0, height = 0 } = (await lab.locator('.charts .floor figure > svg').first().boundingBox()) ?? {};
  assert(y > 0 && y + height < 900, 'on the first screen');
  assert.equal(await lab.locator('.chart.accuracy').isVisible(), false);
  await page.evaluate(() => {
    location.hash = 'experiment=plateau';
  });
  await lab.locator('.chart.accuracy').waitFor();
  assert.equal(await lab.locator('.floor').count(), 0);
  await close();
});

test('a plateau: the steps say whose they are, and the read-out says who has ended', async () => {
  const { page, lab, close } = await site.open('#experiment=plateau');
  await finished(page);
  await lab.locator('.steps li').nth(5).waitFor();
  assert.match((await lab.locator('.experiment').textContent()) ?? '', /What Constant × Plateau does:/);
  await lab.locator('.chart.accuracy .values', { hasText: 'ended' }).waitFor();
  await close();
});

test('conventions: each button opens a run with an address of its own, and says where the frameworks part and why', async () => {
  const { page, lab, close } = await site.open('#experiment=conventions');
  const list = lab.locator('.conventions .steps > li');
  await list.filter({ hasText: 'optax: the rate parts from PyTorch at 39 of 40 updates (1–39)' }).waitFor();
  await list.filter({ hasText: 'one_cycle.peak: at (optax), before (PyTorch). at: the peak is at' }).waitFor();
  for (const [name, sentence] of /** @type {const} */ ([
    ['Warm-up, then cosine', 'warmup.counts: apart (Keras), inside (PyTorch)'],
    ['Drops at given updates', 'Keras: the rate parts from PyTorch at 2 of 200 updates (100; 150), most at update 100: 0.5 against 0.15'],
    ['Plateau', 'Keras has lowered the rate at'],
    ['Momentum after a drop', 'first differs by more than a thousandth at update 100'],
    ['Adam’s ε', 'adam.epsilon: 1e-7 (Keras), 1e-8 (PyTorch)'],
    ['Per update or per epoch', 'every epoch: the rate parts from every update at'],
  ])) {
    const button = lab.locator('.conventions button', { hasText: name });
    await button.click();
    await button.and(lab.locator('[aria-pressed="true"]')).waitFor();
    await finished(page);
    await list.filter({ hasText: sentence }).first().waitFor();
    assert.equal(await lab.locator('.conventions [aria-pressed="true"]').count(), 1);
  }
  assert.match(page.url(), /experiment=conventions/);
  const again = await site.open(new URL(page.url()).hash);
  await again.lab.locator('.conventions [aria-pressed="true"]', { hasText: 'Per update or per epoch' }).waitFor();
  await again.lab.locator('.conventions a').click();
  await again.page.getByRole('heading', { level: 1, name: 'Theirs, not copied' }).waitFor();
  assert.ok((await again.page.locator('tbody tr').count()) > 30);
  await again.close();
  await close();
});

test('draw opens with the reader’s own racer, which is called so in both languages', async () => {
  for (const [language, yours] of [
    ['en', 'Yours'],
    ['zh', '你的'],
  ]) {
    const { page, lab, close } = await site.open(`#experiment=draw&lang=${language}`);
    await lab.locator('.tools option', { hasText: yours }).waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text.includes('label')), false);
    await close();
  }
});

for (const { key, tasks } of modules)
  test(`${key}: from the header, by its address, in both languages; its tasks`, { timeout: 120_000 }, async () => {
    const words = { en: await said('en'), zh: await said('zh') };
    const { page, lab, close } = await site.open('');
    if (keys.indexOf(key) + 1 >= first) await lab.locator('.menu summary').click();
    await lab.locator(`.top a[href="#experiment=${key}"]`).filter({ visible: true }).click();
    await lab.getByRole('heading', { level: 1, name: words.en[`${key}.title`] }).waitFor();
    await page.waitForFunction((name) => location.hash === `#experiment=${name}`, key);
    assert.equal(new Set(await lab.locator('.top [aria-current="page"]').allTextContents()).size, 1);
    await finished(page);
    await answered(lab, key, tasks);
    // Each task is a gesture that Back undoes before it leaves the experiment.
    for (let back = 0; back <= tasks.length; back++) await page.goBack();
    await lab.getByRole('heading', { level: 1, name: 'Why lower' }).waitFor();
    await close();
    const chinese = await site.open(`#lang=zh&experiment=${key}`, { width: 390, dark: true });
    await chinese.lab.getByRole('heading', { level: 1, name: words.zh[`${key}.title`] }).waitFor();
    await chinese.lab.locator('.experiment .paragraph').waitFor();
    // On a phone all links are behind one button.
    await chinese.lab.locator('.menu summary').click();
    assert.equal(await chinese.lab.locator('.menu a').filter({ visible: true }).count(), keys.length + 1);
    assert.doesNotMatch((await chinese.lab.locator('.experiment').textContent()) ?? '', /\{|NaN/);
    assert.equal(await chinese.page.evaluate(() => document.documentElement.scrollWidth), 390);
    await chinese.close();
  });

test('an address with a run beside its experiment keeps both; an unknown one is explained', async () => {
  const { page, lab, close } = await site.open('#experiment=plateau&steps=100&schedule=cosine');
  await lab.locator('.task').first().waitFor();
  assert.match(page.url(), /experiment=plateau.*steps=100|steps=100.*experiment=plateau/);
  await close();
  const unknown = await site.open('#experiment=nothing');
  await unknown.lab.locator('.experiment .wrong', { hasText: 'no experiment nothing' }).waitFor();
  await unknown.close();
});

test('the first visit fetches neither the experiments nor any other lazy chunk', async () => {
  /** @type {string[]} */
  const asked = [];
  const { page, close } = await site.open('');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await finished(page);
  assert(asked.length > 2);
  const names = [...keys, 'race', 'show', 'lazy', 'rest'].map((key) => key.replace('_', '-'));
  assert.deepEqual(
    asked.filter((path) => names.some((name) => path.startsWith(`/parts/${name}-`))),
    [],
  );
  await close();
});
