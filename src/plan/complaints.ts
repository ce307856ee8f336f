/** The complaints file: what keeps coming back in today's service, numbered as the stories refer to it. */
import type { Said } from '../layout/values.js';
import type { Session } from '../session/session.js';
import type { FileOrder } from './order.js';
import type { Words } from './words.js';

/** Nothing when the session lists no complaints. `ink` is the colour of its bar: the file belongs to no group. */
export function complaintsFileOf(session: Session, words: Words, occasion: Said, ink: string): FileOrder[] {
  const { complaints } = session;
  if (complaints.length === 0) return [];
  const values = {
    paper: session.print.paper,
    label: words.complaints.label,
    occasion,
    logo: session.design.logo ?? null,
    words: { complaintsTitle: words.complaints.title },
    complaints: complaints.map((text, index) => ({
      number: `${index + 1}.`,
      text: { text, from: ['complaints', index] },
    })),
  };
  const sheet = {
    layout: 'complaints',
    name: words.printing.sheets.complaints,
    language: session.language,
    values,
    colours: { group: ink },
    copies: 1,
  };
  return [
    {
      path: 'complaints.pdf',
      part: 'complaints',
      name: words.complaints.label,
      title: `${words.complaints.label}: ${session.workshop.title}`,
      sheets: [sheet],
    },
  ];
}
