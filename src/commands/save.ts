/** Puts the files of a pack into a folder: each is whole or not there, whatever happens in between. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PackFile } from '../pack.js';
import { isFolder } from './disk.js';

/** A folder or file could not be written; the message is for people. */
export class SaveProblem extends Error {}

/** `.students.pdf.4711.tmp`: the number is that of the process which writes it. */
const temporary = /^\..+\.(\d+)\.tmp$/;

/** Writes all files under temporary names and renames them when the last one is whole. */
export function savePack(files: readonly PackFile[], folder: string): void {
  const written: { from: string; to: string }[] = [];
  const clean = () => {
    for (const { from } of written) rmSync(from, { force: true });
  };
  const stop = (signal: NodeJS.Signals) => {
    clean();
    process.kill(process.pid, signal);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    for (const path of new Set(files.map(file => dirname(join(folder, file.path))))) {
      makeFolder(path);
      removeLeftovers(path);
    }
    for (const file of files) {
      const to = join(folder, file.path);
      const from = join(dirname(to), `.${basename(to)}.${process.pid}.tmp`);
      written.push({ from, to });
      writeFileSync(from, file.bytes);
    }
    for (const { from, to } of written) renameSync(from, to);
  } catch (error) {
    clean();
    throw new SaveProblem(`The folder "${folder}" cannot be written: ${reasonOf(error)}.`);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** Makes a folder and those around it; one by one, since Node's own way never ends where a system refuses with ENOENT (/proc). */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another thread of a batch, or another machine, was as quick.
    if (!isFolder(path)) throw error;
  }
}

/** Temporary files of processes that are gone. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const writer = Number(temporary.exec(name)?.[1]);
    if (writer && !isAlive(writer)) rmSync(join(folder, name), { force: true });
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Files that an earlier pack has put into the folder and this one has not. */
export function strangersIn(folder: string, files: readonly PackFile[]): string[] {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      files?: { path?: unknown }[];
    };
    const now = new Set(files.map(file => file.path));
    return (manifest.files ?? []).flatMap(({ path }) =>
      typeof path === 'string' && !now.has(path) ? path : [],
    );
  } catch {
    return [];
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it is not yours to write to',
  EPERM: 'it is not yours to write to',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENOENT: 'the way to it does not exist',
};

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
};
