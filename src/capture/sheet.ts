/** From the bytes of a spreadsheet to its rows, with their heads in any order and case. */
import type { Diagnostic, Place } from '../diagnostic.js';
import { escapedControls } from '../reading/controls.js';
import { isVisible } from '../reading/issues.js';
import { meantHint, nearest } from '../reading/nearest.js';
import { longest } from '../session/schema.js';
import { tableOfCsv } from './csv.js';
import {
  type Cell,
  type Column,
  cellName,
  columnOf,
  columns,
  lineOf,
  mostAbove,
  type Row,
  type Table,
} from './row.js';
import { tablesOfXlsx } from './xlsx.js';

/** Columns without which nothing can be read; the number only helps people. */
const needed = ['group', 'theme', 'text', 'person'] as const;

interface Read {
  /** Rows that hold anything, in the order of the sheet. */
  rows: Row[];
  diagnostics: Diagnostic[];
}

/** @param name the name of the file, as it stands in messages */
export async function readSheet(name: string, bytes: Uint8Array): Promise<Read> {
  const refused = (message: string, hint: string): Read => ({
    rows: [],
    diagnostics: [{ severity: 'error', message, hint }],
  });
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) return refused(`"${name}" is empty.`, 'Save the sheet again as XLSX or CSV.');
  const asOther = 'Save it as XLSX or CSV in your spreadsheet program.';
  if (begins(0x50, 0x4b)) {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 100));
    if (start.includes('vnd.oasis')) return refused(`"${name}" is an OpenDocument file (ODS).`, asOther);
    const { tables, diagnostics } = await tablesOfXlsx(name, bytes);
    if (diagnostics.length > 0) return { rows: [], diagnostics };
    const table = tables.find(sheet => headOf(sheet).line >= 0) ?? tables.find(sheet => sheet.length > 0);
    return rowsOf(name, table ?? []);
  }
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return refused(`"${name}" is an old Excel file (XLS).`, asOther);
  if (begins(0x25, 0x50, 0x44, 0x46) || (bytes.includes(0) && !isUtf16(bytes)))
    return refused(`"${name}" is no spreadsheet.`, asOther);
  const { table, diagnostics } = tableOfCsv(name, bytes);
  return table ? rowsOf(name, table) : { rows: [], diagnostics };
}

/** With a mark, or with every second byte of its heads zero. */
const isUtf16 = (bytes: Uint8Array): boolean => {
  const [one, two] = bytes;
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) return true;
  const heads = bytes.subarray(0, 16);
  return [0, 1].some(odd => heads.every((byte, index) => (byte === 0) === (index % 2 === odd)));
};

/** The row of the heads, and the column of each. */
function headOf(table: Table): { line: number; at: Map<Column, number>; twice: Cell[]; other: Cell[] } {
  for (const [line, cells] of table.slice(0, mostAbove).entries()) {
    const at = new Map<Column, number>();
    const twice: Cell[] = [];
    const other: Cell[] = [];
    for (const [index, cell] of cells.entries()) {
      const column = columnOf(cell.text);
      if (column !== undefined && at.has(column)) twice.push(cell);
      else if (column !== undefined) at.set(column, index);
      else if (lineOf(cell.text) !== '') other.push(cell);
    }
    if (at.size >= 2) return { line, at, twice, other };
  }
  return { line: -1, at: new Map(), twice: [], other: [] };
}

function rowsOf(name: string, table: Table): Read {
  const diagnostics: Diagnostic[] = [];
  const say = (severity: Diagnostic['severity'], place: Place, message: string, hint: string) =>
    diagnostics.push({ severity, place, message, hint });
  const { line, at, twice, other } = headOf(table);
  const heads = `The first row names the columns: ${columns.join(', ')}.`;
  if (line === -1) {
    const first = table.find(row => row.some(cell => lineOf(cell.text) !== ''));
    const got = first
      ?.map(cell => lineOf(cell.text))
      .filter(Boolean)
      .slice(0, 6)
      .join(', ');
    const place = first?.[0]?.place ?? { file: name, line: 1, column: 1 };
    say(
      'error',
      place,
      got ? `There are no columns that are known: got "${got}".` : 'The sheet is empty.',
      heads,
    );
    return { rows: [], diagnostics };
  }
  const place = table[line]?.[0]?.place ?? { file: name, line: 1, column: 1 };
  const missing = needed.filter(column => !at.has(column));
  for (const column of missing) {
    const slip = other.find(cell => nearest(lineOf(cell.text), missing) === column);
    const message = `The column "${column}" is missing${slip ? `: got "${lineOf(slip.text)}"` : ''}.`;
    say('error', slip?.place ?? place, message, heads);
  }
  for (const cell of twice) {
    say(
      'error',
      cell.place,
      `The column "${lineOf(cell.text)}" is there twice (${cell.name}).`,
      'Keep one of the two.',
    );
  }
  if (missing.length === 0) {
    for (const cell of other) {
      const hint = meantHint(lineOf(cell.text), columns, 'Columns');
      say('warning', cell.place, `The column "${lineOf(cell.text)}" is not read (${cell.name}).`, hint);
    }
  }
  if (missing.length > 0 || twice.length > 0) return { rows: [], diagnostics };
  const rows = table.slice(line + 1).flatMap((cells, index): Row[] => {
    const [first] = cells;
    const empty = {
      text: '',
      place: first?.place ?? place,
      name: first?.name ?? cellName(line + index + 1, 0),
    };
    const cell = (column: Column) => {
      const found = cells[at.get(column) ?? -1] ?? empty;
      const text = lineOf(found.text);
      return { ...found, text: isVisible(text) ? text : '' };
    };
    const row = {
      group: cell('group'),
      theme: cell('theme'),
      text: cell('text'),
      person: cell('person'),
      title: cell('title'),
    };
    return [row.theme, row.text, row.title].some(({ text }) => text !== '') ? [row] : [];
  });
  return { rows, diagnostics: [...diagnostics, ...unfit(rows)] };
}

/** Texts that no session file may hold. */
export function unfit(rows: readonly Row[]): Diagnostic[] {
  const cells = new Set(rows.flatMap(row => Object.values(row)));
  return [...cells].flatMap(({ text, place, name }): Diagnostic[] => {
    const signs = escapedControls(text, []).map(({ sign }) => ({ ...sign, place }));
    if (text.length <= longest) return signs;
    const message = `The text of ${name} is too long: ${text.length} signs.`;
    return [...signs, { severity: 'error', place, message, hint: `${longest} are allowed.` }];
  });
}
