/** The sessions of a batch: those in files, in folders, those that a pattern finds, or a CSV with one in each row over a base. */
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Diagnostic } from '../diagnostic.js';
import { slugger } from '../plan/slugs.js';
import { isFolder, readNamedFile } from './disk.js';
import { unreadable } from './request.js';
import { rowsOver } from './rows.js';

/** A session to be made, and the folder for its pack, below that of the batch. */
export interface BatchSession {
  /** As people know it. */
  name: string;
  /** Where its pictures and layouts are looked for: beside this file. */
  file: string;
  folder: string;
  /** The session where it is not in a file of its own. */
  bytes?: Uint8Array;
}

const sessionFiles = ['session.yaml', 'session.yml', 'session.json'];

/**
 * All sessions that are named, each once, in the order of their folders: the same on every machine.
 * @param base the session that rows of a CSV are laid over
 */
export function sessionsOf(
  named: readonly string[],
  base: string | undefined,
): { sessions: BatchSession[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const files = new Set<string>();
  const rows: BatchSession[] = [];
  for (const name of named) {
    if (/\.csv$/i.test(name)) {
      const read = rowsOver(name, base);
      rows.push(...read.sessions);
      diagnostics.push(...read.diagnostics);
      continue;
    }
    const found = filesIn(name);
    for (const file of found) files.add(file);
    if (found.length > 0) continue;
    diagnostics.push(
      isFolder(name)
        ? {
            severity: 'error',
            message: `There is no session in "${name}".`,
            hint: `Its file is named ${sessionFiles.join(' or ')}.`,
          }
        : unreadable(name, 'missing'),
    );
  }
  const sorted = [...files].sort();
  const root = commonFolder(sorted);
  const slug = slugger();
  const whole = sorted.map((file): BatchSession => {
    const own = sessionFiles.includes(basename(file)) ? dirname(file) : file.replace(/\.\w+$/, '');
    const way = relative(root, own).split(sep).join('-') || basename(own);
    return { name: relative('.', file), file, folder: slug(way) };
  });
  return { sessions: [...whole, ...rows.map(row => ({ ...row, folder: slug(row.folder) }))], diagnostics };
}

/** The session files that an argument means, as absolute paths. */
function filesIn(name: string): string[] {
  const absolute = (found: readonly string[]) => found.map(file => resolve(file));
  if (isFolder(name)) {
    const patterns = sessionFiles.flatMap(file => [file, `*/${file}`]);
    return absolute(globSync(patterns, { cwd: name, absolute: true, ignore: ['**/node_modules/**'] }));
  }
  if ('bytes' in readNamedFile(name)) return absolute([name]);
  return absolute(
    globSync([name], { absolute: true, onlyFiles: false, expandDirectories: false }).flatMap(one =>
      isFolder(one) ? filesIn(one) : [one],
    ),
  );
}

/** The folder that holds all files, or that of the only one's folder. */
function commonFolder(files: readonly string[]): string {
  const ways = files.map(file => dirname(dirname(file)).split(sep));
  const [first = []] = ways;
  let length = first.length;
  for (const way of ways) {
    let same = 0;
    while (same < length && way[same] === first[same]) same++;
    length = same;
  }
  return first.slice(0, length).join(sep) || sep;
}

/** The part of a list that a shard takes: `3/10` is every tenth from the third on. */
export function shardOf<T>(all: readonly T[], { part, of }: { part: number; of: number }): T[] {
  return all.filter((_, index) => index % of === part - 1);
}
