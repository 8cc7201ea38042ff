// Serves build/site with its production headers: node build-scripts/lib/site/serve.mjs [--port N] [--host ADDRESS] [--open]
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { root } from '../paths.mjs';
import { siteServer } from './site-server.mjs';

const site = `${root}build/site`;
const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' }, open: { type: 'boolean' } },
});

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  process.stderr.write(`error: ${sentence}\n`);
  process.exit(1);
}

if (!existsSync(`${site}/index.html`)) fail('there is no build/site/index.html; run build-scripts/build site.');
const requested = values.port === undefined ? undefined : Number(values.port);
if (requested !== undefined && !(Number.isInteger(requested) && requested >= 0 && requested <= 65535)) {
  fail(`a port is a number from 0 to 65535, not '${values.port}'.`);
}

const first = 8000;
const last = 8020;
let port = requested ?? first;
const server = siteServer(site);

server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE' && requested === undefined && port < last) server.listen(++port, values.host);
  else if (error.code === 'EADDRINUSE') fail(`port ${port} is taken; choose another with --port N.`);
  else if (error.code === 'EACCES') fail(`port ${port} is not ours to use; choose one above 1023 with --port N.`);
  else fail(error.message);
});

server.on('listening', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;
  const url = `http://${values.host.includes(':') ? `[${values.host}]` : values.host}:${port}/`;
  process.stdout.write(`EtaLab is at ${url}   (Ctrl-C ends it)\n`);
  if (values.open) open(url);
});

/** Opens the page in a browser; if that fails, the printed address remains. @param {string} url */
function open(url) {
  const screen = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) return;
  const child = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(0));
server.listen(port, values.host);
