/** Who sits where: a table for each group, more for a large one, with people of different partners side by side. */
import { formatsOf } from '../formats.js';
import type { Group, Session } from '../session/session.js';
import { seatingIdeas } from './easy.js';
import { assumedPeople, peopleIn } from './kit.js';
import { fill, type Words } from './words.js';

/** More people than this do not hear each other over a table. */
const mostAtTable = 10;

/** How many of so many stand in each of so many equal shares; the first take what is over. */
const shared = (count: number, shares: number): number[] =>
  Array.from({ length: shares }, (_, index) => Math.floor(count / shares) + (index < count % shares ? 1 : 0));

/** For each table the partners that its people come from, and how many. */
export function tablesOf(
  people: number,
  partners: readonly string[],
): { people: number; from: Map<string, number> }[] {
  const tables = shared(people, Math.ceil(people / mostAtTable)).map(count => ({
    people: count,
    from: new Map<string, number>(),
  }));
  // Partner by partner round the tables, so that each is spread over all of them.
  const everybody = shared(people, Math.max(1, partners.length)).flatMap((count, index) =>
    Array.from({ length: count }, () => partners[index]),
  );
  for (const [index, partner] of everybody.entries()) {
    const from = tables[index % tables.length]?.from;
    if (partner !== undefined && from) from.set(partner, (from.get(partner) ?? 0) + 1);
  }
  return tables;
}

export function seatingOf({ groups, workshop, language }: Session, { kit, easy }: Words) {
  const { seating, packing } = kit;
  let number = 0;
  const nameOf = (group: Group) => ({ text: group.name, from: ['groups', groups.indexOf(group), 'name'] });
  return {
    intro: seating.intro,
    ideas: seatingIdeas(easy),
    assumed: groups.some(({ people, names }) => people === undefined && names.length === 0)
      ? fill(packing.assumed, { assumed: assumedPeople })
      : null,
    groups: groups.map((group, index) => {
      const tables = tablesOf(peopleIn(group), group.from ?? workshop.partners);
      const way = [...groups.slice(index + 1), ...groups.slice(0, index + 1)].map(({ name }) => name);
      return {
        name: nameOf(group),
        colour: `group ${index + 1}`,
        tables: tables.map(({ people, from }, place) => ({
          table: fill(seating.table, { number: ++number }),
          people: fill(seating.people, { people }),
          from: formatsOf(language).commas([...from].map(([partner, count]) => `${partner} ${count}`)),
          names: formatsOf(language).commas(group.names.filter((_, at) => at % tables.length === place)),
        })),
        round: groups.length > 1 ? fill(seating.round, { list: way.join(' → ') }) : null,
      };
    }),
  };
}
