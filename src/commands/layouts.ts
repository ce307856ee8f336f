/** `padpress layouts`: lists the layouts, or copies one next to the session to be changed. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { meantHint } from '../reading/nearest.js';
import { worldOf } from './disk.js';
import { makeFolder } from './save.js';
import { say, UsageError, warn } from './terminal.js';

/** @returns the exit code */
export function layouts(options: { session: string; copy?: string | undefined; quiet: boolean }): number {
  const { session, bundled } = worldOf(options.session);
  const namesIn = (folder: typeof session) =>
    folder.list('layouts').flatMap(file => /^(.+)\.yaml$/.exec(file)?.[1] ?? []);
  const own = namesIn(session);
  const names = [...new Set([...namesIn(bundled), ...own])].sort();
  if (options.copy === undefined) {
    const width = Math.max(...names.map(name => name.length));
    for (const name of names) {
      const path = `layouts/${name}.yaml`;
      const read = own.includes(name) ? session.read(path) : bundled.read(path);
      const about =
        'bytes' in read ? /^about: *(.+)$/m.exec(new TextDecoder().decode(read.bytes))?.[1] : undefined;
      say(`${name.padEnd(width)}  ${own.includes(name) ? '(yours) ' : ''}${about ?? ''}`.trimEnd());
    }
    return 0;
  }
  const name = options.copy;
  const read = bundled.read(`layouts/${name}.yaml`);
  if (!('bytes' in read))
    throw new UsageError(`There is no layout "${name}". ${meantHint(name, namesIn(bundled), 'Layouts')}`);
  const target = join(dirname(options.session), 'layouts', `${name}.yaml`);
  if (existsSync(target)) {
    warn(`error: "${target}" exists already. Nothing was written.`);
    return 1;
  }
  try {
    makeFolder(dirname(target));
    writeFileSync(target, read.bytes, { flag: 'wx' });
  } catch (error) {
    warn(`error: "${target}" cannot be written: ${(error as Error).message}.`);
    return 1;
  }
  if (!options.quiet) say(`${target}\nChange it; sessions in this folder are printed with it from now on.`);
  return 0;
}
