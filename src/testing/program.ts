/** The program as it is installed: a process with arguments, an exit code, results and messages. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installed } from '../commands/disk.js';

export const program = join(installed, 'dist', 'cli.cjs');

export interface Ran {
  code: number | null;
  /** What it gave: stdout. */
  out: string;
  /** What it said: stderr. */
  said: string;
}

/** Runs padpress in a folder, without colours. */
export const padpressIn = (folder: string, ...args: readonly string[]): Ran =>
  padpressWith({}, folder, ...args);

/** The same with more in its environment. */
export function padpressWith(env: Record<string, string>, folder: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  return { code: status, out: stdout, said: stderr };
}
