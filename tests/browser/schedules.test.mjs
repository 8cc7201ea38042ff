// Every registered schedule and every alias can be opened on the page by its bare name, in each language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eta, finished, pictures, start } from './page.mjs';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
/** @type {{ key: string, text: string, listed: boolean, alias: boolean }[]} each thing and the shortest text that has it */
let things;

/** @type {Record<string, (name: string) => string>} What must stand beside the bare name of a schedule that is none by itself. */
const around = {
  next: (name) => `${name} then cosine`,
  previous: (name) => `cosine then ${name}`,
  schedule: (name) => `${name}(cosine)`,
};

before(async () => {
  site = await start();
  const { kinds } = JSON.parse(await eta('describe'));
  const textOf = (/** @type {{ key: string, role: string, needs?: string }} */ { key, role, needs }) =>
    role === 'listener' ? `constant * ${key}` : needs ? around[needs](key) : key;
  things = [
    ...kinds.schedule.map((/** @type {any} */ entry) => ({
      key: entry.key,
      text: textOf(entry),
      listed: entry.role === 'formula',
      alias: false,
    })),
    ...kinds.alias.map((/** @type {any} */ { key }) => ({ key, text: key, listed: true, alias: true })),
  ];
  assert.ok(things.some(({ alias }) => alias) && things.some(({ alias }) => !alias));
});
after(() => site.close());

/**
 * Edits the run and gives what the page then shows of its only racer; runs in the page.
 * @param {{ text: string }} asked
 */
async function shown({ text }) {
  const element = /** @type {any} */ (document.querySelector('eta-lab'));
  const { lab } = element;
  const before = lab.curves[0];
  const problems = await lab.edit(`steps=200 hidden=8 schedule=${text}`);
  const painted = () => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told)));
  for (let i = 0; i < 200 && (!lab.curves[0] || lab.curves[0] === before); i++) await painted();
  await painted();
  const root = element.shadowRoot;
  const racer = lab.run.racers[0];
  const labels = [...root.querySelectorAll('.edit-parts .field, .edit-parts .switch')].map((field) => ({
    text: field.textContent.trim(),
    help: (field.querySelector('[title]') ?? field).title,
  }));
  const select = root.querySelector('.edit select');
  return {
    problems: [...(problems ?? [])].filter((problem) => !problem.warning).map((problem) => problem.code),
    wrong: root.querySelectorAll('.wrong').length,
    isNew: lab.curves[0] !== before,
    schedule: racer.schedule,
    name: root.querySelector('table.racers tbody .name')?.textContent ?? '',
    legends: [...root.querySelectorAll('.edit-parts legend')].map((legend) => legend.textContent),
    chosen: select.selectedOptions[0]?.textContent,
    groups: [...select.querySelectorAll('optgroup')].map((group) => group.label),
    summary: root.querySelector('.edit .summary').textContent,
    labels,
    numbers: lab.run.handles.length,
    handles: root.querySelectorAll('.handles > [role="slider"]').length,
    rates: [0, 1, 50, 100, 199].map((t) => lab.curves[0]?.at(t)),
    top: lab.curves[0]?.max,
  };
}

for (const language of ['en', 'zh'])
  test(`every schedule and every alias is opened by its name, has its words, its curve and its handles: ${language}`, async () => {
    const words = JSON.parse(
      await (await import('node:fs/promises')).readFile(new URL(`../../web/words/${language}.json`, import.meta.url), 'utf8'),
    );
    const { kinds } = JSON.parse(await eta('describe'));
    const { page, lab, close } = await site.open('#steps=200&hidden=8&schedule=0.1', { language });
    await lab.locator('table.racers button.open').first().click();
    await lab.locator('.edit select').first().waitFor();
    for (const { key, text, listed, alias } of things) {
      const seen = await page.evaluate(shown, { text });
      const kind = alias ? 'alias' : 'schedule';
      const of = kinds[kind].find((/** @type {{ key: string }} */ each) => each.key === key);
      const name = words[`${kind}.${key}.name`] ?? of.name;
      const said = `${language} ${text}: ${JSON.stringify(seen)}`;
      assert.deepEqual(seen.problems, [], said);
      assert.equal(seen.wrong, 0, said);
      assert.ok(seen.isNew, said);
      assert.ok(
        seen.rates.every((rate) => Number.isFinite(rate)),
        said,
      );
      assert.equal(seen.groups.length, 2, said);
      assert.ok(!/undefined|schedule\./.test(seen.name + seen.legends.join()), said);
      if (listed && !alias) assert.equal(seen.chosen, name, said);
      if (!alias) assert.ok(`${seen.name} ${seen.legends.join(' ')}`.includes(name), said);
      if (listed && !alias) assert.ok(seen.labels.length >= of.params.length, said);
      if (listed) assert.notEqual(seen.summary, '', said);
      for (const { text: label, help } of seen.labels) {
        assert.ok(label && help, said);
        if (language === 'zh') assert.match(label + help, /\p{Script=Han}/u, said);
      }
      if (seen.numbers > 0) assert.ok(seen.handles > 0, said);
    }
    await close();
  });

for (const [language, width] of /** @type {[string, number][]} */ ([
  ['en', 1280],
  ['zh', 390],
]))
  test(`a handful of them is drawn: ${language}, ${width}`, async () => {
    for (const name of ['one_cycle', 'wsd', 'triangular', 'sgdr', 'power', 'chebyshev', 'noise(cosine)', 'inverse_sqrt']) {
      const { page, lab, close } = await site.open(`#steps=200&hidden=8&schedule=${name}`, { language, width });
      await lab.locator('table.racers button.open').first().click();
      await lab.locator('.edit select').first().waitFor();
      await finished(page);
      await page.screenshot({ path: `${pictures}schedule-${name.replace(/\W.*/, '')}-${language}.png` });
      await close();
    }
  });
