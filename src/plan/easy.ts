/** Easy reading: short sentences, one idea each, with a picture beside it (`layouts/pictures`). */
import type { Said, Values } from '../layout/values.js';
import type { StepName } from './schedule.js';
import { sentencesOf } from './stations.js';
import { fill, type Words } from './words.js';

/** The pictures of the sentences in `easy` of the words, in their order. */
const stepPictures: Record<StepName, readonly string[]> = {
  scene: ['people', 'covered', 'prize', 'talk'],
  notes: ['paper', 'talk', 'note', 'notes'],
  cluster: ['people', 'cluster', 'pen'],
  break: ['cup', 'read'],
  complaints: ['problem', 'talk', 'question'],
  story: ['person', 'draw', 'pen', 'money'],
  close: ['talk', 'camera'],
};
const thingPictures = {
  pads: 'paper',
  complaints: 'problem',
  logs: 'form',
  notes: 'note',
  markers: 'pen',
  colours: 'draw',
  tape: 'tape',
  clips: 'clip',
  camera: 'camera',
  badges: 'badge',
} as const;

type Facts = Parameters<typeof fill>[1];

/** Sentences with their pictures. */
const ideasOf = (pictures: readonly string[], sentences: readonly string[], facts: Facts = {}): Values[] =>
  sentences.map((text, index) => ({ picture: pictures[index] ?? 'talk', text: fill(text, facts) }));

type Easy = Words['easy'];

export const introIdeas = ({ 'run-sheet': sheet }: Easy, facts: Facts): Values[] =>
  ideasOf(['time', 'people', 'table'], sheet.intro, facts);

export const stepIdeas = ({ 'run-sheet': sheet }: Easy, step: StepName): Values[] =>
  ideasOf(stepPictures[step], sheet.steps[step]);

/** @param date of the draft, in words */
export const promiseIdeas = ({ 'run-sheet': sheet }: Easy, date: string | undefined): Values[] =>
  date === undefined
    ? ideasOf(['date', 'promise'], sheet['promise-undated'])
    : ideasOf(['date', 'promise'], sheet.promise, { date });

export const packingIdeas = ({ packing }: Easy): Values[] => ideasOf(['bag'], packing.intro);

/** What stands beside a thing to bring. */
export const easyThing = ({ packing }: Easy, name: keyof typeof thingPictures, facts: Facts): Values => ({
  picture: thingPictures[name],
  easy: fill(packing.things[name], facts),
});

export const peopleIdeas = ({ people }: Easy): Values[] =>
  ideasOf(['partner', 'person', 'worker', 'vote'], people);

export const seatingIdeas = ({ seating }: Easy): Values[] => ideasOf(['table', 'people'], seating);

export const thanksIdeas = ({ draft }: Easy, date: string | undefined): Values[] =>
  date === undefined
    ? ideasOf(['thanks', 'talk', 'vote', 'pen'], draft['thanks-undated'])
    : ideasOf(['thanks', 'date', 'talk', 'vote', 'pen'], draft.thanks, { date });

export const answerIdeas = ({ draft }: Easy): Values[] => ideasOf(['problem', 'solved'], draft.answers);

export const nextIdeas = ({ draft }: Easy): Values[] => ideasOf(['read', 'pen', 'give'], draft.next);

/** A text of the session in its own words, a sentence a line; the first has the picture beside it. */
export const ownIdeas = (said: Said, language: string): { text: Said; first: 1 | null }[] =>
  sentencesOf(said, language).map((text, index) => ({ text, first: index === 0 ? 1 : null }));
