// A language is one file: in a copy of the project a third one is added to web/words, and nothing else is touched. The page offers it and
// speaks it, has its static page, and the words' test and the size of a first visit know it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { firstVisit } from '../../build-scripts/lib/checks/first-visit.mjs';
import { englishOf } from '../../build-scripts/lib/site/registry.mjs';
import { eta, finished, root, start } from './page.mjs';

/** The copy's folder, ending in a slash. */
let copy = '';
/** @type {Awaited<ReturnType<typeof start>>} */
let site;
/** Every word of the page and of the core. @type {Record<string, string>} */
let english = {};

/** Ends with what the script has printed, and whether it has failed. @param {...string} args */
const run = (...args) =>
  promisify(execFile)(process.execPath, args, { cwd: copy, env: { ...process.env, NODE_TEST_CONTEXT: undefined } }).then(
    ({ stdout }) => ({ stdout, failed: false }),
    ({ stdout, stderr }) => ({ stdout: `${stdout}${stderr}`, failed: true }),
  );

/** @param {Record<string, string>} words of Esperanto */
const write = (words) => writeFile(`${copy}web/words/eo.json`, JSON.stringify(words));
/** Each sentence says that it is not English, with the same places. @returns {Record<string, string>} */
const invented = () => ({
  ...Object.fromEntries(Object.entries(english).map(([key, text]) => [key, `ĉ ${text}`])),
  language: 'Esperanto',
});

before(
  async () => {
    copy = `${await mkdtemp(`${tmpdir()}/etalab-language-`)}/`;
    for (const name of ['web', 'build-scripts', 'tests/web', 'tests/reference/data', 'cpp/assets', 'LICENSE'])
      await cp(root + name, copy + name, { recursive: true, filter: (path) => !path.includes('node_modules') });
    for (const name of ['web', 'build-scripts', 'tests']) await symlink(`${root}web/node_modules`, `${copy}${name}/node_modules`);
    await mkdir(`${copy}build`);
    for (const name of ['native', 'wasm', 'assets']) await symlink(`${root}build/${name}`, `${copy}build/${name}`);
    english = { ...JSON.parse(await readFile(`${root}web/words/en.json`, 'utf8')), ...englishOf(JSON.parse(await eta('describe'))) };
    await write(invented());
    const made = await run('build-scripts/lib/site/make-site.mjs');
    assert(!made.failed, made.stdout);
    site = await start(`${copy}build/site`);
  },
  { timeout: 600_000 },
);
after(async () => {
  await site?.close();
  await rm(copy, { recursive: true, force: true });
});

test('it is offered in the header, and spoken when it is chosen or addressed', async () => {
  const { page, lab, close } = await site.open('');
  assert.deepEqual(await lab.locator('button.language').allTextContents(), ['Esperanto', '中文']);
  await lab.getByRole('button', { name: 'Esperanto' }).click();
  await lab.getByRole('heading', { level: 1, name: `ĉ ${english.headline}` }).waitFor();
  assert.equal(new URL(page.url()).hash, '#lang=eo');
  await lab.locator('.tools option', { hasText: `ĉ ${english['schedule.cosine.name']}` }).waitFor({ state: 'attached' });
  await lab.locator('[data-key=steps]').fill('many');
  await lab.locator('.control-area .wrong', { hasText: 'ĉ ' }).waitFor();
  await close();
  const addressed = await site.open('#lang=eo&steps=100');
  assert.equal(await addressed.page.title(), `ĉ ${english.title}`);
  assert.equal(await addressed.page.evaluate(() => document.documentElement.lang), 'eo');
  await addressed.close();
});

test('its static page stands in the document, and is the one that its readers see', async () => {
  const { page, close } = await site.open('#lang=eo', { without: 'page.js' });
  // Its style sheet hides the pages of the other languages.
  await page.waitForLoadState('load');
  const shown = page.locator('.still').filter({ visible: true });
  assert.equal(await shown.getAttribute('lang'), 'en');
  for (const language of ['eo', 'zh', 'en']) {
    await page.evaluate((lang) => {
      document.documentElement.lang = lang;
    }, language);
    assert.equal(await shown.getAttribute('lang'), language);
  }
  const own = page.locator('.still[lang=eo]');
  assert.equal(await own.locator('h1').textContent(), `ĉ ${english.headline}`);
  assert.equal(await own.locator('tbody tr').count(), 3);
  await close();
});

test('its first visit is what is counted', async () => {
  site.asked.length = 0;
  const { page, lab, close } = await site.open('', { language: 'eo' });
  await lab.locator('.model img, .model canvas').first().waitFor();
  await finished(page);
  const files = firstVisit(`${copy}build/site/`, 'eo');
  assert(files.some((name) => name.startsWith('parts/eo-')));
  assert.deepEqual([...site.asked].sort(), files);
  await close();
  assert.match((await run('build-scripts/lib/checks/size.mjs')).stdout, /\d+ {2}a first visit \(eo\)/);
});

test('the words’ test asks it for every word and every place in a sentence', { timeout: 300_000 }, async () => {
  const test = () => run('--test', 'tests/web/lib/words.test.mjs');
  const whole = await test();
  assert(!whole.failed, whole.stdout);
  assert.match(whole.stdout, /eo has exactly the words/);
  const { 'experiments.race.text': _, ...lacking } = invented();
  await write(lacking);
  const failed = await test();
  assert(failed.failed);
  assert.match(failed.stdout, /not ok \d+ - eo has exactly the words[\s\S]*experiments\.race\.text/);
  await write({ ...invented(), at_update: 'ĉ' });
  assert.match((await test()).stdout, /not ok \d+ - every sentence has the same places in eo/);
});
