/** What is wrong with the meaning of sheets: what a screen reader would stumble over. */
import type { Meaning, Part, Sheet } from '../layout/frame.js';

type Role = Meaning['role'];

/** What each part may stand in, as the structure types of PDF and the elements of HTML have it. */
const homes: Partial<Record<Role, readonly Role[]>> = {
  item: ['list'],
  row: ['table'],
  head: ['row'],
  cell: ['row'],
};
/** What parts that are not free to hold anything hold. */
const contents: Partial<Record<Role, readonly Role[]>> = {
  list: ['item'],
  table: ['row'],
  row: ['head', 'cell'],
  heading: [],
  paragraph: [],
  label: [],
};

/** @param pages of one document, in their order */
export function structureFaults(pages: readonly Sheet[]): string[] {
  const faults: string[] = [];
  let level = 0;
  /** Cells of the first row of each table. */
  let cells = 0;
  const visit = (part: Part, sheet: Sheet, around?: Part): void => {
    const { means, holds } = part;
    const { role } = means;
    const say = (fault: string) => faults.push(`${sheet.layout}: ${fault}`);
    const home = homes[role];
    if (home && !home.includes(around?.means.role ?? 'sheet')) say(`${role} in ${around?.means.role}`);
    const allowed = contents[role];
    const wrong = holds.filter(held => typeof held !== 'number' && !allowed?.includes(held.means.role));
    if (allowed && wrong.length > 0) say(`${role} holds ${JSON.stringify(wrong)}`);
    if (
      (role === 'list' || role === 'table' || role === 'row') &&
      holds.some(held => typeof held === 'number')
    )
      say(`${role} holds text`);
    if (holds.length === 0 && !['cell', 'item', 'sheet'].includes(role)) say(`${role} is empty`);
    if (means.role === 'heading') {
      if (means.level > level + 1) say(`heading ${means.level} after ${level}`);
      level = means.level;
    }
    if (means.role === 'figure' && !/\p{L}/u.test(means.alt)) say('figure without alt');
    if (means.role === 'field' && !/\p{L}/u.test(means.label)) say('field without label');
    if (role === 'table') {
      const rows = holds.filter(held => typeof held !== 'number');
      const [first] = rows;
      if (!part.continues) cells = first?.holds.length ?? 0;
      for (const row of rows) if (row.holds.length !== cells) say(`row of ${row.holds.length}, not ${cells}`);
      const headed = rows.every(row => row.holds.some(isHead));
      if (!headed && !part.continues && !first?.holds.some(isHead)) say('table without heads');
    }
    for (const held of holds) if (typeof held !== 'number') visit(held, sheet, part);
  };
  for (const sheet of pages) visit(sheet.reading, sheet);
  return faults;
}

const isHead = (held: Part | number): boolean => typeof held !== 'number' && held.means.role === 'head';
