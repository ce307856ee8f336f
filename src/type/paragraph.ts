/** A paragraph made ready for lines: pieces between break opportunities, each shaped, in em. */
import LineBreaker from 'linebreak';
import { type Direction, levelsOf } from './direction.js';
import type { Face, Run } from './face.js';

/** Faces in order of preference; a face is opened when it is first asked. */
export interface FaceStack {
  /** The first face that has a glyph for everything in the text. */
  covering(text: string): Face | undefined;
  /** The face that gives the measures. */
  first: Face;
}

/** A run with its embedding level, so that a line can put it in its place. */
export interface LevelRun extends Run {
  level: number;
}

/** What stands between two break opportunities: a word with the white space after it. */
export interface Piece {
  runs: readonly LevelRun[];
  /** Width of the word, em. */
  width: number;
  /** The white space behind the word; not set at the end of a line. */
  space?: LevelRun;
  /** The hyphen that is shown when a line ends in this piece at a soft hyphen. */
  hyphen?: LevelRun;
  /** True when the line must end here. */
  ends: boolean;
  /** True when a break behind this piece would split a quoted name. */
  inQuote: boolean;
}

export interface Paragraph {
  text: string;
  direction: Direction;
  pieces: readonly Piece[];
  /** Signs that no face of the stack has: they must be reported, never printed. */
  missing: readonly string[];
}

const softHyphen = '\u00ad';
const joined =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]/u;
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Shapes a text for a stack of faces. The first face that covers the whole text sets all of it; otherwise each word
 * takes the first face that covers it, and each cluster the first that covers that, so that faces mix only where they must.
 */
export function prepareParagraph(
  text: string,
  faces: FaceStack,
  language: string,
  direction: Direction,
  tracking = 0,
): Paragraph {
  const levels = levelsOf(text, direction);
  const whole = faces.covering(text);
  const missing = new Set<string>();
  const runs = (start: number, end: number): LevelRun[] => {
    const part = text.slice(start, end);
    const spans = whole ? [{ face: whole, from: 0, to: part.length }] : facesFor(part, faces, missing);
    return spans.flatMap(({ face, from, to }) =>
      byLevel(levels, start + from, start + to).map(({ level, first, last }) => ({
        ...track(
          face.shape(text.slice(first, last).replaceAll(softHyphen, ''), level % 2 === 1, language),
          tracking,
        ),
        level,
      })),
    );
  };
  const hyphenFor = (level: number): LevelRun | undefined => {
    const face = faces.covering('-');
    return face && { ...face.shape('-', level % 2 === 1, language), level };
  };
  const quoted = quotedSpans(text);
  const pieces: Piece[] = [];
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let opportunity = breaker.nextBreak(); opportunity; opportunity = breaker.nextBreak()) {
    const { position } = opportunity;
    const piece = text.slice(start, position);
    const word = piece.trimEnd();
    const wordEnd = start + word.length;
    const wordRuns = word ? runs(start, wordEnd) : [];
    const gap = piece.slice(word.length).replace(/[\n\r\u0085\u2028\u2029]/g, '');
    const space = gap ? runs(wordEnd, wordEnd + gap.length)[0] : undefined;
    const hyphen = word.endsWith(softHyphen) ? hyphenFor(levels[start] ?? 0) : undefined;
    pieces.push({
      runs: wordRuns,
      width: wordRuns.reduce((sum, run) => sum + run.width, 0),
      ...(space && { space }),
      ...(hyphen && { hyphen }),
      ends: opportunity.required && position < text.length,
      inQuote: quoted.some(([from, to]) => position > from && position < to),
    });
    start = position;
  }
  return { text, direction, pieces, missing: [...missing] };
}

/** Letterspaces a run; joined scripts would be torn by it and stay as they are. */
function track(run: Run, tracking: number): Run {
  if (tracking === 0 || joined.test(run.text)) return run;
  const glyphs = run.glyphs.map(glyph => ({
    ...glyph,
    advance: glyph.advance + (glyph.text ? tracking : 0),
  }));
  return { ...run, glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
}

/** Splits a word into spans of one face each. */
function facesFor(word: string, faces: FaceStack, missing: Set<string>) {
  const whole = faces.covering(word);
  if (whole) return [{ face: whole, from: 0, to: word.length }];
  const spans: { face: Face; from: number; to: number }[] = [];
  for (const { segment, index } of clusters.segment(word)) {
    const covering = faces.covering(segment);
    if (!covering) missing.add(segment);
    const face = covering ?? faces.first;
    const last = spans.at(-1);
    if (last?.face === face) last.to = index + segment.length;
    else spans.push({ face, from: index, to: index + segment.length });
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

/** Where quoted names stand, from opening to closing mark: ‘best student experience’, “…”, «…», „…”. */
function quotedSpans(text: string): [number, number][] {
  const pattern = /(?<=^|[\s(])(?:‘[^‘]+?’(?!\p{L})|“[^“]+?”|«[^«]+?»|„[^„]+?[”“])/gu;
  return [...text.matchAll(pattern)].map(match => [match.index, match.index + match[0].length]);
}
