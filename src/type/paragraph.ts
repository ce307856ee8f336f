/** A paragraph made ready for lines: pieces between break opportunities, each shaped, in em. */

import LineBreaker from 'linebreak';
import { byLanguage } from '../bylanguage.js';
import { hasBeyond, having, pattern } from '../letters.js';
import { mapped } from '../lists.js';
import type { Recent } from '../recent.js';
import { type Direction, levelsOf } from './direction.js';
import type { Face, Run } from './face.js';
import { isJoined, isUnspaced } from './scripts.js';

/** A face, and the size at which it matches the first of its stack. */
export interface SizedFace {
  face: Face;
  /** em */
  scale: number;
}

/** Faces in order of preference; a face is opened when it is first asked. */
export interface FaceStack {
  /** The first face that has a glyph for everything in the text. */
  covering(text: string): SizedFace | undefined;
  /** The face that gives the measures. */
  first: SizedFace;
  /** BCP 47. */
  language: string;
  /** Letterspacing, em. */
  tracking: number;
  /** Words that were set in the first face lately. */
  words: Recent<string, Word>;
}

/** What has no break opportunity inside, set: the same wherever it stands. */
export interface Word {
  runs: readonly LevelRun[];
  /** em */
  width: number;
  /** How far its ink reaches above and below the baseline, em. */
  top: number;
  bottom: number;
}

/** A run with its embedding level, so that a line can put it in its place. */
export interface LevelRun extends Run {
  level: number;
}

/** What stands between two break opportunities: a word with the white space after it. */
export interface Piece extends Word {
  /** The white space behind the word; not set at the end of a line. */
  space: LevelRun | undefined;
  /** The hyphen that is shown when a line ends in this piece at a soft hyphen. */
  hyphen: LevelRun | undefined;
  /** True when the line must end here. */
  ends: boolean;
  /** True when a break behind this piece would split a quoted name, or a word at its hyphen. */
  tears: boolean;
  /** True when a break behind this piece would part a number from what it counts. */
  binds: boolean;
}

export interface Paragraph {
  text: string;
  direction: Direction;
  pieces: readonly Piece[];
  /** Signs that no face of the stack has: they must be reported, never printed. */
  missing: readonly string[];
}

const softHyphen = '\u00ad';
/** The end of a number, and the beginning of what it counts: `20 complaints`, `9 p.m.`; not `9 - 11`. */
const numberEnds = pattern('[\\p{Nd}]$', 'u');
const countedBegins = pattern('^[\\p{L}\\p{Sc}%‰°′″]', 'u');
const endsInNumber = (end: string): boolean => numberEnds(end).test(end);
const beginsCounted = (next: string): boolean => countedBegins(next).test(next);
/** Made when it is wanted: the first of a process takes 10 ms. */
const clusters = byLanguage(language => new Intl.Segmenter(language, { granularity: 'grapheme' }));
const wordsOf = byLanguage(language => new Intl.Segmenter(language, { granularity: 'word' }));

/**
 * Shapes a text for a stack of faces. The first face that covers the whole text sets all of it; otherwise each word
 * takes the first face that covers it, and each cluster the first that covers that, so that faces mix only where they must.
 */
export function prepareParagraph(text: string, faces: FaceStack, direction: Direction): Paragraph {
  const { language, tracking } = faces;
  const levels = levelsOf(text, direction);
  const whole = faces.covering(text);
  const missing = new Set<string>();
  let latest = faces.first;
  const setAfresh = (start: number, end: number, one: SizedFace | undefined): Word => {
    const part = text.slice(start, end);
    const spans = one ? [{ ...one, from: 0, to: part.length }] : facesFor(part, faces, missing);
    latest = spans.at(-1) ?? latest;
    const runs = spans.flatMap(({ face, scale, from, to }) =>
      byLevel(levels, start + from, start + to).map(({ level, first, last }) => {
        const run = face.shape(text.slice(first, last).replaceAll(softHyphen, ''), level % 2 === 1, language);
        return atLevel(track(scaled(run, scale), tracking), level);
      }),
    );
    return wordOf(runs);
  };
  // Most texts have one face and run one way: then a word is the same wherever it stands.
  const plain = whole === faces.first && levels.every(level => level === 0);
  const set = (part: string, start: number, one = whole): Word =>
    plain
      ? faces.words.of(part, () => setAfresh(start, start + part.length, whole))
      : setAfresh(start, start + part.length, one);
  const hyphenFor = (level: number): LevelRun | undefined => {
    const found = faces.covering('-');
    if (!found) return undefined;
    const run = scaled(found.face.shape('-', level % 2 === 1, language), found.scale);
    // Who reads the text gets a soft hyphen (ISO 32000-1, 14.8.2.2.3): the word has none of its own.
    const glyphs = mapped(run.glyphs, glyph => ({ ...glyph, text: softHyphen }));
    return atLevel({ ...run, glyphs }, level);
  };
  const quotes = quotedSpans(text);
  const clinging = clings.test(language);
  const pieces: Piece[] = [];
  let start = 0;
  for (const { position, required } of opportunitiesIn(text, language)) {
    const piece = text.slice(start, position);
    const word = piece.trimEnd();
    const wordEnd = start + word.length;
    const { runs, width, top, bottom } = word ? set(word, start) : nothing;
    const white = piece.slice(word.length);
    const gap = white === ' ' ? white : white.replace(/[\n\r\u0085\u2028\u2029]/g, '');
    // A space is of the face of the word before it, so that a line changes its face as rarely as can be.
    const spaceFace = whole ?? (latest.face.has(gap) ? latest : undefined);
    const space = gap ? set(white.slice(0, gap.length), wordEnd, spaceFace).runs[0] : undefined;
    const hyphen = word.endsWith(softHyphen) ? hyphenFor(levels[start] ?? 0) : undefined;
    const inQuotes = quotes.some(([from, to]) => position > from && position < to);
    const tears = inQuotes || (gap === '' && word.endsWith('-'));
    const counts = endsInNumber(word.slice(-2)) && beginsCounted(text.slice(position, position + 2));
    const binds = gap !== '' && (counts || (clinging && isLetter(word)));
    const ends = required && position < text.length;
    pieces.push({ runs, width, space, hyphen, ends, top, bottom, tears, binds });
    start = position;
  }
  return { text, direction, pieces, missing: [...missing] };
}

