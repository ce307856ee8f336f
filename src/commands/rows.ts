/** A CSV with one session in each row: its columns name what is another than in the session that they are laid over. */
import { dirname, resolve } from 'node:path';
import { tableOfCsv } from '../capture/csv.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import { hasErrors } from '../diagnostic.js';
import { readDocument } from '../reading/document.js';
import { readNamedFile } from './disk.js';
import { unreadable } from './request.js';
import type { BatchSession } from './sessions.js';
import { UsageError } from './terminal.js';

/** The column that names the folder of the pack; the title does where there is none. */
const folderColumn = 'folder';

/** Keys that hold numbers, also where the base has none there. */
const numeric = new Set(['people', 'rows', 'cover', 'question', 'story']);

type Data = Record<string, unknown> | unknown[];

/** @param base the session that each row is laid over; pictures are looked for beside it */
export function rowsOver(
  csv: string,
  base: string | undefined,
): { sessions: BatchSession[]; diagnostics: Diagnostic[] } {
  if (base === undefined)
    throw new UsageError(
      `${csv} holds one session a row: name the session that they are laid over with --base.`,
    );
  const [sheet, under] = [readNamedFile(csv), readNamedFile(base)];
  const missing = [
    ...('bytes' in sheet ? [] : [unreadable(csv, sheet.problem)]),
    ...('bytes' in under ? [] : [unreadable(base, under.problem)]),
  ];
  if (!('bytes' in sheet) || !('bytes' in under)) return { sessions: [], diagnostics: missing };
  const { document, diagnostics: doubts } = readDocument({ name: base, bytes: under.bytes });
  const { table = [], diagnostics: unread } = tableOfCsv(csv, sheet.bytes);
  const diagnostics = [...doubts.filter(({ severity }) => severity === 'error'), ...unread];
  const [heads = [], ...rows] = table.filter(row => row.some(({ text }) => text.trim() !== ''));
  if (!document || hasErrors(diagnostics)) return { sessions: [], diagnostics };
  const columns = heads.map(({ text, place }) => ({ path: pathOf(text.trim()), name: text.trim(), place }));
  for (const { path, name, place } of columns) {
    if (path || name === folderColumn) continue;
    const hint =
      'A column is named after what it sets: workshop.title, groups.1.name (1 is the first), or folder.';
    diagnostics.push({
      severity: 'error',
      place,
      message: `"${name}" is not a name of something in a session.`,
      hint,
    });
  }
  if (hasErrors(diagnostics)) return { sessions: [], diagnostics };
  const sessions = rows.map((cells, index): BatchSession => {
    const data = structuredClone(document.data) as Data;
    let folder = '';
    for (const [at, { path, name }] of columns.entries()) {
      const text = cells[at]?.text.trim() ?? '';
      if (text === '') continue;
      if (name === folderColumn) folder = text;
      else if (path) put(data, path, text);
    }
    const title = (data as { workshop?: { title?: unknown } }).workshop?.title;
    const place: Place | undefined = cells[0]?.place;
    return {
      name: `${csv}:${place?.line ?? index + 2}`,
      file: resolve(dirname(base), 'session.json'),
      folder: folder || String(title ?? `row-${index + 2}`),
      bytes: new TextEncoder().encode(JSON.stringify(data)),
    };
  });
  return { sessions, diagnostics };
}

/** `groups.1.name` as keys and indices from 0; undefined when it is no path. */
function pathOf(name: string): (string | number)[] | undefined {
  if (!/^[a-z][a-z-]*(\.([a-z][a-z-]*|[1-9]\d*))+$|^language$/.test(name)) return undefined;
  return name.split('.').map(key => (/^\d+$/.test(key) ? Number(key) - 1 : key));
}

/** Sets a value as the session file would hold it: `[a, b]` is a list, a number stays one where there was one. */
function put(data: Data, path: readonly (string | number)[], text: string): void {
  let holder = data as Record<string | number, unknown>;
  for (const [depth, key] of path.slice(0, -1).entries()) {
    const inside = holder[key];
    if (typeof inside !== 'object' || inside === null)
      holder[key] = typeof path[depth + 1] === 'number' ? [] : {};
    holder = holder[key] as Record<string | number, unknown>;
  }
  const last = path.at(-1) ?? '';
  const isNumber = typeof holder[last] === 'number' || numeric.has(String(last));
  if (/^\[.*\]$/s.test(text)) holder[last] = listOf(text);
  else holder[last] = isNumber && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

const listOf = (text: string): string[] =>
  text
    .slice(1, -1)
    .split(/\s*[,;]\s*/)
    .map(item => item.trim())
    .filter(Boolean);
