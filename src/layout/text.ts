/** Sets one text to a width: from words and a style to lines of a size, with their places in mm. */
import { mapped } from '../lists.js';
import { Recent } from '../recent.js';
import type { Direction } from '../type/direction.js';
import { breakLines, type TypeLine } from '../type/lines.js';
import type { TypeSetter } from '../type/setter.js';
import { ptToMm } from '../units.js';
import type { Needs } from './measure.js';
import type { Words } from './node.js';
import type { Style } from './theme.js';

/** What the setting of text depends on besides the words. */
export interface TypeContext {
  setter: TypeSetter;
  style(name: string): Style;
  /** Of the sheet. */
  direction: Direction;
  /** Texts that have been set for the sheets of a pack. */
  known: KnownTexts;
  /** What nodes of a document have been found to need: its pages are filled again and again. */
  needs?: Needs;
  /** The text with soft hyphens where words of the language may be divided. */
  hyphenate(text: string, language: string): string;
}

/** Texts of one style: more than a session says in it. */
const mostKept = 500;

/**
 * Texts that have been set, by width and fit: measuring and painting ask for the same again and again, and so do the pages
 * of a document, and sheets that say the same.
 */
export class KnownTexts {
  readonly #ofStyle = new WeakMap<
    Style,
    { ofWords: WeakMap<Words, KnownText[]>; saying: Recent<string, KnownText[]> }
  >();

  /** Those of some words in a style; words that say the same share them. */
  of(words: Words, style: Style): KnownText[] {
    const inStyle = this.#ofStyle.get(style) ?? { ofWords: new WeakMap(), saying: new Recent(mostKept) };
    this.#ofStyle.set(style, inStyle);
    const { ofWords, saying } = inStyle;
    const known = ofWords.get(words);
    if (known) return known;
    const key = `${words.language} ${words.direction} ${words.text}`;
    const same = saying.of(key, () => []);
    ofWords.set(words, same);
    return same;
  }
}

/** A text as it was set in a width (mm), in so many columns. */
interface KnownText extends Fit {
  width: number;
  columns: number;
  set: SetText;
}

export interface SetLine {
  line: TypeLine;
  /** True for the first line of a paragraph. */
  opens: boolean;
  /** What ends with it. */
  closes: 'paragraph' | 'text' | undefined;
  /** Which column it stands in, from 0. */
  column: number;
  /** Distance of the baseline from the top of the text, mm. */
  baseline: number;
  /** mm */
  length: number;
}

export interface SetText {
  style: Style;
  /** pt */
  size: number;
  lines: readonly SetLine[];
  /** mm */
  height: number;
  /** How far the ink of the first line rises over its baseline, mm. */
  rise: number;
  /** Width of the longest line, mm. */
  width: number;
  columnWidth: number;
  /** Space between columns, mm. */
  gutter: number;
  /** True when a word is wider than the column, or a headline would have to be torn and may not. */
  tooWide: boolean;
  missing: readonly string[];
}

/** How finely a size is chosen between its bounds; each step is under 4 % for a range of 1 to 2. */
export const sizeSteps = 20;

/** How the text of a box is set so that it fits: its size, and what it gives up where nothing else helps. */
export interface Fit {
  /** 0 is the floor of each style, `sizeSteps` its ceiling. */
  step: number;
  /** Lines of a headline may end inside a quoted name or at the hyphen of a word. */
  tears: boolean;
  /** Lines stand closer. */
  tight: boolean;
}

/** Whether texts are set in the same way. */
export const isSame = (one: Fit, other: Fit): boolean =>
  one.step === other.step && one.tears === other.tears && one.tight === other.tight;

/** What is given up one after the other: a headline is rather smaller than torn, and lines stand closer only at the floor. */
export const largestSteps: readonly Fit[] = [
  { step: sizeSteps, tears: false, tight: false },
  { step: sizeSteps, tears: true, tight: false },
  { step: 0, tears: true, tight: true },
];
/** The smallest size, with all liberties but that of standing closer. */
export const floorFit: Fit = { step: 0, tears: true, tight: false };

/** How much closer, and the leading that stays in any case (ascenders and descenders that just do not touch). */
const tighter = 0.94;
const leastLeading = 0.98;

/** Space between the columns of a text, in type sizes. */
const gutter = 1.6;
/** Room for ink above the capitals (accents) and under the baseline (descenders), in type sizes. */
const above = 0.2;
const below = 0.24;

/** The type size at a step: 0 is the floor, `sizeSteps` the ceiling; sizes grow by equal ratios. */
export const sizeAt = ({ floor, ceiling }: Style, step: number): number =>
  floor * (ceiling / floor) ** (step / sizeSteps);

/**
 * @param width mm
 * @param columns in how many columns of equal height
 */
export function setText(words: Words, width: number, fit: Fit, context: TypeContext, columns = 1): SetText {
  const { part } = words;
  if (part) return linesFrom(setText(part.of, width, fit, context), part.from, part.to);
  const style = context.style(words.style);
  const known = context.known.of(words, style);
  for (let index = 0; index < known.length; index++) {
    const one = known[index] as KnownText;
    if (one.width === width && one.columns === columns && isSame(one, fit)) return one.set;
  }
  const { step, tears, tight } = fit;
  const set = setAfresh(words, style, width, fit, context, columns);
  known.push({ step, tears, tight, width, columns, set });
  return set;
}

