/** Name badges for the people whom the session lists. */
import type { Values } from '../layout/values.js';
import { documentPaper } from '../session/print.js';
import type { Session } from '../session/session.js';
import type { FileOrder } from './order.js';
import type { Words } from './words.js';

/** Nothing when nobody is listed. */
export function badgesOf(session: Session, { kit }: Words, language: string): FileOrder[] {
  const { groups, workshop } = session;
  const title = kit.packing.things.badges.what;
  const badges = groups.flatMap((group, index) =>
    group.names.map((name, number): Values => {
      const [partner, ...others] = group.from ?? workshop.partners;
      return {
        name: { text: name, from: ['groups', index, 'names', number] },
        group: { text: group.name, from: ['groups', index, 'name'] },
        partner: partner !== undefined && others.length === 0 ? partner : null,
        colour: `group ${index + 1}`,
      };
    }),
  );
  if (badges.length === 0) return [];
  const values = { paper: documentPaper(session.print), title, badges };
  const sheet = { layout: 'badges', name: title, language, values, colours: coloursOf(session), copies: 1 };
  return [
    { path: 'badges.pdf', part: 'kit', name: title, title: `${title}: ${workshop.title}`, sheets: [sheet] },
  ];
}

/** The colours of all groups, by the roles that sheets of several groups call them. */
export const coloursOf = ({ groups }: Session): Record<string, string> =>
  Object.fromEntries(groups.map(({ colour }, index) => [`group ${index + 1}`, colour.hex]));
