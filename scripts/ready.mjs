/**
 * Installs and builds where that has not been done: lets `npm start`, `npm test` and `npm run bench` work on a fresh clone.
 * Runs before anything is installed, so it uses Node alone. Folders that it is given have packages of their own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const run = (folder, ...args) => {
  const { status } = spawnSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
};

/** npm leaves a copy of the lock file in `node_modules`; when it is older than ours, something is to be installed. */
const installed = folder => {
  const packages = path => {
    const { '': _root, ...rest } = JSON.parse(readFileSync(path, 'utf8')).packages;
    return rest;
  };
  if (!existsSync(`${folder}/node_modules/.package-lock.json`)) return false;
  const there = packages(`${folder}/node_modules/.package-lock.json`);
  return Object.entries(packages(`${folder}/package-lock.json`)).every(
    ([path, { version, optional }]) => optional || there[path]?.version === version,
  );
};

for (const folder of ['.', ...process.argv.slice(2)])
  if (!installed(folder)) run(folder, 'ci', '--no-audit', '--no-fund', '--loglevel=error');
run('.', 'run', '--silent', 'build');
