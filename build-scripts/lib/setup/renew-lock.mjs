// Writes web/package-lock.json again from web/package.json: build-scripts/build lock
//
// npm writes down only the optional packages that its registry has, and a registry may hold those of some systems only; `npm ci`
// then calls the lock file incomplete. Those left out are added by name and version (they are downloaded on no other system).

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.mjs';

const web = `${root}web/`;
// npm works in an empty directory: beside node_modules it leaves versions out.
const empty = mkdtempSync(join(tmpdir(), 'etalab-lock-'));
for (const name of ['package.json', '.npmrc']) writeFileSync(join(empty, name), readFileSync(join(web, name)));
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { cwd: empty, stdio: ['ignore', 'ignore', 'inherit'] });
const lock = JSON.parse(readFileSync(join(empty, 'package-lock.json'), 'utf8'));
rmSync(empty, { recursive: true });

/** @param {string} name such as @biomejs/cli-linux-x64-musl */
function system(name) {
  const os = /android|darwin|linux|win32|freebsd|netbsd|openbsd|sunos|aix|openharmony/.exec(name);
  const cpu = /arm64|x64|ia32|arm|loong64|mips64el|ppc64|riscv64|s390x/.exec(name);
  if (!os || !cpu) throw new Error(`for which system is ${name}?`);
  return { os: [os[0]], cpu: [cpu[0]], ...(name.endsWith('musl') && { libc: ['musl'] }) };
}

for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    lock.packages[`node_modules/${name}`] ??= { version, dev: true, optional: true, ...system(name) };
  }
}
const [own, ...rest] = Object.keys(lock.packages);
lock.packages = Object.fromEntries([own, ...rest.sort()].map((path) => [path, lock.packages[path]]));
writeFileSync(join(web, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
