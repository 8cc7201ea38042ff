// Bytes of what a first visit fetches, gzipped, file by file; fails when it is over the budget: node build-scripts/size.mjs
import { fileURLToPath } from 'node:url';
import { languages } from '../web/words/index.js';
import { most, sizes } from './lib/visit.mjs';

const site = fileURLToPath(new URL('../build/site/', import.meta.url));

for (const language of Object.keys(languages)) {
  const files = sizes(site, language);
  for (const { name, bytes, plain } of files) process.stdout.write(`${String(bytes).padStart(8)}  ${name}  (${plain} plain)\n`);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  process.stdout.write(
    `${String(bytes).padStart(8)}  a first visit (${language}), of at most ${most}${bytes > most ? ': too much' : ''}\n`,
  );
  if (bytes > most) process.exitCode = 1;
}
