// A session of WebKitGTK's MiniBrowser over the W3C WebDriver protocol, on a display of its own; no more of the protocol than is needed.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const driver = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const browser = process.env.WEBKIT_BROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** @returns {Promise<number>} a port that nobody listens at */
async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((closed) => server.close(closed));
  return port;
}

export class Session {
  /** What the processes have printed: the pages' console among it. */
  printed = '';
  #base = '';
  #path = '';
  #process;

  /** @param {number} port */
  constructor(port) {
    this.#base = `http://127.0.0.1:${port}`;
    // A group of its own, so that display, bus, driver and browser end together.
    this.#process = spawn(
      'xvfb-run',
      ['--auto-servernum', '--server-args=-screen 0 1400x1100x24', 'dbus-run-session', '--', driver, `--port=${port}`],
      {
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' },
      },
    );
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on('data', (text) => {
        this.printed += text;
      });
    }
  }

  /** Starts all of it. @param {...string} args of the browser */
  static async start(...args) {
    const session = new Session(await freePort());
    try {
      await session.#begin(args);
    } catch (error) {
      await session.end();
      throw error;
    }
    return session;
  }

  /** @param {string[]} args */
  async #begin(args) {
    const end = Date.now() + 30_000;
    while (!(await this.#send('GET', '/status').catch(() => null))) {
      if (Date.now() > end || this.#process.exitCode !== null) throw new Error(`WebKitWebDriver does not answer: ${this.printed}`);
      await new Promise((later) => setTimeout(later, 100));
    }
    const options = { binary: browser, args: ['--automation', ...args] };
    const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
    const { sessionId } = await this.#send('POST', '/session', { capabilities: { alwaysMatch } });
    this.#path = `/session/${sessionId}`;
  }

  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  async #send(method, path, body) {
    const response = await fetch(this.#base + path, { method, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path.replace(/.*\//, '')}: ${value?.error} ${value?.message ?? ''}`);
    return value;
  }

  /** @param {string} command such as '/url' @param {unknown} [body] */
  post(command, body) {
    return this.#send('POST', this.#path + command, body);
  }

  /**
   * Asks the document a question, which may answer later.
   * @param {Function} question @param {unknown} [argument]
   */
  async ask(question, argument) {
    const script = `const [argument, done] = arguments;
      Promise.resolve().then(() => (${question})(argument)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.post('/execute/async', { script, args: [argument ?? null] });
    if (error) throw new Error(error);
    return value;
  }

  async end() {
    if (this.#path) await this.#send('DELETE', this.#path).catch(() => {});
    const { pid } = this.#process;
    if (!pid || this.#process.exitCode !== null) return;
    const ended = new Promise((done) => this.#process.once('close', done));
    process.kill(-pid);
    await Promise.race([ended, new Promise((done) => setTimeout(done, 3000))]);
    for (const stream of [this.#process.stdout, this.#process.stderr]) stream.destroy();
  }
}
