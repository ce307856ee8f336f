/**
 * Installs and builds where that has not been done: lets `npm start` and `npm test` work on a fresh clone.
 * Runs before anything is installed, so it uses Node alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const run = (...args) => {
  const { status } = spawnSync('npm', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
};

/** npm leaves a copy of the lock file in `node_modules`; when it is older than ours, something is to be installed. */
const installed = () => {
  const packages = path => {
    const { '': _root, ...rest } = JSON.parse(readFileSync(path, 'utf8')).packages;
    return rest;
  };
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const there = packages('node_modules/.package-lock.json');
  return Object.entries(packages('package-lock.json')).every(
    ([path, { version, optional }]) => optional || there[path]?.version === version,
  );
};

if (!installed()) run('ci', '--no-audit', '--no-fund', '--loglevel=error');
run('run', '--silent', 'build');