const wordOf = (runs: readonly LevelRun[]): Word => {
  let [width, top, bottom] = [0, 0, 0];
  for (const run of runs) {
    width += run.width;
    top = Math.max(top, run.top);
    bottom = Math.max(bottom, run.bottom);
  }
  return { runs, width, top, bottom };
};
const nothing = wordOf([]);

/** Languages that do not leave words of one letter at the end of a line: Polish `w`, `z`, `i`, Czech `k`, `v`. */
const clings = /^(pl|cs|sk|uk)\b/;
const isLetter = (word: string): boolean => /^\p{L}$/u.test(word);

const isKorean = having('Script=Hangul');

/** Where a line may or must end, by UAX #14, and in scripts without spaces behind each word. */
function opportunitiesIn(text: string, language: string): { position: number; required: boolean }[] {
  const breaker = new LineBreaker(text);
  const found: { position: number; required: boolean }[] = [];
  const other = hasBeyond(text);
  const korean = other && isKorean(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    // Korean is broken between words, as its readers expect today, not between syllables.
    const { position } = next;
    if (!(korean && isKorean(text[position - 1] ?? '') && isKorean(text[position] ?? ''))) found.push(next);
  }
  if (!(other && isUnspaced(text))) return found;
  const words = [...wordsOf(language).segment(text)].flatMap(({ index, segment }) =>
    isUnspaced(segment) && isUnspaced(text[index - 1] ?? '') ? [{ position: index, required: false }] : [],
  );
  const known = new Set(found.map(({ position }) => position));
  return [...found, ...words.filter(({ position }) => !known.has(position))].sort(
    (a, b) => a.position - b.position,
  );
}

/** Written out and not spread: it is made for every word of every text. */
const atLevel = (
  { face, text, rightToLeft, scale, glyphs, width, top, bottom }: Run,
  level: number,
): LevelRun => ({ face, text, rightToLeft, scale, glyphs, width, top, bottom, level });

/** A run at another size. */
function scaled(run: Run, scale: number): Run {
  if (scale === 1) return run;
  const glyphs = mapped(run.glyphs, ({ id, advance, dx, dy, text }) => ({
    id,
    advance: advance * scale,
    dx: dx * scale,
    dy: dy * scale,
    text,
  }));
  const { width, top, bottom } = run;
  return { ...run, scale, glyphs, width: width * scale, top: top * scale, bottom: bottom * scale };
}

/** Letterspaces a run; joined scripts would be torn by it and stay as they are. */
function track(run: Run, tracking: number): Run {
  if (tracking === 0 || (hasBeyond(run.text) && isJoined(run.text))) return run;
  const glyphs = mapped(run.glyphs, glyph => ({
    ...glyph,
    advance: glyph.advance + (glyph.text ? tracking : 0),
  }));
  return { ...run, glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
}

/** True when each of its clusters has a sign of this kind, or is blank. */
export const isMadeOf = (text: string, isSign: (text: string) => boolean): boolean =>
  [...clusters('und').segment(text)].every(({ segment }) => isSign(segment) || segment.trim() === '');

/** Splits a word into spans of one face each. */
function facesFor(word: string, faces: FaceStack, missing: Set<string>) {
  const whole = faces.covering(word);
  if (whole) return [{ ...whole, from: 0, to: word.length }];
  const spans: (SizedFace & { from: number; to: number })[] = [];
  for (const { segment, index } of clusters('und').segment(word)) {
    const covering = faces.covering(segment);
    if (!covering) missing.add(segment);
    const sized = covering ?? faces.first;
    const last = spans.at(-1);
    if (last?.face === sized.face) last.to = index + segment.length;
    else spans.push({ ...sized, from: index, to: index + segment.length });
  }
  return spans;
}

/** Splits a span where its embedding level changes. */
function byLevel(levels: Uint8Array, start: number, end: number) {
  const spans: { level: number; first: number; last: number }[] = [];
  for (let index = start; index < end; index++) {
    const level = levels[index] ?? 0;
    const span = spans.at(-1);
    if (span?.level === level) span.last = index + 1;
    else spans.push({ level, first: index, last: index + 1 });
  }
  return spans;
}

/** Where quoted names stand, from opening to closing mark: ‘best student experience’, “…”, «…», „…”, ’…‘, 「…」. */
export function quotedSpans(text: string): [number, number][] {
  return [...text.matchAll(quoted(text))].map(match => [match.index, match.index + match[0].length]);
}

const quoted = pattern(
  '(?<=^|[\\s(])(?:‘[^‘]+?’(?![\\p{L}])|’[^’‘]+?‘|”[^”“]+?“|„[^„]+?[”“])|“[^”“]+?”|«[^«]+?»|「[^「]+?」|『[^『]+?』',
  'gu',
);