function setAfresh(
  words: Words,
  style: Style,
  width: number,
  fit: Fit,
  context: TypeContext,
  columns: number,
): SetText {
  const size = sizeAt(style, fit.step);
  const em = ptToMm(size);
  const columnWidth = (width - (columns - 1) * gutter * em) / columns;
  const capHeight = context.setter.face(style.faces[0] ?? '').capHeight;
  const leading = fit.tight ? Math.max(leastLeading, style.leading * tighter) : style.leading;
  const missing: string[] = [];

  const flow: FlowLine[] = [];
  const paragraphs = words.text.split(/\n\s*\n/);
  for (let number = 0; number < paragraphs.length; number++) {
    const set = linesOf(paragraphs[number] as string, words, columnWidth / em, fit, context);
    missing.push(...set.missing);
    const ending = number < paragraphs.length - 1 ? 'paragraph' : 'text';
    for (let index = 0; index < set.lines.length; index++) {
      const line = set.lines[index] as TypeLine;
      const before = index === 0 && number > 0 ? style.paragraphs : 0;
      const closes = index === set.lines.length - 1 ? ending : undefined;
      flow.push({ line, opens: index === 0, closes, before });
    }
  }
  const pitch = Math.max(leading, deepestOf(flow));

  const lines = columns === 1 ? stack(flow, 0) : share(flow, columns);
  function stack(part: typeof flow, column: number): SetLine[] {
    let baseline = 0;
    return mapped(part, ({ line, opens, closes, before }, index) => {
      if (index > 0) baseline += pitch + before;
      else baseline = Math.max(capHeight + above, line.top);
      return { line, opens, closes, column, baseline: baseline * em, length: line.width * em };
    });
  }
  /** Columns filled to the least height at which all lines find a place. */
  function share(part: typeof flow, count: number): SetLine[] {
    for (let most = Math.ceil(part.length / count); most < part.length; most++) {
      const shared: SetLine[] = [];
      for (let column = 0, start = 0; column < count; column++) {
        const end = columnEnd(part, start, most);
        shared.push(...stack(part.slice(start, end), column));
        start = end;
      }
      if (shared.length === part.length) return shared;
    }
    return stack(part, 0);
  }

  const height = lines.reduce(
    (deepest, line) => Math.max(deepest, line.baseline + Math.max(below, line.line.bottom) * em),
    0,
  );
  const longest = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  return {
    style,
    size,
    lines,
    height,
    columnWidth,
    gutter: gutter * em,
    rise: Math.max(capHeight, lines[0]?.line.top ?? 0) * em,
    width: columns === 1 ? longest : width,
    tooWide:
      longest > columnWidth + 0.01 || (style.balanced && !fit.tears && lines.some(line => line.line.tears)),
    missing,
  };
}

/** Some lines of a set text, moved up to where its first line stood. */
function linesFrom(set: SetText, from: number, to: number): SetText {
  const lines = set.lines.slice(from, to);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return { ...set, lines, height: 0, width: 0 };
  const up = first.baseline - (set.lines[0]?.baseline ?? 0);
  const em = ptToMm(set.size);
  return {
    ...set,
    lines: lines.map(line => ({ ...line, baseline: line.baseline - up })),
    height: last.baseline - up + Math.max(below, last.line.bottom) * em,
    width: Math.max(...lines.map(({ length }) => length)),
  };
}

/** How much of a line of running text may be empty before its words are hyphenated. */
const mostEmpty = 0.2;

/** The lines of one paragraph: hyphenated where the style says so and lines would be very uneven, or where a word fits in no other way. */
function linesOf(text: string, words: Words, width: number, fit: Fit, context: TypeContext) {
  const style = context.style(words.style);
  const set = (hyphenated: boolean) => {
    const paragraph = context.setter.prepare({
      text: hyphenated ? context.hyphenate(text, words.language) : text,
      faces: style.faces,
      weight: style.weight,
      language: words.language,
      direction: words.direction,
      tracking: style.tracking,
    });
    const lineStyle = style.balanced ? 'balanced' : hyphenated ? 'even' : 'ragged';
    const lines = breakLines(paragraph, width, lineStyle, fit.tears);
    return { lines, missing: paragraph.missing };
  };
  const whole = set(false);
  const tooWide = whole.lines.some(line => line.width > width + 1e-6);
  const uneven = whole.lines.slice(0, -1).some(line => line.width < width * (1 - mostEmpty));
  return (tooWide && fit.tears) || (style.hyphens && (uneven || tooWide)) ? set(true) : whole;
}

/** The least distance of baselines at which no two lines touch, in type sizes: the same for all lines of a text. */
function deepestOf(flow: readonly FlowLine[]): number {
  let deepest = 0;
  for (let index = 1; index < flow.length; index++) {
    const above = flow[index - 1] as FlowLine;
    const line = flow[index] as FlowLine;
    deepest = Math.max(deepest, above.line.bottom + line.line.top + 0.02);
  }
  return deepest;
}

/** A line of a text in columns, and the space before it in type sizes. */
interface FlowLine extends Pick<SetLine, 'line' | 'opens' | 'closes'> {
  before: number;
}

/** Where a column of so many lines ends: no paragraph leaves its first line at the foot or takes its last to the top. */
function columnEnd(part: readonly FlowLine[], start: number, most: number): number {
  const last = Math.min(start + most, part.length);
  const opens = (index: number) => index >= part.length || part[index]?.opens === true;
  for (let end = last; end > start + 1 && end < part.length; end--) {
    if (opens(end) || (!opens(end - 1) && !opens(end + 1))) return end;
  }
  return last;
}
