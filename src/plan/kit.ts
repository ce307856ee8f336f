/** The facilitator's kit: the run sheet, the packing list, and who must be in the room. */
import { formatsOf } from '../formats.js';
import type { Said, Values } from '../layout/values.js';
import { documentPaper } from '../session/print.js';
import type { Group, Session } from '../session/session.js';
import { coloursOf } from './badges.js';
import { easyThing, introIdeas, packingIdeas, peopleIdeas, promiseIdeas, stepIdeas } from './easy.js';
import { dateIn } from './occasion.js';
import { type FileOrder, type SheetOrder, whenAsked } from './order.js';
import { minutesOf, scheduleOf, spanOf, timeOf } from './schedule.js';
import { seatingOf } from './seating.js';
import { fill, type Words } from './words.js';

/** How many people a group is counted with that gives no number. */
export const assumedPeople = 8;
/** From the method: three notes from each person on every pad, and a quarter to spare; in blocks of a hundred. */
const notesEach = 3;
const spare = 1.25;
const blockOfNotes = 100;
/** Groups for each roll of tape. */
const groupsPerRoll = 4;

/** @param orders what is printed, for the counts */
export function kitOf(
  session: Session,
  words: Words,
  language: string,
  occasion: Said,
  orders: readonly FileOrder[],
): FileOrder {
  const sheet = (layout: string, title: string, values: Values): SheetOrder =>
    kitSheet(session, layout, title, { ...values, occasion });
  const { kit } = words;
  const sheets = whenAsked(() => [
    sheet('kit-run-sheet', kit['run-sheet'].title, runSheet(session, words, language)),
    sheet('kit-packing', kit.packing.title, packingList(session, words, orders)),
    sheet('kit-people', kit.people.title, peopleInTheRoom(session, words, language)),
    sheet('kit-seating', kit.seating.title, seatingOf(session, words)),
  ]);
  return {
    path: 'kit.pdf',
    part: 'kit',
    apart: true,
    name: kit.title,
    title: `${kit.title}: ${session.workshop.title}`,
    get sheets() {
      return sheets();
    },
  };
}

/** How many of a group are in the room: as many as it says, or names, or a usual number. */
export const peopleIn = ({ people, names }: Group): number => people ?? (names.length || assumedPeople);

/** A page of the kit, with what its base asks for. */
export const kitSheet = (session: Session, layout: string, title: string, values: Values): SheetOrder => ({
  layout,
  name: title,
  language: session.language,
  values: { paper: documentPaper(session.print), title, logo: session.design.logo ?? null, ...values },
  colours: coloursOf(session),
  copies: 1,
});

const peopleOf = (session: Session): number =>
  session.groups.reduce((sum, group) => sum + peopleIn(group), 0);

function runSheet(session: Session, words: Words, language: string): Values {
  const { workshop, groups, complaints } = session;
  const sheet = words.kit['run-sheet'];
  const starts = workshop.starts ? minutesOf(workshop.starts) : undefined;
  const facts = {
    people: peopleOf(session),
    groups: groups.length,
    service: workshop.service ?? workshop.title,
    complaints: complaints.length,
  };
  const steps = scheduleOf(workshop.starts, workshop.ends, complaints.length > 0).map(
    ({ name, from, minutes }) => {
      const { title, say } = sheet.steps[name];
      return {
        time: starts === undefined ? spanOf(from) : timeOf(starts + from),
        minutes: fill(sheet.minutes, { minutes }),
        title,
        say: fill(say, facts),
        ideas: stepIdeas(words.easy, name),
      };
    },
  );
  const draft = workshop['draft-by'] && dateIn(workshop['draft-by'], language);
  const { facilitator } = workshop;
  return {
    facilitator: facilitator
      ? { text: fill(words.kit.facilitator, { name: facilitator }), from: ['workshop', 'facilitator'] }
      : null,
    intro: fill(groups.length === 1 ? sheet['intro-one'] : sheet.intro, facts),
    ideas: introIdeas(words.easy, facts),
    steps,
    closing: sheet.closing,
    promises: promiseIdeas(words.easy, draft),
    promise: draft ? fill(sheet.promise, { date: draft }) : sheet['promise-undated'],
  };
}

function packingList(session: Session, words: Words, orders: readonly FileOrder[]): Values {
  const { packing } = words.kit;
  const { groups, workshop, complaints } = session;
  const people = peopleOf(session);
  const pads = orders.filter(order => order.part === 'pads');
  const sheetsOf = (order: FileOrder) => order.sheets.reduce((sum, { copies }) => sum + copies, 0);
  const sheets = pads.reduce((sum, pad) => sum + sheetsOf(pad), 0);
  const notes = Math.ceil(people * groups.length * notesEach * spare);
  const list = pads.map((pad, index) => `${groups[index]?.name} ${sheetsOf(pad)}`);
  const facts = {
    people,
    groups: groups.length,
    sheets,
    blocks: Math.ceil(notes / blockOfNotes),
    list: formatsOf(session.language).commas(list),
    assumed: assumedPeople,
  };
  const thing = (name: keyof typeof packing.things, count: number): Values => {
    const { what, note } = packing.things[name];
    return { count, what, note: fill(note, facts), ...easyThing(words.easy, name, facts) };
  };
  return {
    intro: fill(packing.intro, facts),
    ideas: packingIdeas(words.easy),
    assumed: groups.some(({ people: told, names }) => told === undefined && names.length === 0)
      ? fill(packing.assumed, facts)
      : null,
    things: [
      thing('pads', groups.length),
      ...(complaints.length > 0 ? [thing('complaints', 1)] : []),
      thing('logs', workshop.partners.length + 1),
      thing('notes', notes),
      thing('markers', Math.ceil(people * spare)),
      thing('colours', groups.length),
      thing('tape', Math.ceil(groups.length / groupsPerRoll)),
      thing('clips', groups.length * 2),
      thing('camera', 1),
      thing('badges', people),
    ],
  };
}

/** What stands beside a role where there is a picture with everything. */
const rolePictures = {
  'service users': 'person',
  'service staff': 'worker',
  'decision makers': 'vote',
} as const;

/** Each of the three roles from each partner; a group that does not say where it is from counts for all. */
function peopleInTheRoom(session: Session, words: Words, language: string): Values {
  const { people } = words.kit;
  const { groups } = session;
  const { partners } = session.workshop;
  const roles = ['service users', 'service staff', 'decision makers'] as const;
  const there = (partner: string, role: string) =>
    groups
      .filter(group => group.role === role && (!group.from || group.from.includes(partner)))
      .map(group => group.name);
  const gaps = partners.flatMap(partner =>
    roles
      .filter(role => there(partner, role).length === 0)
      .map(role => fill(people['gap-of'], { role: words.roles[role], partner })),
  );
  const after =
    gaps.length > 0 ? fill(people.gaps, { list: formatsOf(language).list(gaps) }) : people['no-gaps'];
  return {
    intro: people.intro,
    ideas: peopleIdeas(words.easy),
    partners: partners.map(partner => ({
      name: partner,
      roles: roles.map(role => {
        const names = there(partner, role);
        const present = names.length > 0;
        return {
          role: words.roles[role],
          picture: rolePictures[role],
          names: present ? formatsOf(language).list(names) : null,
          gap: present ? null : people.gap,
        };
      }),
    })),
    after: partners.length > 0 ? after : people['no-partners'],
  };
}
