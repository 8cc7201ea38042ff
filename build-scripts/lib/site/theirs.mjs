// Makes the page “Theirs, not copied” from what the tests recorded of the real frameworks (tests/reference/data/defects-*.txt). It has no
// script, stands alone, and nothing of a first visit names it.
import { readdir, readFile } from 'node:fs/promises';
import { root } from '../paths.mjs';

/** @typedef {{ sentence: string, run: string, rows: { t: string, theirs: string, right: string }[] }} Defect */
/** @typedef {{ framework: string, defects: Defect[] }} Recorded */

const folder = `${root}tests/reference/data/`;
const maxSteps = 1e6;
const number = /\d+(?:\.\d+)?/g;

/** @returns {Promise<Recorded[]>} what each framework's file says */
export async function recorded() {
  const names = (await readdir(folder)).filter((name) => name.startsWith('defects-')).sort();
  return Promise.all(names.map(async (name) => defectsOf(await readFile(folder + name, 'utf8'))));
}

/** @param {string} text @returns {Recorded} */
function defectsOf(text) {
  const [head, , ...lines] = text.trim().split('\n');
  /** @type {Defect[]} */
  const defects = [];
  for (const line of lines) {
    const last = defects.at(-1);
    if (line.startsWith('# ')) defects.push({ sentence: line.slice(2), run: '', rows: [] });
    else if (last && line.startsWith('defect ')) last.run = line.slice('defect '.length);
    else if (last) {
      const [t, theirs, right] = line.split(' ');
      last.rows.push({ t, theirs, right });
    }
  }
  return { framework: head.slice(2, head.indexOf(':')), defects };
}

/**
 * Gives what is said of a sentence, whatever its numbers are.
 * @param {string} sentence
 * @param {Record<string, { zh: string, thread?: string }>} said
 */
export function saidOf(sentence, said) {
  const numbers = sentence.match(number) ?? [];
  const found = said[sentence.replaceAll(number, '#')];
  if (!found) throw new Error(`build-scripts/lib/site/theirs/sentences.json lacks: ${sentence}`);
  let next = 0;
  return { ...found, zh: found.zh.replaceAll('#', () => numbers[next++]) };
}

export const sentences = async () => JSON.parse(await readFile(`${root}build-scripts/lib/site/theirs/sentences.json`, 'utf8'));

const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const both = (/** @type {string} */ tag, /** @type {string} */ en, /** @type {string} */ zh) =>
  `<${tag}>${escaped(en)} <span lang="zh">${escaped(zh)}</span></${tag}>`;
const rounded = (/** @type {string} */ value) => (Number.isNaN(Number(value)) ? value : String(Number(Number(value).toPrecision(6))));
/** A table is wider than a phone, and may be moved by the keyboard too. @param {string} name @param {string} rows */
const tableOf = (name, rows) => `<div class="wide" role="region" aria-label="${escaped(name)}" tabindex="0"><table>
<thead><tr><th scope="col">What <span lang="zh">问题</span></th><th scope="col">t</th><th scope="col">Theirs <span lang="zh">他们的</span></th><th scope="col">Right <span lang="zh">正确的</span></th><th scope="col">Thread <span lang="zh">讨论</span></th></tr></thead>
<tbody>
${rows}
</tbody></table></div>`;

/** @param {Defect} defect @param {Record<string, { zh: string, thread?: string }>} said */
function rowOf({ sentence, run, rows }, said) {
  const { zh, thread } = saidOf(sentence, said);
  const column = (/** @type {'t' | 'theirs' | 'right'} */ key) =>
    rows.map((row) => escaped(key === 't' ? row.t : rounded(row[key]))).join('<br>');
  const link = thread ? `<a href="https://github.com/${thread}">${thread.replace(/^.*\/issues\//, '#')}</a>` : '–';
  const text = `<code>${escaped(run)}</code>`;
  // The page opens no longer run.
  const opened = Number(/steps=(\d+)/.exec(run)?.[1]) <= maxSteps ? `<a href="${addressOf(run)}">${text}</a>` : text;
  const name = `<th scope="row">${escaped(sentence)} <span lang="zh">${zh}</span> ${opened}</th>`;
  return `<tr>${name}<td>${column('t')}</td><td>${column('theirs')}</td><td>${column('right')}</td><td>${link}</td></tr>`;
}

/** Gives the page's address of a run, whose items are joined by & there. @param {string} run */
const addressOf = (run) => `index.html#${escaped(run.replaceAll(/ (?=\w+=)(?![^(]*\))/g, '&').replaceAll(' ', '%20'))}`;

/** @returns {Promise<{ html: string, css: string }>} the page, and its styles */
export async function theirs() {
  const said = await sentences();
  const sections = (await recorded()).map(
    ({ framework, defects }) =>
      `<section>\n<h2>${escaped(framework)}</h2>\n${tableOf(framework, defects.map((each) => rowOf(each, said)).join('\n'))}\n</section>`,
  );
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>EtaLab – theirs, not copied</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="theirs.css">
</head>
<body>
<main>
<p><a href="index.html#experiment=conventions">EtaLab</a></p>
${both('h1', 'Theirs, not copied', '他们的，我们不照搬')}
${both('p', 'Where the schedules of a framework are not what they say of themselves, as its own code gave it when the tests ran it. The peak is 1 and t counts updates from 0. Each link opens the schedule as it should be.', '框架的调度器与它自己所说的不符之处，数值由测试运行该框架的代码得出。最高值为 1，t 从 0 起数步数。每个链接打开正确的调度器。')}
${sections.join('\n')}
</main>
</body>
</html>
`;
  return { html, css: await readFile(`${root}build-scripts/lib/site/theirs/theirs.css`, 'utf8') };
}
