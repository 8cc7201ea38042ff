// Gzipped bytes of each file of a first visit, from build/site: fails above 150 kB in all, or 100 kB without the digits, in any language.
// Shared chunks count whoever asks for them; tests/browser/visit.test.mjs sees that a visit asks for nothing else.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { isLater, languages } from './lib/visit.mjs';

const site = fileURLToPath(new URL('../build/site/', import.meta.url));
const most = 150_000;
const mostWithoutDigits = 100_000;

const names = readdirSync(site, { recursive: true }).map(String).sort();
const files = names
  .filter((name) => statSync(site + name).isFile() && languages.some((language) => !isLater(name, language)))
  .map((name) => {
    const plain = readFileSync(site + name);
    // What does not get smaller is sent as it is.
    return { name, plain: plain.length, bytes: Math.min(gzipSync(plain, { level: 9 }).length, plain.length) };
  });
for (const { name, bytes, plain } of files) process.stdout.write(`${String(bytes).padStart(8)}  ${name}  (${plain} plain)\n`);

for (const language of languages) {
  const fetched = files.filter(({ name }) => !isLater(name, language));
  const sum = (/** @type {typeof files} */ some) => some.reduce((all, { bytes }) => all + bytes, 0);
  tell(`a first visit (${language})`, sum(fetched), most);
  tell(`without the digits (${language})`, sum(fetched.filter(({ name }) => !name.startsWith('assets/digits'))), mostWithoutDigits);
}
if (!files.length) process.exitCode = 1;

/** @param {string} what @param {number} bytes @param {number} budget */
function tell(what, bytes, budget) {
  const over = bytes > budget;
  process.stdout.write(`${String(bytes).padStart(8)}  ${what}, of at most ${budget}${over ? ': too much' : ''}\n`);
  if (over) process.exitCode = 1;
}
