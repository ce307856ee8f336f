/** The user log: a form with as many rows as the session asks for, the first with project and date; on paper and to be filled in on a screen. */
import { formatsOf } from '../formats.js';
import { documentPaper } from '../session/print.js';
import type { Session } from '../session/session.js';
import { dateIn, dotted } from './occasion.js';
import type { FileOrder } from './order.js';
import { fill, type Words } from './words.js';

export function userLogsOf(session: Session, words: Words, language: string): FileOrder[] {
  const { title, date, venue } = session.workshop;
  const project = formatsOf(language).commas([title, ...(date ? [dateIn(date, language)] : [])]);
  const values = {
    paper: documentPaper(session.print),
    occasion: { text: dotted([title, venue]), from: ['workshop', 'title'] },
    logo: session.design.logo ?? null,
    words: { logTitle: words.log.title },
    heads: words.log.heads.map(text => ({ text })),
    rows: Array.from({ length: session.log.rows }, (_, row) => ({
      cells: words.log.heads.map((head, column) => ({
        name: `row-${row + 1}-${logColumns[column]}`,
        label: fill(words.forms.cell, { head, number: String(row + 1) }),
        text: row === 0 && column === 0 ? { text: project, from: ['workshop', 'title'] } : null,
      })),
    })),
  };
  const sheet = { layout: 'user-log', name: words.log.title, language, values, colours: {}, copies: 1 };
  const { log, forms } = words;
  const file = { sheets: [sheet] };
  return [
    { ...file, path: 'user-log.pdf', part: 'log', name: log.title, title: `${log.title}: ${title}` },
    {
      ...file,
      path: 'user-log-form.pdf',
      part: 'forms',
      fillable: true,
      name: forms.log,
      title: `${forms.log}: ${title}`,
    },
  ];
}

/** What programs know the columns by. */
export const logColumns = ['project', 'desired', 'happened', 'next'] as const;

/** Name of a field, with its row and column; where two logs were joined, something may stand before and behind it. */
export const logField = new RegExp(`(?:^|\\.)row-(\\d+)-(${logColumns.join('|')})(?:\\+\\d+)?$`);
