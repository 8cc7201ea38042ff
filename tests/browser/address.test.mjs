// The address holds the run. Problems in it or in a field are explained where they are, in both languages, and no input is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, finished, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => {
  site = await start();
});
after(() => site.close());

test('an address restores its run, and editing writes it', async () => {
  const { page, lab, close } = await site.open(
    '#steps=400&lr=0.3&schedule=step(factor=0.1,every=100)&schedule=warmup(10%)%20then%20cosine&lr=0.6',
  );
  assert.equal(
    await ask(page, (it) => it.run?.text),
    'lr=0.3 steps=400 schedule=step(factor=0.1, every=100) schedule=warmup(10%) then cosine lr=0.6',
  );
  await lab.getByLabel('Batch').fill('4');
  await page.waitForFunction(() => location.hash.includes('batch=4'));
  const again = await site.open(new URL(page.url()).hash);
  assert.equal(await ask(again.page, (it) => it.run?.text), await ask(page, (it) => it.run?.text));
  await again.close();
  await close();
});

test('another address in the same page is read; the default run has an empty one', async () => {
  const { page, close } = await site.open();
  assert.equal(new URL(page.url()).hash, '');
  await page.evaluate(() => {
    location.hash = '#schedule=linear&lang=zh';
  });
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text === 'schedule=linear');
  await finished(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh');
  assert.equal(new URL(page.url()).hash, '#schedule=linear&lang=zh');
  await close();
});

test('switching language and colours keeps the run, its playhead and the address', async () => {
  const { page, lab, close } = await site.open('#steps=300&schedule=cosine');
  await lab.locator('.plot').first().focus();
  await page.keyboard.press('r');
  await page.keyboard.press('.');
  const before = await ask(page, (it) => it.race?.hash(1));
  await lab.getByRole('button', { name: '中文' }).click();
  await page.waitForTimeout(100);
  assert.equal(await lab.locator('.lab h1').textContent(), '为什么要降低学习率？');
  assert.equal(await page.title(), 'EtaLab：为什么要降低学习率？');
  assert.equal(await ask(page, (it) => it.update), 1);
  assert.equal(await ask(page, (it) => it.race?.hash(1)), before);
  await lab.getByRole('button', { name: '浅色或深色' }).click();
  await page.waitForTimeout(100);
  assert.equal(new URL(page.url()).hash, '#steps=300&schedule=cosine&lang=zh&theme=dark');
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(18, 22, 28)');
  await close();
});

test('names that every object has are no experiments, languages, parts or presets', async () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    const { page, lab, close } = await site.open(`#experiment=${name}&lang=${name}&theme=${name}&hide=${name}`);
    await lab.locator('.experiment .wrong', { hasText: `no experiment ${name}` }).waitFor();
    assert.equal(await ask(page, (it) => it.run?.text), 'preset=default');
    assert.equal(await lab.locator('.chart.rate').isVisible(), true);
    await close(`There is no part ${name} to show or to hide`);
    const preset = await site.open(`#preset=${name}`);
    await preset.lab.locator('.notice .wrong', { hasText: `no preset called “${name}”` }).waitFor();
    assert.equal(await ask(preset.page, (it) => it.run?.text), 'preset=default');
    await preset.close();
  }
});

/** Each bad address has its problem's code and a part of the sentence in each language. */
const bad = [
  ['foo=3', 'unknown_key', 'There is no key “foo”', '没有“foo”这个键'],
  ['schedule=cosin', 'unknown_name_near', 'Did you mean “cosine”?', '是不是“cosine”'],
  ['schedule=CosineAnnealingWarmRestarts', 'unknown_name_near', 'Did you mean “repeat(cosine)”?', '是不是“repeat(cosine)”'],
  ['schedule=WSD', 'unknown_name_near', 'Did you mean “wsd”?', '是不是“wsd”'],
  ['lr=abc', 'number_expected', 'lr is a number', 'lr 应为'],
  ['lr=-1', 'key_out_of_range', 'must lie between', '必须在'],
  ['lr=nan', 'number_expected', 'lr is a number', 'lr 应为'],
  ['lr=', 'value_missing', 'has no value', '没有值'],
  ['steps=1000000000', 'key_out_of_range', 'must lie between', '必须在'],
  ['steps=100&epochs=2', 'steps_and_epochs', 'keep one of them', '只留一个'],
  ['lr=1&lr=2', 'key_twice', 'a second time', '第二次'],
  ['schedule=warmup', 'warmup_needs_next', 'a schedule after it', '预热要升到'],
  ['schedule=1/t', 'rate_not_finite', 'must be a finite number', '必须是有限的数'],
  ['hidden=1000000', 'too_many_weights', 'Make it narrower', '改窄'],
  [`label=${'x'.repeat(10_000)}`, 'text_too_long', 'write a shorter one', '写短'],
  [`schedule=${'('.repeat(4000)}1`, 'too_deep', 'deep inside one another', '嵌套'],
];

