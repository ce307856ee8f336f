/** The print folder as preflight takes it: its manifest, and the files that the manifest names. */
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.js';
import { type PrintedFile, preflight } from '../preflight/preflight.js';
import { folderAt, readNamedFile } from './disk.js';

/** Checks the files of a print folder; `count` is how many there are. */
export async function checkPrinted(
  folder: string,
  session: string,
  progress: Parameters<typeof preflight>[2],
): Promise<{ diagnostics: Diagnostic[]; count: number }> {
  const path = join(folder, 'manifest.json');
  const read = readNamedFile(path);
  const build = `padpress build ${session}`;
  const error = (message: string, hint: string) => ({
    diagnostics: [{ severity: 'error' as const, message, hint }],
    count: 0,
  });
  if (!('bytes' in read)) {
    return read.problem === 'missing'
      ? error(`There is no "${path}", so nothing has been built there.`, `Build it first: ${build}.`)
      : error(`"${path}" cannot be read.`, 'Check its permissions.');
  }
  let manifest: unknown;
  try {
    manifest = JSON.parse(new TextDecoder().decode(read.bytes));
  } catch {
    return error(`"${path}" is not JSON: it is cut off, or was changed.`, `Build it again: ${build}.`);
  }
  const files = filesOf(folder, manifest);
  return { diagnostics: await preflight(files, manifest, progress), count: files.length };
}

/** Those that are there; the manifest may be anything, and leads nowhere outside the folder. */
function filesOf(folder: string, manifest: unknown): PrintedFile[] {
  const { files } = (manifest ?? {}) as { files?: unknown };
  const inside = folderAt(folder);
  return (Array.isArray(files) ? files : []).flatMap((entry: unknown) => {
    const { path } = (entry ?? {}) as { path?: unknown };
    const read = typeof path === 'string' ? inside.read(path) : undefined;
    return typeof path === 'string' && read && 'bytes' in read ? { path, bytes: read.bytes } : [];
  });
}
