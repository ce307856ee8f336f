/** The user log: a form with as many rows as the session asks for, the first with project and date. */
import { documentPaper } from '../session/print.js';
import type { Session } from '../session/session.js';
import { commasIn, dateIn } from './occasion.js';
import type { FileOrder } from './order.js';
import type { Words } from './words.js';

export function userLogOf(session: Session, words: Words, language: string): FileOrder {
  const { title, date, venue } = session.workshop;
  const project = commasIn([title, ...(date ? [dateIn(date, language)] : [])], language);
  const values = {
    paper: documentPaper(session.print),
    occasion: { text: [title, venue].filter(Boolean).join(' · '), from: ['workshop', 'title'] },
    logo: session.design.logo ?? null,
    words: { logTitle: words.log.title },
    heads: words.log.heads.map(text => ({ text })),
    rows: Array.from({ length: session.log.rows }, (_, index) => ({
      project: index === 0 ? { text: project, from: ['workshop', 'title'] } : null,
    })),
  };
  const sheet = { layout: 'user-log', name: words.log.title, language, values, colours: {}, copies: 1 };
  return {
    path: 'user-log.pdf',
    part: 'log',
    name: words.log.title,
    title: `${words.log.title}: ${title}`,
    sheets: [sheet],
  };
}