for (const language of ['en', 'zh']) {
  test(`bad addresses are explained in ${language}, and the default run is shown`, async () => {
    const { page, lab, close } = await site.open(`#lang=${language}`);
    for (const [hash, code, english, chinese] of bad) {
      await page.evaluate((next) => {
        location.hash = next;
      }, `#${hash}&lang=${language}`);
      const notice = lab.locator(`.notice .wrong[data-code="${code}"]`);
      await notice.waitFor({ timeout: 2000 }).catch(async () => {
        assert.fail(`${hash.slice(0, 40)}: no ${code} but ${await lab.locator('.notice[role=alert]').textContent()}`);
      });
      assert(
        (await notice.textContent())?.includes(language === 'en' ? english : chinese),
        `${hash.slice(0, 40)}: ${await notice.textContent()}`,
      );
      assert.equal(await ask(page, (it) => it.run?.racers.length), 3);
    }
    await close();
  });
}

test('a bad address can be corrected in place', async () => {
  const { page, lab, close } = await site.open('#steps=400&schedule=cosin');
  const text = lab.locator('.notice textarea');
  assert.equal(await text.inputValue(), 'steps=400 schedule=cosin');
  assert.equal(await lab.locator('.notice mark').textContent(), 'cosin');
  assert.equal(new URL(page.url()).hash, '#steps=400&schedule=cosin');
  await lab.getByRole('button', { name: '中文' }).click();
  await lab.locator('.notice .wrong', { hasText: '是不是“cosine”' }).waitFor();
  await text.fill('steps=400 schedule=cosine');
  await page.waitForFunction(() => location.hash === '#steps=400&schedule=cosine&lang=zh');
  await lab.locator('.notice[role=alert]').waitFor({ state: 'hidden' });
  await close();
});

test('a file that cannot be loaded is explained', async () => {
  for (const [language, sentence] of [
    ['en', 'eta.wasm failed to load'],
    ['zh', 'eta.wasm 加载失败'],
  ]) {
    const { lab, close } = await site.open(`#lang=${language}`, { without: 'eta.wasm' });
    const notice = lab.locator('.notice .wrong', { hasText: sentence });
    await notice.waitFor();
    assert.equal(await notice.count(), 1, 'it is said once');
    await close();
  }
});

test('markup in an address is text', async () => {
  const { page, lab, close } = await site.open('#lr=<img src=x onerror=alert(1)>');
  await lab.locator('.notice .wrong').first().waitFor();
  assert.equal(await lab.locator('img').count(), 0);
  assert.equal(await page.locator('img').count(), 0);
  await close();
});

test('an invalid number stays in its field with a sentence; the last good run stays; a valid number replaces both', async () => {
  const { page, lab, close } = await site.open();
  const steps = lab.getByLabel('Updates', { exact: true });
  await steps.fill('many');
  const sentence = lab.locator('.control-area [role=alert] .wrong').first();
  await sentence.waitFor();
  assert.match((await sentence.textContent()) ?? '', /steps is a whole number/);
  assert.equal(await steps.getAttribute('aria-invalid'), 'true');
  assert.equal(await steps.inputValue(), 'many');
  assert.equal(await ask(page, (it) => it.run?.steps), 800);
  await steps.fill('500');
  await sentence.waitFor({ state: 'detached' });
  assert.equal(await steps.getAttribute('aria-invalid'), null);
  assert.equal(await ask(page, (it) => it.run?.steps), 500);
  await close();
});

test('in a schedule written as text the problem is underlined', async () => {
  const { page, lab, close } = await site.open('#schedule=cosine');
  await lab.locator('.open').click();
  const text = lab.getByLabel('The schedule as text');
  await text.fill('0.1 * sinh(t)');
  const mark = lab.locator('.edit mark');
  await mark.waitFor();
  assert.equal(await mark.textContent(), 'sinh(t)');
  assert.match((await lab.locator('.edit .wrong').first().textContent()) ?? '', /“sinh” is not known/);
  assert.equal(await ask(page, (it) => it.run?.text), 'schedule=cosine');
  await text.fill('0.1 * exp(-t/800)');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('eta-lab')).lab.run.text.includes('exp('));
  assert.equal(await mark.count(), 0);
  await close();
});
