/** `padpress capture`: sheets to type the pads into after the workshop, and back from them and from forms into the session file. */
import { chmodSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { captureSheets, csvFromForms, readCapture, textsBeyond } from '../capture/capture.js';
import { isPdf } from '../capture/fields.js';
import type { NamedFile, Slot } from '../capture/row.js';
import type { StoryReport } from '../capture/stories.js';
import { type Diagnostic, hasErrors } from '../diagnostic.js';
import { readNamedFile, worldOf } from './disk.js';
import { unreadable } from './request.js';
import { SaveProblem, savePack } from './save.js';
import { countOf, say, shown, UsageError, warn } from './terminal.js';

export interface CaptureOptions {
  /** The session file, or a filled-in form. */
  session: string;
  /** Filled-in sheets and forms. */
  from?: readonly string[] | undefined;
  /** Further ones: a shell makes several names of `forms/*.pdf`. */
  more?: readonly string[] | undefined;
  out?: string | undefined;
  force: boolean;
  quiet: boolean;
}

/** @returns the exit code */
export async function capture(options: CaptureOptions): Promise<number> {
  const { session, from = [], more = [] } = options;
  const sheets = [...from, ...more];
  if (sheets.length > 0 && (options.out !== undefined || options.force))
    throw new UsageError('--out and --force are for sheets that are written: say them without --from.');
  const read = readNamedFile(session);
  if (!('bytes' in read)) return failed([unreadable(session, read.problem)]);
  const source = { name: session, bytes: read.bytes };
  if (isPdf(read.bytes)) {
    if (from.length > 0)
      throw new UsageError(`"${session}" is a form: name the session first, and forms after --from.`);
    if (options.out !== undefined || options.force)
      throw new UsageError('--out and --force are for sheets that are written: a form is printed.');
    return printForms(source, more);
  }
  if (from.length === 0 && more.length > 0)
    throw new UsageError(`"${more[0]}" is one argument too many: say --from before it.`);
  return from.length === 0 ? writeSheets(source, options) : readBack(source, sheets, options);
}

function failed(diagnostics: readonly Diagnostic[], done: 'written' | 'printed' = 'written'): 1 {
  for (const diagnostic of diagnostics) warn(shown(diagnostic));
  warn(`Nothing was ${done}: ${countOf(diagnostics)}.`);
  return 1;
}

async function writeSheets(source: NamedFile, options: CaptureOptions): Promise<number> {
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
async function wouldBeLost(path: string, { name }: NamedFile, slots: readonly Slot[]): Promise<Diagnostic[]> {
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

async function printForms(first: NamedFile, more: readonly string[]): Promise<number> {
  const { files, problems } = readAll(more, 'Name forms that were filled in and saved.');
  if (problems.length > 0) return failed(problems, 'printed');
  const { csv, diagnostics } = await csvFromForms([first, ...files]);
  if (csv === undefined) return failed(diagnostics, 'printed');
  for (const diagnostic of diagnostics) warn(shown(diagnostic));
  say(csv.trimEnd());
  return 0;
}

/** Files that the command line names, or which of them cannot be read. */
function readAll(paths: readonly string[], hint: string): { files: NamedFile[]; problems: Diagnostic[] } {
  const files: NamedFile[] = [];
  const problems: Diagnostic[] = [];
  for (const name of paths) {
    const read = readNamedFile(name);
    if ('bytes' in read) files.push({ name, bytes: read.bytes });
    else {
      const message =
        read.problem === 'missing' ? `There is no file "${name}".` : `"${name}" cannot be read.`;
      problems.push({ severity: 'error', message, hint });
    }
  }
  return { files, problems };
}

async function readBack(
  source: NamedFile,
  from: readonly string[],
  options: CaptureOptions,
): Promise<number> {
  const { files, problems } = readAll(from, `Write a sheet first: padpress capture ${options.session}`);
  if (problems.length > 0) return failed(problems);
  const { bytes, reports, diagnostics } = await readCapture(source, files, worldOf(options.session));
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
function lineOfReport({
  group,
  person,
  isNew,
  added,
  changed,
  removed,
  themes,
  title,
}: StoryReport): string[] {
  const several = (count: number, what: string, whats: string, done: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? what : whats} ${done}`];
  const parts = [
    ...several(added, 'mini-story', 'mini-stories', 'added'),
    ...several(changed, 'mini-story', 'mini-stories', 'changed'),
    ...several(removed, 'mini-story', 'mini-stories', 'removed'),
    ...several(themes, 'theme', 'themes', isNew ? 'added' : 'changed'),
    ...(title ? [`title ${title}`] : []),
  ];
  if (parts.length === 0) return [];
  return [`${group}${person ? `, ${person}` : ''}${isNew ? ' (new)' : ''}: ${parts.join(', ')}`];
}
