// Makes build/site/, which is served: the page, its script with worker and registry inside, the module, the data sets' bytes, the licences.
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hashOf } from '../../../web/src/pool/hash.js';
import { picture } from '../../../web/src/preview/picture.js';
import { staticPage, staticStyles } from '../../../web/src/preview/static-page.js';
import { markup } from '../../../web/src/ui/markup.js';
import { languages } from '../../../web/words/index.js';
import { root } from '../paths.mjs';
import { eta } from '../program.mjs';
import { bundlePage, bundleWhole, bundleWorker, minifyStyles } from './bundle.mjs';
import { defaultRun } from './default-run.mjs';
import { licences } from './licences.mjs';
import { notice } from './notice.mjs';
import { theirs } from './theirs.mjs';

const site = `${root}build/site`;
/** The site is first made under another name, so that a server never shows an incomplete one. */
const draft = `${root}build/site.new`;

/** @returns paths of the data sets' files: `own` are part of the page, `packed` come from npm and are fetched when they are chosen */
async function assets() {
  const paths = await Promise.all(
    ['cpp/assets', 'build/assets'].map(async (folder) => (await readdir(root + folder)).map((name) => `${root}${folder}/${name}`)),
  );
  const [own, packed] = paths.map((list) => list.filter((path) => path.endsWith('.bin')));
  return { own, packed };
}

/** @returns the hash of each file that the page fetches and checks, by its path beside the page */
async function fetched() {
  const { own, packed } = await assets();
  const split = (await readdir(`${root}build/wasm/split`)).map((name) => ({ name, path: `${root}build/wasm/split/${name}` }));
  const all = [...split, ...[...own, ...packed].map((path) => ({ name: `assets/${basename(path)}`, path }))];
  return Object.fromEntries(await Promise.all(all.map(async ({ name, path }) => [name, hashOf(await readFile(path))])));
}

/**
 * Makes the page and the script that contain all files, for hosts that allow a single file only.
 * @param {{ worker: string, describe: string }} texts
 * @param {{ styles: string, html: string, picture: string }} page
 */
async function wholes(texts, { styles, html, picture }) {
  /** @type {Record<string, string>} */
  const files = {};
  const add = async (/** @type {string} */ name, /** @type {string} */ path) => {
    files[name] = gzipSync(await readFile(path), { level: 9 }).toString('base64');
  };
  await add('eta.wasm', `${root}build/wasm/eta.wasm`);
  for (const path of (await assets()).own) await add(`assets/${basename(path)}`, path);
  const licence = await licences();
  const alone = await bundleWhole({ ...texts, picture: 'null' }, files);
  const script = await bundleWhole({ ...texts, picture }, files);
  return {
    'etalab.js': notice(licence) + script,
    'etalab.html': html
      .replace('<eta-lab page>', '<eta-lab page="alone">')
      .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles}</style>`)
      .replace(/<script type="module"[^>]*><\/script>\n/, '')
      .replace(
        '</body>',
        () => `<!--\n${licence.replaceAll('--', '- -')}-->\n<script>${alone.replaceAll('</script', '<\\/script')}</script>\n</body>`,
      ),
  };
}

async function main() {
  // The page asks for warnings on its own.
  const { warnings: _, ...read } = JSON.parse(await eta('check', '--json', ''));
  const worker = await bundleWorker(`${root}build/wasm/eta.mjs`, JSON.stringify(read));
  const texts = { worker, describe: await eta('describe') };
  const runs = await Promise.all(Object.keys(languages).map((language) => defaultRun(texts.describe, language)));
  const pictures = Object.fromEntries(runs.map((run) => [run.words.language, picture(run)]));
  const stills = runs.map((run) => markup(staticPage(run))).join('\n');
  const html = (await readFile(`${root}web/index.html`, 'utf8')).replace('<!-- the default run -->', () => stills);
  const sheets = ['web/page.css', 'web/src/ui/styles/picture.css'].map((path) => minifyStyles(root + path));
  const styles = [staticStyles(Object.keys(languages)), ...(await Promise.all(sheets))].join('');
  const defects = await theirs();
  const files = {
    'index.html': html,
    'page.css': styles,
    'licences.txt': await licences(),
    'theirs.html': defects.html,
    'theirs.css': defects.css,
    ...Object.fromEntries((await bundlePage(texts, await fetched())).map(({ name, text }) => [name, text])),
    ...(await wholes(texts, { styles, html, picture: JSON.stringify(pictures) })),
  };
  await rm(draft, { recursive: true, force: true });
  await mkdir(`${draft}/assets`, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(`${draft}/${name}`), { recursive: true });
    await writeFile(`${draft}/${name}`, text);
  }
  await cp(`${root}build/wasm/split`, draft, { recursive: true });
  const { own, packed } = await assets();
  for (const path of [...own, ...packed]) await copyFile(path, `${draft}/assets/${basename(path)}`);
  await rm(site, { recursive: true, force: true });
  await rename(draft, site);
}

main().catch((error) => {
  process.stderr.write(`build-scripts/lib/site/make-site.mjs: ${error.message}\n`);
  process.exitCode = 1;
});
