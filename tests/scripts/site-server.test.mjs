// The server sends what the site needs with its headers, and nothing from outside of its directory.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { siteServer } from '../../build-scripts/lib/site/site-server.mjs';

const dir = mkdtempSync(join(tmpdir(), 'etalab-site-'));
const server = siteServer(join(dir, 'site'));
const page = `<!doctype html>${'<p>η</p>'.repeat(100)}`;
let port = 0;

before(async () => {
  mkdirSync(join(dir, 'site', 'assets'), { recursive: true });
  mkdirSync(join(dir, 'site-secret'));
  writeFileSync(join(dir, 'secret.txt'), 'secret');
  writeFileSync(join(dir, 'site-secret', 'a.txt'), 'secret');
  writeFileSync(join(dir, 'site', 'index.html'), page);
  writeFileSync(join(dir, 'site', 'eta.wasm'), Buffer.from([0, 97, 115, 109]));
  writeFileSync(join(dir, 'site', 'assets', 'digits.bin'), Buffer.alloc(1000));
  symlinkSync('../secret.txt', join(dir, 'site', 'link.txt'));
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  if (address && typeof address === 'object') port = address.port;
});

after(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

/**
 * The path goes out as it is written, which fetch would not do.
 * @param {string} path @param {Record<string, string>} [headers] @param {string} [method]
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
function get(path, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers, method }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('the page comes with the strict headers, plain and gzipped', async () => {
  const plain = await get('/');
  assert.equal(plain.status, 200);
  assert.equal(plain.body.toString(), page);
  assert.equal(plain.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(plain.headers['x-content-type-options'], 'nosniff');
  assert.equal(plain.headers['referrer-policy'], 'no-referrer');
  const policy = plain.headers['content-security-policy'] ?? '';
  assert.match(String(policy), /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data: blob:;/);
  assert.doesNotMatch(String(policy), /unsafe-inline|'unsafe-eval'|https?:/);
  const packed = await get('/index.html?x=1', { 'accept-encoding': 'br, gzip' });
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(packed.body).toString(), page);
  assert.equal((await get('/', { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding'], undefined);
});

test('WebAssembly and data have their types', async () => {
  assert.equal((await get('/eta.wasm')).headers['content-type'], 'application/wasm');
  assert.equal((await get('/assets/digits.bin')).headers['content-type'], 'application/octet-stream');
});

test('a copy that still holds is not sent again, a changed file is', async () => {
  const first = await get('/eta.wasm');
  const tag = String(first.headers.etag);
  assert.equal((await get('/eta.wasm', { 'if-none-match': tag })).status, 304);
  writeFileSync(join(dir, 'site', 'eta.wasm'), Buffer.from([0, 97, 115, 109, 1]));
  const second = await get('/eta.wasm', { 'if-none-match': tag });
  assert.equal(second.status, 200);
  assert.notEqual(second.headers.etag, tag);
});

test('HEAD sends no body, other methods are refused', async () => {
  const head = await get('/', {}, 'HEAD');
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
  assert.equal(head.headers['content-length'], String(Buffer.byteLength(page)));
  assert.equal((await get('/', {}, 'POST')).status, 405);
});

test('nothing outside of the directory is sent', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/..%2fsecret.txt', '/link.txt']) {
    const answer = await get(path);
    assert.equal(answer.status, 404, path);
    assert.doesNotMatch(answer.body.toString(), /secret/);
  }
  assert.equal((await get('/../site-secret/a.txt')).status, 404);
  assert.equal((await get('//etc/passwd')).status, 404);
});

test('what is not there, or no address, is answered in words', async () => {
  assert.equal((await get('/nothing')).status, 404);
  assert.equal((await get('/assets')).status, 404);
  assert.equal((await get('/%')).status, 400);
  assert.equal((await get('/%00')).status, 400);
});
