/** What an experienced facilitator would say of the stories before they are printed: warnings with a reason and an example. */
import type { Diagnostic, Path } from '../diagnostic.js';
import type { Session, SessionRead } from '../session/session.js';
import { mostWords, verdictsOn } from './sentence.js';
import type { Verdict } from './sentences.js';
import { type Tongue, timeOrMoney, tongues } from './words.js';

type Say = (path: Path, message: string, hint: string) => void;

/** What is said of a mini-story, and why. */
const sayings: Readonly<Record<Verdict, readonly [what: string, why: string]>> = {
  fragment: [
    'is not a full sentence',
    'A headline tells nobody what has changed for whom: "I can now borrow from all three libraries with one card."',
  ],
  hero: [
    'has the organisation as its hero',
    'Readers want to be the one in the story. Not "The service will be open till nine", but "I can now ask at nine at night."',
  ],
  person: [
    'is not in the first person',
    'A story that somebody tells of themselves is believed: not "Patients go home", but "I can now go home the same day."',
  ],
  ability: [
    'does not say what somebody can do now',
    'It is the change that is to be seen: not "I like the desk", but "I can now get help at the desk until nine."',
  ],
  jargon: [
    'uses jargon',
    'People outside the office must understand it: not "seamless pathway", but "one nurse, from ward to home".',
  ],
  long: [
    `has more than ${mostWords} words`,
    'Only what is read at a glance is read on a wall. Make two of it: "I can now see who comes. I can now ring her."',
  ],
};

/** Warnings on the stories of a session, in each of its languages that the coach knows; none when it has no stories. */
export function coachOn({ session, versions, where }: SessionRead): Diagnostic[] {
  if (session.stories.length === 0) return [];
  const said: Diagnostic[] = [];
  const say: Say = (path, message, hint) =>
    void said.push({ severity: 'warning', place: where(path), message, hint });
  for (const version of versions) {
    const tongue = tongueOf(version.language);
    if (!tongue) continue;
    const within = versions.length > 1 ? [version.language] : [];
    for (const [number, { story, 'mini-stories': minis }] of version.stories.entries()) {
      for (const [index, text] of minis.entries()) {
        for (const verdict of verdictsOn(text, tongue)) {
          const [what, why] = sayings[verdict];
          say(
            ['stories', number, 'mini-stories', index, ...within],
            `The mini-story "${short(text)}" ${what}.`,
            why,
          );
        }
      }
      if (story !== undefined) {
        // Of a story of many sentences, one is enough.
        const weak = {
          person: !tongues[tongue].person.test(story.replaceAll('’', "'")),
          jargon: tongues[tongue].jargon.test(story),
        };
        for (const verdict of ['person', 'jargon'] as const) {
          if (!weak[verdict]) continue;
          const [what, why] = sayings[verdict];
          say(['stories', number, 'story', ...within], `The story ${what}.`, why);
        }
      }
    }
  }
  wholeSession(session, say);
  const known = versions.flatMap(version => {
    const tongue = tongueOf(version.language);
    return tongue ? [{ version, tongue }] : [];
  });
  for (const { version } of known) {
    const within = versions.length > 1 ? [version.language] : [];
    unreflected(version, (path, ...words) => say([...path, ...within], ...words));
  }
  const [first] = known;
  if (first && !known.some(({ version, tongue }) => timeOrMoney[tongue].test(wordsOf(version).join('\n')))) {
    say(
      ['stories'],
      'No story speaks of time or money.',
      'Those who decide ask what it costs: "It takes a day where it took a week, and we pay no more."',
    );
  }
  return said;
}

/** Themes of which no story has a word. */
function unreflected({ stories }: Session, say: Say): void {
  const told = plain(stories.flatMap(textsOf).join(' '));
  for (const [number, { themes }] of stories.entries()) {
    for (const [index, theme] of themes.entries()) {
      const words = plain(theme).match(/[\p{L}\p{M}]{4,}/gu) ?? [];
      // The beginning of a word is enough: "library", "libraries".
      if (words.length === 0 || words.some(word => told.includes(word.slice(0, 4)))) continue;
      say(
        ['stories', number, 'themes', index],
        `No story reflects the theme "${short(theme)}".`,
        'A theme is remembered by what happens in a story: for "Trust", "She believed me, and gave me the key."',
      );
    }
  }
}

/** What is missing among the stories as a whole, in any language. */
function wholeSession(session: Session, say: Say): void {
  const { groups, complaints, stories } = session;
  const silent = groups.filter(({ name }) => !stories.some(({ group }) => group === name));
  if (silent.length > 0) {
    say(
      ['groups', groups.indexOf(silent[0] as (typeof groups)[number])],
      `${silent.length === 1 ? 'The group' : 'The groups'} ${listed(silent.map(({ name }) => `"${name}"`))} ${silent.length === 1 ? 'has' : 'have'} no story.`,
      'A vision that leaves out somebody who was in the room is not theirs. Take one mini-story of their pad and tell who says it.',
    );
  }
  if (complaints.length === 0) return;
  const open = complaints.flatMap((_, index) =>
    stories.some(({ resolves }) => resolves.includes(index + 1)) ? [] : [index],
  );
  if (open.length > 0) {
    const one = open.length === 1;
    say(
      ['complaints', open[0] as number],
      `No story resolves ${one ? 'complaint' : 'complaints'} ${listed(open.map(index => String(index + 1)))}.`,
      'Who complained looks for an answer. Tell it as "before … now …", and name the numbers: "resolves: [1]".',
    );
  }
  for (const [number, { resolves, person, group }] of stories.entries()) {
    if (resolves.length > 0) continue;
    say(
      ['stories', number],
      `The story of ${person ?? `"${group}"`} resolves no complaint.`,
      'What is better shows beside what was bad: "Before, I rang three numbers. Now I ring one.", with "resolves: [2]".',
    );
  }
}

const textsOf = ({ story, quote, before, 'mini-stories': minis }: Session['stories'][number]): string[] =>
  [story, quote, before, ...minis].filter(text => text !== undefined);
const wordsOf = (session: Session): string[] => session.stories.flatMap(textsOf);
const plain = (text: string): string => text.normalize('NFC').toLowerCase();
/** Cut between characters, never within one. */
const short = (text: string): string =>
  text.length > 60 ? `${[...text].slice(0, 57).join('').trimEnd()} …` : text;
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The language of the rules for a language tag; undefined where there are none. */
function tongueOf(language: string): Tongue | undefined {
  const [tag] = language.toLowerCase().split('-');
  return tag === 'en' || tag === 'cy' ? tag : undefined;
}
