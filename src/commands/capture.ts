/** `padpress capture`: sheets to type the pads into after the workshop, and back from them into the session file. */
import { chmodSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { captureSheets, readCapture, textsBeyond } from '../capture/capture.js';
import type { Slot } from '../capture/row.js';
import type { StoryReport } from '../capture/stories.js';
import { type Diagnostic, hasErrors } from '../diagnostic.js';
import { readNamedFile } from './disk.js';
import { unreadable } from './request.js';
import { SaveProblem, savePack } from './save.js';
import { countOf, say, shown, UsageError, warn } from './terminal.js';

export interface CaptureOptions {
  session: string;
  /** The filled-in sheet. */
  from?: string | undefined;
  out?: string | undefined;
  force: boolean;
  quiet: boolean;
}

/** @returns the exit code */
export async function capture(options: CaptureOptions): Promise<number> {
  if (options.from !== undefined && (options.out !== undefined || options.force))
    throw new UsageError('--out and --force are for sheets that are written: say them without --from.');
  const read = readNamedFile(options.session);
  if (!('bytes' in read)) return failed([unreadable(options.session, read.problem)]);
  const source = { name: options.session, bytes: read.bytes };
  return options.from === undefined ? writeSheets(source, options) : readBack(source, options.from, options);
}

type Source = Parameters<typeof captureSheets>[0];

function failed(diagnostics: readonly Diagnostic[]): 1 {
  for (const diagnostic of diagnostics) warn(shown(diagnostic));
  warn(`Nothing was written: ${countOf(diagnostics)}.`);
  return 1;
}

async function writeSheets(source: Source, options: CaptureOptions): Promise<number> {
  const { sheets, diagnostics } = await captureSheets(source);
  if (!sheets) return failed(diagnostics);
  const folder = options.out ?? dirname(options.session);
  const files = [
    { path: 'capture.xlsx', bytes: sheets.xlsx },
    { path: 'capture.csv', bytes: sheets.csv },
  ];
  if (!options.force) {
    const filled: Diagnostic[] = [];
    for (const { path } of files)
      filled.push(...(await wouldBeLost(join(folder, path), source, sheets.slots)));
    if (filled.length > 0) return failed(filled);
  }
  try {
    savePack(files, folder);
  } catch (error) {
    if (!(error instanceof SaveProblem)) throw error;
    return failed([{ severity: 'error', message: error.message, hint: 'Name another one with --out.' }]);
  }
  if (!options.quiet) {
    const [xlsx = ''] = files.map(({ path }) => join(folder, path));
    say(
      [
        ...files.map(({ path }) => join(folder, path)),
        'Fill in one of the two in any spreadsheet program, a row for each mini-story, then run:',
        `padpress capture ${options.session} --from ${xlsx}`,
      ].join('\n'),
    );
  }
  return 0;
}

/** Why a sheet that is there must not be written over. */
async function wouldBeLost(path: string, { name }: Source, slots: readonly Slot[]): Promise<Diagnostic[]> {
  const there = readNamedFile(path);
  if ('problem' in there && there.problem === 'missing') return [];
  const beyond = 'bytes' in there ? await textsBeyond({ name: path, bytes: there.bytes }, slots) : undefined;
  if (beyond === 0) return [];
  const what =
    beyond === undefined
      ? `"${path}" exists already, and cannot be read as such a sheet.`
      : `"${path}" is filled in: ${beyond} of its rows ${beyond === 1 ? 'is' : 'are'} not in the session.`;
  const hint = `Read it with "padpress capture ${name} --from ${path}", or write over it with --force.`;
  return [{ severity: 'error', message: what, hint }];
}

async function readBack(source: Source, from: string, options: CaptureOptions): Promise<number> {
  const sheet = readNamedFile(from);
  if (!('bytes' in sheet)) {
    const message = sheet.problem === 'missing' ? `There is no file "${from}".` : `"${from}" cannot be read.`;
    const hint = `Write a sheet first: padpress capture ${options.session}`;
    return failed([{ severity: 'error', message, hint }]);
  }
  const { bytes, reports, diagnostics } = await readCapture(source, { name: from, bytes: sheet.bytes });
  if (!bytes || hasErrors(diagnostics)) return failed(diagnostics);
  for (const diagnostic of diagnostics) warn(shown(diagnostic));
  const isNew = bytes !== source.bytes;
  if (isNew) {
    // A link stays one, and the file as readable as it was.
    const target = realpathSync(options.session);
    const { mode } = statSync(target);
    try {
      savePack([{ path: basename(target), bytes }], dirname(target));
      chmodSync(target, mode);
    } catch (error) {
      if (!(error instanceof SaveProblem)) throw error;
      return failed([{ severity: 'error', message: error.message }]);
    }
  }
  if (!options.quiet) {
    const lines = reports.flatMap(report => lineOfReport(report));
    const end = isNew
      ? `${options.session} has them now. Next: padpress check ${options.session}`
      : `${options.session} says all this already: nothing was changed.`;
    say([...lines, end].join('\n'));
  }
  return 0;
}

/** `students, Amira Khan: 2 mini-stories added, 1 changed`; nothing for a story that stays as it was. */
function lineOfReport({ group, person, isNew, added, changed, removed, themes }: StoryReport): string[] {
  const several = (count: number, what: string, whats: string, done: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? what : whats} ${done}`];
  const parts = [
    ...several(added, 'mini-story', 'mini-stories', 'added'),
    ...several(changed, 'mini-story', 'mini-stories', 'changed'),
    ...several(removed, 'mini-story', 'mini-stories', 'removed'),
    ...several(themes, 'theme', 'themes', isNew ? 'added' : 'changed'),
  ];
  if (parts.length === 0) return [];
  return [`${group}${person ? `, ${person}` : ''}${isNew ? ' (new)' : ''}: ${parts.join(', ')}`];
}
