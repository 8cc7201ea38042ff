// New parts are planted in a copy of the project. Commands run in it as if it were at the project's path, so that existing builds can be
// reused.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../build-scripts/lib/paths.mjs';

const home = root.replace(/\/$/, '');
/** These are not copied: the history, the builds (except the two trees), and npm's packages, which both share. */
const left = ['.git', 'build', 'node_modules'];
const built = ['build/native', 'build/wasm', 'build/assets'];

/**
 * @typedef {object} Plant a piece of text for a file
 * @property {string} path
 * @property {string} [text] the whole file, or the text to insert after `after`
 * @property {RegExp} [after] the text is inserted after this
 * @property {string} [copy] another file that is copied
 */

/** @typedef {{ status: number, output: string }} Answer */

export class Tree {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'etalab-promises-'));
    const copied = (/** @type {string} */ from) => !from.endsWith('/node_modules');
    for (const name of readdirSync(home).filter((each) => !left.includes(each)))
      cpSync(`${home}/${name}`, `${this.folder}/${name}`, { recursive: true, preserveTimestamps: true, filter: copied });
    for (const name of ['tests', 'build-scripts'])
      cpSync(`${home}/${name}/node_modules`, `${this.folder}/${name}/node_modules`, { verbatimSymlinks: true });
    mkdirSync(`${this.folder}/web/node_modules`);
    mkdirSync(`${this.folder}/build`);
    // cp preserves times to the nanosecond; with rounded times Ninja would rebuild.
    execFileSync('cp', ['-a', ...built, `${this.folder}/build/`], { cwd: home });
  }

  /** @param {string} path @returns {string} the text of a file */
  read(path) {
    return readFileSync(`${this.folder}/${path}`, 'utf8');
  }

  /** @param {string} path @param {string} text */
  write(path, text) {
    mkdirSync(dirname(`${this.folder}/${path}`), { recursive: true });
    writeFileSync(`${this.folder}/${path}`, text);
  }

  /** @param {Plant} plant */
  plant({ path, text = '', after, copy }) {
    if (!after) return this.write(path, copy ? this.read(copy) : text);
    const before = this.read(path);
    const place = after.exec(before);
    if (!place) throw new Error(`${path} has no ${after}`);
    const at = place.index + place[0].length;
    this.write(path, before.slice(0, at) + text + before.slice(at));
  }

  /** Leaves out the lines that match while `work` runs. @param {string} path @param {RegExp} line @param {() => Promise<void>} work */
  async without(path, line, work) {
    const whole = this.read(path);
    const lines = whole.split('\n');
    const kept = lines.filter((each) => !line.test(each));
    if (kept.length === lines.length) throw new Error(`${path} has no line ${line}`);
    this.write(path, kept.join('\n'));
    await work().finally(() => this.write(path, whole));
  }

  /** @param {...string} command @returns {Promise<Answer>} of a command that sees the copy at the project's path */
  run(...command) {
    const packages = `${home}/web/node_modules`;
    const mounts = ['--dev-bind', '/', '/', '--bind', this.folder, home, '--bind', packages, packages];
    // Without this, node:test would report to the test around it.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const child = spawn('bwrap', ['--die-with-parent', ...mounts, '--chdir', home, ...command], { stdio: ['ignore', 'pipe', 'pipe'], env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ status: status ?? -1, output }));
    });
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
