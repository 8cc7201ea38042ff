// Runs the program, native or as WebAssembly, and returns its answer.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {string[]} Program a command and the words before its own arguments */
/** @type {Program} */
export const native = [`${root}build/native/eta`];
/** @type {Program} */
export const wasm = [process.execPath, `${root}build/wasm/eta.cjs`];

/** The status is 128 + n after signal n, and 137 after a minute; the seconds are processor time, which a busy machine does not change.
 * @typedef {{ status: number, stdout: string, stderr: string, seconds: number }} Answer */

// Arguments go through bash as bytes, as Node would only pass valid UTF-8.
const script = `
words=()
for word in "$@"; do printf -v bytes %b "$word"; words+=("$bytes"); done
TIMEFORMAT='%U %S'
exec 4>&2
{ time timeout --signal=KILL 60 "\${words[@]}" 2>&4 3>&- 4>&-; } 2>&3`;

/** @param {string | Uint8Array} word @returns {string} for printf %b */
function escaped(word) {
  const bytes = Array.from(typeof word === 'string' ? new TextEncoder().encode(word) : word);
  return bytes
    .map((byte) => (/\w/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `\\0${byte.toString(8).padStart(3, '0')}`))
    .join('');
}

/** @param {Program} program @param {...(string | Uint8Array)} words @returns {Promise<Answer>} */
export function run(program, ...words) {
  return new Promise((resolve, reject) => {
    const all = ['-c', script, 'bash', ...[...program, ...words].map(escaped)];
    const child = spawn('bash', all, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
    /** @type {Buffer[][]} */
    const chunks = [[], [], [], []];
    for (const k of [1, 2, 3]) child.stdio[k]?.on('data', (chunk) => chunks[k].push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      // Invalid UTF-8 throws.
      const [, stdout, stderr, times] = chunks.map((parts) => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)));
      const [, user, system] = /([\d.]+) ([\d.]+)\n$/.exec(times) ?? assert.fail(`no time in ${times}`);
      resolve({ status: status ?? -1, stdout, stderr, seconds: Number(user) + Number(system) });
    });
  });
}

/** Runs both with the same arguments; fails unless they write the same bytes and exit with the same status.
 * @param {Program} one @param {Program} other @param {...(string | Uint8Array)} words @returns {Promise<Answer>} with the longer time */
export async function sameAnswer(one, other, ...words) {
  const [a, b] = await Promise.all([run(one, ...words), run(other, ...words)]);
  assertSame(a, b, `${other.at(-1)} ${words.map(String).join(' ').slice(0, 300)}`);
  return { ...a, seconds: Math.max(a.seconds, b.seconds) };
}

/** @param {Answer} a @param {Answer} b @param {string} what */
export function assertSame(a, b, what) {
  for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
    const lines = a[stream].split('\n');
    const others = b[stream].split('\n');
    if (a[stream] === b[stream]) continue;
    let at = 0;
    while (lines[at] === others[at]) at++;
    assert.fail(`${what}: ${stream} differs in line ${at + 1}:\n${lines[at]}\n${others[at]}`);
  }
  assert.equal(b.status, a.status, `${what}: exit status`);
}

/** Reads the hashes of the weights that a train command printed. @param {Answer} answer @returns {string[]} */
export const hashes = (answer) => [...answer.stdout.matchAll(/^# weights ([0-9a-f]{16})$/gm)].map(([, hash]) => hash);

/** Reads the rows of printed CSV, below its header. @param {Answer} answer @returns {string[][]} */
export const rows = (answer) =>
  answer.stdout
    .trimEnd()
    .split('\n')
    .slice(1)
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split(','));
