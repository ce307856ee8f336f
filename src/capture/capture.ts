/** After the workshop: a sheet to type the pads into, and what it or a form holds put into the session file. */
import { type Diagnostic, hasErrors, withoutRepeats } from '../diagnostic.js';
import { slugsOf } from '../plan/slugs.js';
import { findWords } from '../plan/words.js';
import { edited } from '../reading/edit.js';
import { inFileOrder } from '../reading/issues.js';
import type { World } from '../world.js';
import { csvOf } from './csv.js';
import { isPdf } from './fields.js';
import {
  csvOfForms,
  type Forms,
  isSameForm,
  readForms,
  rowsOfForm,
  type StoryForm,
  sharedStories,
} from './forms.js';
import { isCarriedOut } from './proof.js';
import { type NamedFile, nameKey, type Row, type Slot } from './row.js';
import { type CapturedSession, readCaptured } from './session.js';
import { readSheet, unfit } from './sheet.js';
import { slotsOf } from './slots.js';
import { type Batch, changesOf, type StoryReport } from './stories.js';
import { xlsxOf } from './xlsx.js';

/** Sheets to be filled in, with a row for each mini-story; the CSV always has the same bytes for the same session. */
export async function captureSheets(source: NamedFile): Promise<{
  sheets?: { xlsx: Uint8Array; csv: Uint8Array; slots: readonly Slot[] };
  diagnostics: Diagnostic[];
}> {
  const { session, diagnostics } = readCaptured(source);
  if (!session) return { diagnostics };
  const slots = slotsOf(session);
  return { sheets: { xlsx: await xlsxOf(slots), csv: csvOf(slots, session.language), slots }, diagnostics };
}

/** What a sheet holds that others do not: texts that would be lost if it were written over. Undefined when it cannot be read. */
export async function textsBeyond(sheet: NamedFile, slots: readonly Slot[]): Promise<number | undefined> {
  const { rows, diagnostics } = await readSheet(sheet.name, sheet.bytes);
  if (hasErrors(diagnostics)) return undefined;
  const told = ['text', 'theme', 'title'] as const;
  const key = (...texts: readonly string[]) => texts.join('\n');
  const known = new Set(
    slots.flatMap(({ group, person, ...slot }) =>
      told.map(column => key(nameKey(group), nameKey(person), column, slot[column])),
    ),
  );
  return rows.filter(({ group, person, ...row }) =>
    told.some(
      column =>
        row[column].text !== '' &&
        !known.has(key(nameKey(group.text), nameKey(person.text), column, row[column].text)),
    ),
  ).length;
}

export interface Captured {
  /** The session file with the stories of the sheets; the very same bytes when they hold nothing new. Absent on errors. */
  bytes?: Uint8Array;
  /** What has become of each story that the sheets mention. */
  reports: StoryReport[];
  diagnostics: Diagnostic[];
}

/** Puts filled-in sheets (XLSX or CSV) and story forms (PDF) into a session file; everything else in that file stays as it is. */
export async function readCapture(
  source: NamedFile,
  sheets: readonly NamedFile[],
  world: World,
): Promise<Captured> {
  const { session, diagnostics: doubts } = readCaptured(source);
  if (!session) return { reports: [], diagnostics: doubts };
  const { batches, diagnostics: unread } = await batchesIn(sheets, session, world);
  const { changes, reports, diagnostics: wrong } = changesOf(batches, session);
  const all = withoutRepeats([...unread, ...wrong]);
  const diagnostics = [
    ...sheets.flatMap(({ name }) => inFileOrder(all.filter(({ place }) => place?.file === name))),
    ...all.filter(({ place }) => !sheets.some(({ name }) => name === place?.file)),
  ];
  if (hasErrors(diagnostics)) return { reports: [], diagnostics };
  if (changes.length === 0) return { bytes: source.bytes, reports, diagnostics };
  const bytes = edited(source.bytes, changes);
  if (bytes && isCarriedOut(changes, session, { ...source, bytes })) return { bytes, reports, diagnostics };
  const message = 'The stories cannot be put into this file, because of the way in which it is written.';
  const hint = 'Write its stories out as plain lists, without names after & and *.';
  const place = session.document.where(['stories']);
  return { reports: [], diagnostics: [...diagnostics, { severity: 'error', place, message, hint }] };
}

