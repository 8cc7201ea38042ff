// Makes build/site/, all that is served: the page, its script with worker and registry inside, the module, the data sets' bytes, the licences.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { bundlePage, bundleWorker, minifyStyles, root } from './lib/bundle.mjs';

const site = `${root}build/site`;
/** Made whole under another name first, so that what is served is never half of it. */
const draft = `${root}build/site.new`;

async function describe() {
  try {
    const { stdout } = await promisify(execFile)(`${root}build/native/eta`, ['describe'], { maxBuffer: 16e6 });
    return stdout;
  } catch (error) {
    throw new Error(`the registry could not be printed: build/native/eta describe: ${error instanceof Error ? error.message : error}`);
  }
}

/** What others wrote and is part of the page, with the terms that it comes under. */
async function licences() {
  const parts = [
    ['EtaLab', `${root}LICENSE`],
    ['uPlot (charts)', `${root}web/node_modules/uplot/LICENSE`],
    ['The digits', `${root}cpp/assets/digits.md`],
  ];
  const texts = await Promise.all(parts.map(async ([title, path]) => `${title}\n\n${(await readFile(path, 'utf8')).trim()}\n`));
  texts.push(
    'Eigen (linear algebra, in eta.wasm)\n\nMozilla Public License 2.0, https://mozilla.org/MPL/2.0/; its source: https://eigen.tuxfamily.org\n',
    'Emscripten (runtime, in eta.wasm and page.js)\n\nMIT licence or University of Illinois/NCSA licence, https://emscripten.org\n',
  );
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** @returns {Promise<string[]>} names of the data sets' files */
async function assets() {
  const names = await readdir(`${root}cpp/assets`);
  return names.filter((name) => name.endsWith('.bin'));
}

async function main() {
  const worker = await bundleWorker(`${root}build/wasm/eta.js`);
  const page = await bundlePage({ worker, describe: await describe() });
  await rm(draft, { recursive: true, force: true });
  await mkdir(`${draft}/assets`, { recursive: true });
  await writeFile(`${draft}/page.js`, page);
  await writeFile(`${draft}/page.css`, await minifyStyles(`${root}web/page.css`));
  await writeFile(`${draft}/licences.txt`, await licences());
  await copyFile(`${root}web/index.html`, `${draft}/index.html`);
  await copyFile(`${root}build/wasm/eta.wasm`, `${draft}/eta.wasm`);
  for (const name of await assets()) await copyFile(`${root}cpp/assets/${name}`, `${draft}/assets/${name}`);
  await rm(site, { recursive: true, force: true });
  await rename(draft, site);
}

main().catch((error) => {
  process.stderr.write(`build-scripts/site.mjs: ${error.message}\n`);
  process.exitCode = 1;
});
