/** The program as it is installed: a process with arguments, an exit code, results and messages. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installed } from '../commands/disk.js';

export const program = join(installed, 'dist', 'cli.js');

export interface Ran {
  code: number | null;
  /** What it gave: stdout. */
  out: string;
  /** What it said: stderr. */
  said: string;
}

/** Runs padpress in a folder, without colours. */
export function padpressIn(folder: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, out: stdout, said: stderr };
}
