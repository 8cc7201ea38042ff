// Bytes of what a first visit fetches, gzipped, file by file; fails when it is over the budget: node build-scripts/size.mjs
import { fileURLToPath } from 'node:url';
import { languages, most, mostWithoutDigits, sizes } from './lib/visit.mjs';

const site = fileURLToPath(new URL('../build/site/', import.meta.url));

for (const language of languages) {
  const files = sizes(site, language);
  for (const { name, bytes, plain } of files) process.stdout.write(`${String(bytes).padStart(8)}  ${name}  (${plain} plain)\n`);
  const sum = (/** @type {typeof files} */ some) => some.reduce((all, { bytes }) => all + bytes, 0);
  tell(`a first visit (${language})`, sum(files), most);
  tell(`without the digits (${language})`, sum(files.filter(({ name }) => !name.startsWith('assets/digits'))), mostWithoutDigits);
}

/** @param {string} what @param {number} bytes @param {number} budget */
function tell(what, bytes, budget) {
  const over = bytes > budget;
  process.stdout.write(`${String(bytes).padStart(8)}  ${what}, of at most ${budget}${over ? ': too much' : ''}\n`);
  if (over) process.exitCode = 1;
}
