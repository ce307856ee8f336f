/** A story as the stations of a day: its paragraphs, else its sentences, each with a time or a number. */
import { byLanguage } from '../bylanguage.js';
import type { Said } from '../layout/values.js';
import type { Story } from '../session/session.js';

export interface Station {
  /** A time of the day, the time that the text itself begins with, or a number; null where there is nothing to tell apart. */
  label: string | null;
  text: Said;
  /** There when another station follows. */
  next: 1 | null;
}

/** So many stations are times of a day; more are numbered. */
const mostTimes = 5;
/** A sheet has room for so many. */
const mostStations = 7;
/** A story of one paragraph is parted so, and one of too many joined: so many stand side by side. */
const evenStations = 4;

/**
 * @param told the paragraphs of the story, or its mini-stories where it has none
 * @param times from morning to night
 */
export function stationsOf(told: readonly Said[], times: readonly string[], language: string): Station[] {
  const texts = told.length === 1 ? told.flatMap(text => inSentences(text, language)) : told;
  const stations = texts.length > mostStations ? together(texts, evenStations) : texts;
  const own = stations.map(({ text }) => ownTime(text));
  const named = own.some(time => time !== undefined);
  const names = timesFor(stations.length, times);
  return stations.map((said, index) => ({
    label: named ? (own[index]?.label ?? null) : (names[index] ?? null),
    text: { ...said, text: own[index]?.rest ?? said.text },
    next: index < stations.length - 1 ? 1 : null,
  }));
}

/** What a poster tells besides its quote, part by part. */
export function toldIn(story: Story, from: (key: string) => (string | number)[]): Said[] {
  const sentences = story['mini-stories'].map((text, index) => ({
    text,
    from: [...from('mini-stories'), index],
  }));
  const paragraphs = story.story?.split('\n\n').map(text => ({ text, from: from('story') }));
  return paragraphs ?? (story.quote ? sentences : sentences.slice(1));
}

/** `7:30: The bus is late.` begins with its own time: a short text with a figure, then a colon or a dash. */
function ownTime(text: string): { label: string; rest: string } | undefined {
  const [, label, rest] = /^(\d\S*(?: [^\s:]+){0,3})(?::| [–—]) +(\S.*)$/s.exec(text) ?? [];
  return label && rest ? { label, rest } : undefined;
}

/** Times spread over the day: of two, morning and evening. */
function timesFor(count: number, times: readonly string[]): string[] {
  if (count < 2) return [];
  if (count > mostTimes) return Array.from({ length: count }, (_, index) => String(index + 1));
  const [morning = '', midday = '', afternoon = '', evening = '', night = ''] = times;
  return (
    [
      [morning, evening],
      [morning, afternoon, evening],
      [morning, midday, afternoon, evening],
    ][count - 2] ?? [morning, midday, afternoon, evening, night]
  );
}

const inSentences = (said: Said, language: string): Said[] =>
  together(sentencesOf(said, language), evenStations, ' ');

const segmenter = byLanguage(language => new Intl.Segmenter(language, { granularity: 'sentence' }));

/** The sentences of a text, each by itself. */
export function sentencesOf(said: Said, language: string): Said[] {
  const sentences = [...segmenter(language).segment(said.text)].map(({ segment }) => ({
    ...said,
    text: segment.trim(),
  }));
  return sentences.filter(({ text }) => text !== '');
}

/** Parts that follow each other, joined to so many at most, each about as long as the others. */
function together(parts: readonly Said[], most: number, between = '\n\n'): Said[] {
  if (parts.length <= most) return [...parts];
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  const joined: Said[][] = [];
  let before = 0;
  for (const [index, part] of parts.entries()) {
    const middle = before + part.text.length / 2;
    before += part.text.length;
    const due = Math.min(most - 1, Math.floor((middle / length) * most));
    // No part stays empty: the last ones take at least one each.
    const opens = joined.length === 0 || joined.length <= due || parts.length - index <= most - joined.length;
    if (opens && joined.length < most) joined.push([part]);
    else joined.at(-1)?.push(part);
  }
  return joined.flatMap(([first, ...others]) =>
    first ? [{ ...first, text: [first, ...others].map(({ text }) => text).join(between) }] : [],
  );
}
