/** `padpress new`: writes a session file to start from. */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installed } from './disk.js';
import { oneOf } from './request.js';
import { makeFolder } from './save.js';
import { say, warn } from './terminal.js';

/** Sessions that `--example` can name: those of `fixtures/` that somebody could learn from. */
export const examples = ['library', 'hospital', 'it-desk'] as const;

/** @returns the exit code */
export function startSession(options: {
  folder: string;
  example?: string | undefined;
  quiet: boolean;
}): number {
  const example = options.example === undefined ? 'new' : oneOf('--example', options.example, examples);
  const source = join(installed, 'fixtures', example);
  const files = filesUnder(source, '');
  const there = files.find(file => existsSync(join(options.folder, file)));
  if (there !== undefined) {
    warn(`error: "${join(options.folder, there)}" exists already. Nothing was written: name another folder.`);
    return 1;
  }
  try {
    for (const file of files) {
      const target = join(options.folder, file);
      makeFolder(dirname(target));
      cpSync(join(source, file), target, { errorOnExist: true, force: false });
    }
  } catch (error) {
    warn(`error: The folder "${options.folder}" cannot be written: ${(error as Error).message}.`);
    return 1;
  }
  const session = join(options.folder, 'session.yaml');
  if (!options.quiet) say(`${session}\nChange it in any text editor, then run: padpress build ${session}`);
  return 0;
}

/** Paths of all files in a folder; outputs of a build stay where they are. */
const filesUnder = (folder: string, path: string): string[] =>
  readdirSync(join(folder, path), { withFileTypes: true })
    .filter(entry => entry.name !== 'print')
    .flatMap(entry =>
      entry.isDirectory() ? filesUnder(folder, join(path, entry.name)) : join(path, entry.name),
    );
