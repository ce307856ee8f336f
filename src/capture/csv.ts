/** CSV as spreadsheet programs save it: any of their encodings and separators, back and forth. */
import Papa from 'papaparse';
import type { Diagnostic } from '../diagnostic.js';
import { characterOf } from '../windows1252.js';
import { type Cell, cellName, columnOf, columns, mostAbove, type Slot, type Table } from './row.js';

/** A text that a spreadsheet would take for a formula gets an apostrophe, as spreadsheets themselves write it. */
const formula = /^'*[=+\-@]/;

/** Bytes that Excel and LibreOffice open by a double click: UTF-8 with its mark, CRLF. */
export function csvOf(slots: readonly Slot[], language: string): Uint8Array {
  // Where the comma stands in numbers, programs expect a semicolon between cells.
  const delimiter = new Intl.NumberFormat(language).format(1.5).includes(',') ? ';' : ',';
  const rows = [columns, ...slots.map(slot => columns.map(column => slot[column]))];
  return new TextEncoder().encode(`\ufeff${csvText(rows, delimiter, '\r\n')}\r\n`);
}

/** Rows as text, with nothing that a spreadsheet would take for a formula. */
export const csvText = (rows: readonly (readonly string[])[], delimiter: string, newline: string): string =>
  Papa.unparse(
    rows.map(row => row.map(cell => (formula.test(cell) ? `'${cell}` : cell))),
    { delimiter, newline },
  );

/** All cells, or why the file cannot be read. */
export function tableOfCsv(name: string, bytes: Uint8Array): { table?: Table; diagnostics: Diagnostic[] } {
  const whole = textOf(bytes).replace(/\r\n?/g, '\n');
  // Excel's own first line that names the separator.
  const [said = '', named] = /^sep=(.)\n/.exec(whole) ?? [];
  const text = whole.slice(said.length);
  const offset = said === '' ? 0 : 1;
  const delimiter = named ?? separatorOf(text);
  const table: Cell[][] = [];
  const problems: Diagnostic[] = [];
  // Cells come in their order, so that each line end is counted once.
  let [line, lineStart] = [1 + offset, 0];
  const place = (at: number) => {
    for (
      let end = text.indexOf('\n', lineStart);
      end !== -1 && end < at;
      end = text.indexOf('\n', lineStart)
    ) {
      line++;
      lineStart = end + 1;
    }
    return { file: name, line, column: at - lineStart + 1 };
  };
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const starts = cellStarts(text.slice(start, meta.cursor), delimiter);
      for (const { message } of errors) {
        problems.push({
          severity: 'error',
          place: place(start),
          message: `A quote in row ${table.length + 1} cannot be read: ${message}.`,
          hint: 'Save the sheet again as CSV, or as XLSX.',
        });
      }
      const row = table.length;
      table.push(
        data.map((cell, index) => ({
          text: /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell,
          place: place(start + (starts[index] ?? 0)),
          name: cellName(row, index),
        })),
      );
      start = meta.cursor;
    },
  });
  return problems.length > 0 ? { diagnostics: problems } : { table, diagnostics: [] };
}

/** UTF-8 or UTF-16 where the file says so or can be nothing else; otherwise Windows-1252, as Excel saves "CSV". */
function textOf(bytes: Uint8Array): string {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (two === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, characterOf).join('');
  }
}

/** The separator between the heads; where there are none, the one between most cells. */
function separatorOf(text: string): string {
  const counted = [',', ';', '\t'].map(delimiter => {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: mostAbove });
    const most = (counts: (cell: string) => boolean) =>
      Math.max(0, ...data.map(row => row.filter(counts).length));
    return { delimiter, heads: most(cell => columnOf(cell) !== undefined), cells: most(Boolean) };
  });
  const best = counted.toSorted((one, other) => other.heads - one.heads || other.cells - one.cells);
  return best[0]?.delimiter ?? ',';
}

/** Where each cell of a row begins. */
function cellStarts(row: string, delimiter: string): number[] {
  const starts = [0];
  for (const { 0: part, index } of row.matchAll(/"(?:[^"]|"")*"|[^"]/g)) {
    if (part === delimiter) starts.push(index + 1);
  }
  return starts;
}
