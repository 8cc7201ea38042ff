// Prints the gzipped bytes of what a first visit fetches, file by file, and fails above the budget.
import { languages } from '../../../web/words/index.js';
import { root } from '../paths.mjs';
import { budget, sizes } from './first-visit.mjs';

for (const language of Object.keys(languages)) {
  const files = sizes(`${root}build/site/`, language);
  const sum = files.reduce((all, { bytes }) => all + bytes, 0);
  for (const { name, bytes, plain } of files) process.stdout.write(`${String(bytes).padStart(8)}  ${name}  (${plain} plain)\n`);
  process.stdout.write(
    `${String(sum).padStart(8)}  a first visit (${language}), of at most ${budget}${sum > budget ? ': too much' : ''}\n`,
  );
  if (sum > budget) process.exitCode = 1;
}
