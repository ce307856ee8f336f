/** XLSX workbooks, back and forth. The libraries are loaded when one is read or written. */
import type { Diagnostic } from '../diagnostic.js';
import { type Cell, cellName, columns, type Slot, type Table } from './row.js';

/** Widths of the columns, in digits. */
const widths = { group: 24, theme: 28, number: 9, text: 80, person: 24, title: 32 } as const;

/** A workbook whose cells are all text, so that nothing is taken for a number, a date or a formula. */
export async function xlsxOf(slots: readonly Slot[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal');
  const head = columns.map(value => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = slots.map(slot =>
    columns.map(column => ({
      ...(slot[column] !== '' && { value: escaped(slot[column]) }),
      type: String,
      format: '@',
      textWrap: true,
      alignVertical: 'top' as const,
    })),
  );
  const book = write([head, ...rows], {
    sheet: 'mini-stories',
    columns: columns.map(column => ({ width: widths[column] })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await (await book.toBlob()).arrayBuffer());
}

/** `_x0041_` stands for a letter in a workbook: where it is meant as it is, its first sign is written so. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/** The sheets of a workbook, or why it cannot be read. */
export async function tablesOfXlsx(
  name: string,
  bytes: Uint8Array,
): Promise<{ tables: Table[]; diagnostics: Diagnostic[] }> {
  const { default: read } = await import('read-excel-file/universal');
  try {
    const sheets = await read(new Blob([bytes as Uint8Array<ArrayBuffer>]), { trim: false });
    const tables = sheets.map(({ data }) =>
      data.map((row, line) =>
        row.map((value, column): Cell => {
          const place = { file: name, line: line + 1, column: column + 1 };
          return { text: textOf(value), place, name: cellName(line, column) };
        }),
      ),
    );
    return { tables, diagnostics: [] };
  } catch {
    const message = `"${name}" is a damaged workbook, or none.`;
    const hint = 'Open it in a spreadsheet program and save it again as XLSX.';
    return { tables: [], diagnostics: [{ severity: 'error', message, hint }] };
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