/** The rows of all sheets and forms, in the order in which they are given. */
async function batchesIn(
  sheets: readonly NamedFile[],
  session: CapturedSession,
  world: World,
): Promise<{ batches: Batch[]; diagnostics: Diagnostic[] }> {
  const batches: Batch[] = [];
  const diagnostics: Diagnostic[] = [];
  const rowsOf = formReader(session, world);
  const known: StoryForm[] = [];
  for (const sheet of sheets) {
    const { name } = sheet;
    const empty = (what: string, hint: string) =>
      diagnostics.push({ severity: 'warning', message: `"${name}" is not filled in: ${what}`, hint });
    if (!isPdf(sheet.bytes)) {
      const read = await readSheet(name, sheet.bytes);
      batches.push({ rows: read.rows, adds: false });
      diagnostics.push(...read.diagnostics);
      if (read.rows.length === 0 && !hasErrors(read.diagnostics))
        empty('no row has a text.', 'Save it in your spreadsheet program first.');
      continue;
    }
    const { stories, isLog, diagnostics: doubts } = await readForms(sheet);
    diagnostics.push(...doubts);
    if (isLog) {
      const message = `"${name}" is a user log, and a session file holds none.`;
      diagnostics.push({
        severity: 'error',
        message,
        hint: `This prints what it says: padpress capture ${name}`,
      });
    }
    const filled = stories.filter(form => rowsOf(form).length > 0);
    if (stories.length > 0 && filled.length === 0)
      empty('no field has a text.', 'Save it first where you typed into it.');
    for (const form of filled) {
      if (known.some(other => isSameForm(form, other))) continue;
      known.push(form);
      const rows = rowsOf(form);
      batches.push({ rows, adds: form.person.text === '' });
      diagnostics.push(...unfit(rows));
    }
  }
  return { batches, diagnostics: [...diagnostics, ...sharedStories(known.map(rowsOf))] };
}

/** What a form says, with its group as the session calls it. */
function formReader(
  { groups, starters, languages }: CapturedSession,
  world: World,
): (form: StoryForm) => Row[] {
  const slugs = slugsOf(groups.map(([name = '']) => name));
  const usual = languages.flatMap(
    language => findWords(language, world, { file: '', line: 1, column: 1 }).words?.pads.starter ?? [],
  );
  return form => {
    const group = slugs.indexOf(form.slug);
    const own = starters[group] ?? [];
    return rowsOfForm(form, groups[group]?.[0] ?? form.slug, own.length > 0 ? own : usual);
  };
}

/** What filled forms hold, as CSV; nothing when one of them cannot be read. */
export async function csvFromForms(
  files: readonly NamedFile[],
): Promise<{ csv?: string; diagnostics: Diagnostic[] }> {
  const read: Forms[] = [];
  for (const file of files) {
    const forms = await readForms(file);
    const rows = forms.stories.flatMap(form => rowsOfForm(form));
    if (!hasErrors(forms.diagnostics) && rows.length + forms.logs.length === 0) {
      const message = `"${file.name}" is not filled in: no field has a text.`;
      const hint = 'Save it first where you typed into it.';
      forms.diagnostics.push({ severity: 'warning', message, hint });
    }
    read.push(forms);
  }
  const diagnostics = read.flatMap(forms => forms.diagnostics);
  if (hasErrors(diagnostics)) return { diagnostics };
  const csv = csvOfForms({
    stories: read.flatMap(({ stories }) => stories),
    logs: read.flatMap(({ logs }) => logs),
    isLog: read.some(({ isLog }) => isLog),
    diagnostics,
  });
  return { csv, diagnostics };
}
