// Serves the files of one directory with the headers that the site should have in production.
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The page may only use its own scripts, WebAssembly and styles, and only send requests to its own server. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  'img-src data: blob:',
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
};

/** These are compressed already and stay as they are. */
const packed = new Set(['.png']);

/** @typedef {{ version: string, type: string, etag: string, plain: Buffer, gzip?: Buffer }} Entry */

/**
 * @param {string} root a directory; nothing outside of it is ever sent, also not through a link
 * @returns {import('node:http').Server} not yet listening
 */
export function siteServer(root) {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  return createServer((request, response) => {
    answer(root, entries, request, response).catch(() => end(response, 500, 'Something went wrong here.'));
  });
}

/**
 * @param {string} root @param {Map<string, Entry>} entries
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 */
async function answer(root, entries, request, response) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return end(response, 405, 'Only GET and HEAD are answered.');
  }
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return end(response, 400, 'This address cannot be read.');
  const entry = await load(root, path, entries);
  if (!entry) return end(response, 404, 'There is nothing at this address.');

  response.setHeader('ETag', entry.etag);
  response.setHeader('Vary', 'Accept-Encoding');
  // File names do not change with their content, so a browser asks each time whether its copy is still valid.
  response.setHeader('Cache-Control', 'no-cache');
  if (sameTag(request.headers['if-none-match'], entry.etag)) return response.writeHead(304).end();

  response.setHeader('Content-Type', entry.type);
  let body = entry.plain;
  if (entry.gzip && acceptsGzip(request.headers['accept-encoding'])) {
    response.setHeader('Content-Encoding', 'gzip');
    body = entry.gzip;
  }
  response.setHeader('Content-Length', body.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
}

/** @param {string} url @returns {string | undefined} a decoded path without its query; undefined if it is not one */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.startsWith('/') && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} root @param {string} path @param {Map<string, Entry>} entries */
async function load(root, path, entries) {
  const home = await realpath(root);
  const target = join(home, path.endsWith('/') ? `${path}index.html` : path);
  const file = await realpath(target).catch(() => undefined);
  if (file === undefined || !file.startsWith(home + sep)) return undefined;
  const { size, mtimeMs, isFile } = await stat(file).then((s) => ({ size: s.size, mtimeMs: s.mtimeMs, isFile: s.isFile() }));
  if (!isFile) return undefined;
  const version = `${size} ${mtimeMs}`;
  let entry = entries.get(file);
  if (entry?.version !== version) {
    entry = prepare(await readFile(file), extname(file), version);
    entries.set(file, entry);
  }
  return entry;
}

/** @param {Buffer} plain @param {string} extension @param {string} version @returns {Entry} */
function prepare(plain, extension, version) {
  const gzip = packed.has(extension) ? undefined : gzipSync(plain, { level: 9 });
  return {
    version,
    type: types[extension] ?? 'application/octet-stream',
    // The tag is weak, because plain and compressed bytes share it.
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    ...(gzip && gzip.length < plain.length && { gzip }),
  };
}

/** @param {string | undefined} requested the If-None-Match header @param {string} etag */
function sameTag(requested, etag) {
  const bare = (/** @type {string} */ tag) => tag.trim().replace(/^W\//, '');
  return !!requested?.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}

/** @param {string | string[] | undefined} accepted the Accept-Encoding header; q=0 is a refusal */
function acceptsGzip(accepted) {
  return String(accepted ?? '')
    .split(',')
    .some((item) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$)[\d.]+\s*)?$/.test(item));
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} sentence */
function end(response, status, sentence) {
  if (response.headersSent) return response.end();
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.writeHead(status).end(`${sentence}\n`);
}
