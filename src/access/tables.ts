/** Tables as grids: every row and column is as long as the others, and every header says what it heads (15-003, UA1:7.5). */
import type { PrintedPdf } from '../preflight/document.js';
import type { Findings } from './report.js';
import { attributeOf, elementsIn, type Structure, type StructureElement } from './structure.js';

export function checkTables({ elements }: Structure, pdf: PrintedPdf, findings: Findings): void {
  for (const table of elements) {
    if (table.role !== 'Table') continue;
    const rows = rowsOf(table);
    checkHeaders(rows.flat(), pdf, findings);
    const problem = problemOf(rows, pdf);
    if (problem) findings.add('UA1:7.5', { page: table.page, element: table.path }, problem);
  }
}

/** The cells of each row. */
function rowsOf(table: StructureElement): StructureElement[][] {
  const inside = elementsIn(table);
  const groups = inside.map(element => (element.role === 'TR' ? [element] : elementsIn(element)));
  return groups
    .flat()
    .filter(({ role }) => role === 'TR')
    .map(row => elementsIn(row).filter(({ role }) => role === 'TH' || role === 'TD'));
}

function checkHeaders(cells: readonly StructureElement[], pdf: PrintedPdf, findings: Findings): void {
  const named = cells.map(cell => ({ cell, ids: headersOf(cell, pdf) }));
  const organised = named.some(({ ids }) => ids.length > 0);
  const ids = new Set(
    cells.flatMap(({ role, dict }) => (role === 'TH' ? (pdf.objects.text(dict, 'ID') ?? []) : [])),
  );
  for (const { cell, ids: wanted } of named) {
    const spot = { page: cell.page, element: cell.path };
    const scope = attributeOf(cell, 'Table', 'Scope', pdf);
    const says = scope?.type === 'name' && ['Row', 'Column', 'Both'].includes(scope.value);
    if (!organised && cell.role === 'TH' && !says) findings.add('15-003', spot);
    for (const id of wanted) {
      if (!ids.has(id)) findings.add('15-003', spot, `the cell names the header "${id}", which is not there`);
    }
  }
}

/** The IDs of the headers that a cell names. */
function headersOf(cell: StructureElement, pdf: PrintedPdf): string[] {
  const named = pdf.objects.items(attributeOf(cell, 'Table', 'Headers', pdf));
  return (named ?? []).flatMap(id => (id.type === 'string' ? id.asString() : []));
}

/** More than any table has: spans that are wrong must not fill the memory. */
const largest = 1_000_000;

/** Lays the cells out with their spans, as HTML does; says where the grid has gaps or cells lie on each other. */
function problemOf(rows: readonly (readonly StructureElement[])[], pdf: PrintedPdf): string | undefined {
  const grid: boolean[][] = rows.map(() => []);
  let filled = 0;
  for (const [index, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[index]?.[column]) column++;
      const [down, across] = [spanOf(cell, 'RowSpan', pdf), spanOf(cell, 'ColSpan', pdf)];
      if (index + down > rows.length) return `a cell of row ${index + 1} reaches below the last row`;
      filled += down * across;
      if (filled > largest) return 'its cells span more than a million places';
      for (let y = index; y < index + down; y++) {
        for (let x = column; x < column + across; x++) {
          const line = grid[y];
          if (line?.[x]) return `cells of row ${y + 1} lie on each other`;
          if (line) line[x] = true;
        }
      }
      column += across;
    }
  }
  const widest = Math.max(0, ...grid.map(line => line.length));
  const short = grid.findIndex(line => line.filter(Boolean).length < widest);
  if (short === -1) return undefined;
  return `row ${short + 1} has ${grid[short]?.filter(Boolean).length ?? 0} of ${widest} columns`;
}

function spanOf(cell: StructureElement, key: 'RowSpan' | 'ColSpan', pdf: PrintedPdf): number {
  const span = attributeOf(cell, 'Table', key, pdf);
  return span?.type === 'number' && Number.isInteger(span.value) && span.value > 0 ? span.value : 1;
}
