/** Folders on disk for the rooms, which know no disk themselves. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { type Bundle, type FileRead, type Folder, largestFile, type World } from '../world.js';
import { developPhoto, inspectPhoto } from './photo.js';
import { inkMap, separation } from './separate.js';

/** The folder that padpress is installed in. */
export const installed = fileURLToPath(new URL('../../', import.meta.url));

/** It does not change while a process lives: each of its folders is listed once. */
const bundled: Bundle = { ...listedOnce(folderAt(installed)), compiled };

/** A document as it was checked; there are none where padpress runs from its source. It is of ASCII alone, so it needs no decoding. */
function compiled(path: string): unknown {
  const file = new URL(`../compiled/${path}.json`, import.meta.url);
  const isThere = !path.includes('..') && existsSync(file);
  return isThere ? JSON.parse(readFileSync(file, 'latin1')) : undefined;
}

/** Packages that stand where npm puts them: next to padpress, or in the folder that it is called from and those around it. */
const packages: Folder = {
  read(path) {
    for (const start of [installed, process.cwd()]) {
      for (
        let folder = resolve(start), above = '';
        folder !== above;
        above = folder, folder = dirname(folder)
      ) {
        const read = readNamedFile(join(folder, 'node_modules', path));
        if ('bytes' in read) return read;
      }
    }
    return { problem: 'missing' };
  },
  list: () => [],
};

/** The world as a session file sees it. */
export const worldOf = (sessionFile: string): World => ({
  session: folderAt(dirname(resolve(sessionFile))),
  bundled,
  packages,
  photo: inspectPhoto,
  // Drawings on photos are cut out by code that most sessions do not need.
  lines: async bytes => (await import('./lines.js')).cutOutLines(bytes),
  develop: developPhoto,
  separation,
  inkMap,
  // The last level of zlib that takes the first match: the next takes longer, for files that are smaller by a hundredth.
  deflate: bytes => deflateSync(bytes, { level: 3 }),
  sha256,
});

/** Sums of bytes that have been asked for, as long as these are in use. */
const sums = new WeakMap<Uint8Array, string>();

function sha256(bytes: Uint8Array): string {
  const sum = sums.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
  sums.set(bytes, sum);
  return sum;
}

/** A folder that is never left, by `..`, by an absolute path or by a link. */
export function folderAt(root: string): Folder {
  const whole = resolve(root);
  /** Where the folder really is. */
  let real: string | undefined;
  const inside = (path: string): boolean => {
    real ??= realpathSync(root);
    const way = relative(real, path);
    return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
  };
  return {
    read(path): FileRead {
      const target = resolve(whole, path);
      if (relative(whole, target).startsWith('..') || isAbsolute(path)) return { problem: 'outside' };
      try {
        // Most that is asked for is not there: own layouts, words and themes.
        const found = statSync(target, { throwIfNoEntry: false });
        if (!found) return { problem: 'missing' };
        if (!inside(realpathSync(target))) return { problem: 'outside' };
        if (found.size > largestFile) return { problem: 'large' };
        return { bytes: readFileSync(target) };
      } catch (error) {
        return { problem: problemOf(error) };
      }
    },
    list(path) {
      try {
        const names = readdirSync(join(root, path)).sort();
        return names.filter(name => statSync(join(root, path, name)).isFile());
      } catch {
        return [];
      }
    },
  };
}

function listedOnce({ read, list }: Folder): Folder {
  const lists = new Map<string, string[]>();
  return {
    read,
    list(path) {
      const names = lists.get(path) ?? list(path);
      lists.set(path, names);
      return names;
    },
  };
}

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Reads a file that the command line names; it may lie anywhere. */
export function readNamedFile(path: string): FileRead {
  try {
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

const problemOf = (error: unknown): 'missing' | 'folder' | 'unreadable' => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'EISDIR' ? 'folder' : 'unreadable';
};
