/** After the workshop: a sheet to type the pads into, and what it holds put into the session file. */
import { type Diagnostic, hasErrors } from '../diagnostic.js';
import { edited } from '../reading/edit.js';
import { inFileOrder } from '../reading/issues.js';
import { csvOf } from './csv.js';
import { isCarriedOut } from './proof.js';
import { nameKey, type Slot } from './row.js';
import { readCaptured } from './session.js';
import { readSheet } from './sheet.js';
import { slotsOf } from './slots.js';
import { changesOf, type StoryReport } from './stories.js';
import { xlsxOf } from './xlsx.js';

/** A file: its name as people know it (for messages) and its bytes. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

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
  const key = (group: string, person: string, text: string) =>
    [nameKey(group), nameKey(person), text].join('\n');
  const known = new Set(
    slots.flatMap(({ group, person, text, theme }) => [
      key(group, person, text),
      key(group, person, `:${theme}`),
    ]),
  );
  return rows.filter(
    ({ group, person, text, theme }) =>
      (text.text !== '' && !known.has(key(group.text, person.text, text.text))) ||
      (theme.text !== '' && !known.has(key(group.text, person.text, `:${theme.text}`))),
  ).length;
}

export interface Captured {
  /** The session file with the stories of the sheet; the very same bytes when it holds nothing new. Absent on errors. */
  bytes?: Uint8Array;
  /** What has become of each story that the sheet mentions. */
  reports: StoryReport[];
  diagnostics: Diagnostic[];
}

/** Puts a filled-in sheet (XLSX or CSV) into a session file; everything else in that file stays as it is. */
export async function readCapture(source: NamedFile, sheet: NamedFile): Promise<Captured> {
  const { session, diagnostics: doubts } = readCaptured(source);
  if (!session) return { reports: [], diagnostics: doubts };
  const { rows, diagnostics: unread } = await readSheet(sheet.name, sheet.bytes);
  const { changes, reports, diagnostics: wrong } = changesOf(rows, session);
  const diagnostics = inFileOrder([...unread, ...wrong]);
  if (hasErrors(diagnostics)) return { reports: [], diagnostics };
  if (rows.length === 0) {
    const message = `"${sheet.name}" is not filled in: no row has a text.`;
    diagnostics.push({ severity: 'warning', message, hint: 'Save it in your spreadsheet program first.' });
  }
  if (changes.length === 0) return { bytes: source.bytes, reports, diagnostics };
  const bytes = edited(source.bytes, changes);
  if (bytes && isCarriedOut(changes, session, { ...source, bytes })) return { bytes, reports, diagnostics };
  const message = 'The stories cannot be put into this file, because of the way in which it is written.';
  const hint = 'Write its stories out as plain lists, without names after & and *.';
  const place = session.document.where(['stories']);
  return { reports: [], diagnostics: [...diagnostics, { severity: 'error', place, message, hint }] };
}
