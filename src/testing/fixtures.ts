/** The sample sessions as tests use them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderAt, installed, worldOf } from '../commands/disk.js';
import type { PackRequest } from '../pack.js';
import type { FileRead, Folder, World } from '../world.js';

const root = join(installed, 'fixtures');
const fileOf = (name: string): string | undefined =>
  ['session.yaml', 'session.json'].map(file => join(root, name, file)).find(file => existsSync(file));

/** Names of all sample sessions that are right. */
export const fixtures: readonly string[] = readdirSync(root).filter(name => fileOf(name) !== undefined);

/** A sample session with its folder. */
export function fixture(name: string): { request: PackRequest; world: World } {
  const file = fileOf(name);
  if (!file) throw new Error(`There is no fixture "${name}".`);
  return {
    request: { source: { name: 'session.yaml', bytes: readFileSync(file) } },
    world: { ...around, session: folderAt(join(root, name)) },
  };
}

/** The same for all tests of a process, so that they share its fonts. */
const around = worldOf(join(root, 'session.yaml'));

/** A session that stands in the test itself; `files` lie next to it. */
export function written(
  text: string | Uint8Array,
  files: Record<string, string | Uint8Array> = {},
): { request: PackRequest; world: World } {
  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const session: Folder = {
    read: (path): FileRead => {
      if (path.startsWith('..') || path.startsWith('/')) return { problem: 'outside' };
      const content = files[path];
      return content === undefined ? { problem: 'missing' } : { bytes: bytes(content) };
    },
    list: path =>
      Object.keys(files).flatMap(file => {
        const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
        return folder === path ? [file.slice(file.lastIndexOf('/') + 1)] : [];
      }),
  };
  return {
    request: { source: { name: 'session.yaml', bytes: bytes(text) } },
    world: { ...around, session },
  };
}
