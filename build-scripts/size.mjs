// Gzipped bytes of each file of a first visit, from build/site: fails above 150 kB in all, or 100 kB without the digits.
// Shared chunks count whoever asks for them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const site = fileURLToPath(new URL('../build/site/', import.meta.url));
const budget = { 'a first visit': 150_000, 'without the digits': 100_000 };
/** Served too, but no first visit asks for it: other pages' script and file, the other language, and what a reader opens, such as an experiment. */
const later =
  /^(licences\.txt|etalab\.(js|html)|assets\/mnist_.*|parts\/(zh|en|challenge|csv|drawing|gestures|embed|show|draw|plateau|adaptive|noise-floor|generalise|articles)-.*)$/;

const names = readdirSync(site, { recursive: true }).map(String).sort();
const files = names.filter((name) => statSync(site + name).isFile() && !later.test(name));
let all = 0;
let digits = 0;
for (const name of files) {
  const plain = readFileSync(site + name);
  // What does not get smaller is sent as it is.
  const bytes = Math.min(gzipSync(plain, { level: 9 }).length, plain.length);
  all += bytes;
  if (name.startsWith('assets/digits')) digits += bytes;
  process.stdout.write(`${String(bytes).padStart(8)}  ${name}  (${plain.length} plain)\n`);
}

const sums = { 'a first visit': all, 'without the digits': all - digits };
for (const [what, most] of Object.entries(budget)) {
  const bytes = sums[/** @type {keyof typeof sums} */ (what)];
  const over = bytes > most;
  process.stdout.write(`${String(bytes).padStart(8)}  ${what}, of at most ${most}${over ? ': too much' : ''}\n`);
  if (over) process.exitCode = 1;
}
if (!files.length) process.exitCode = 1;
