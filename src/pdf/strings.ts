/**
 * A line of type as strings of glyphs, so that it looks right and reads right. Readers (poppler, pdf.js) put text together from the
 * codes by the places where they stand; what they make of marks and of right-to-left lines decides how the strings are cut.
 */
import { hasBeyond, having } from '../letters.js';
import type { Glyph } from '../type/face.js';
import { type PlacedRun, textIn } from '../type/lines.js';
import { Bytes } from './bytes.js';
import type { EmbeddedFont } from './fonts.js';
import { utf16 } from './objects.js';
import type { Alphabet, CodedWord } from './shelf.js';

/** Where a line stands: its left end and its baseline; and its type size, mm. */
export interface LinePlace {
  x: number;
  y: number;
  em: number;
  /**
   * True when a space parts its last word from the next line: nobody sees it, but readers of text need it (ISO 32000-1, 14.8.2.5).
   * Right-to-left lines have none: they are read from their element, which says all of them.
   */
  spaced: boolean;
}

/**
 * Shows the runs of a line, in reading order. What stands together in one face is one string, in the order of the paper, as readers
 * expect it: they put right-to-left text into its reading order themselves. Left-to-right text with combining marks stands beside
 * its glyphs (ActualText).
 */
export function showLine(
  out: Bytes,
  runs: readonly PlacedRun[],
  { x, y, em, spaced }: LinePlace,
  fontOf: (face: string) => EmbeddedFont,
): void {
  const groups = togetherIn(runs);
  const endsInSpace = spaced && !runs.some(run => run.rightToLeft);
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index] as PlacedRun[];
    const first = group[0] as PlacedRun;
    const spot = { x: x + first.left * em, y, size: em * first.scale, scale: first.scale };
    const text = first.rightToLeft ? '' : textIn(group);
    const beside = hasMark(text);
    const space = endsInSpace && index === groups.length - 1;
    if (beside) beginSpan(out, space ? `${text} ` : text);
    const follows = () => (/^\s/.test(groups[index + 1]?.at(-1)?.text ?? '') ? ' ' : '');
    const behind = endsWithMark(first) ? follows() : undefined;
    showString(out, group, spot, fontOf(first.face), beside, space, behind);
    if (beside) out.add('EMC');
  }
}

const hasMn = having('Mn');
const hasMark = (text: string): boolean => hasBeyond(text) && hasMn(text);

/** Runs in reading order, in groups that one string can hold: of one face and size, and side by side. Each group is in the order of the paper. */
function togetherIn(runs: readonly PlacedRun[]): PlacedRun[][] {
  const groups: PlacedRun[][] = [];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index] as PlacedRun;
    const group = groups[groups.length - 1];
    const last = group?.[run.rightToLeft ? 0 : group.length - 1];
    const joins =
      group &&
      !endsWithMark(last) &&
      last?.face === run.face &&
      last.scale === run.scale &&
      last.rightToLeft === run.rightToLeft &&
      Math.abs(run.rightToLeft ? run.left + run.width - last.left : last.left + last.width - run.left) < 1e-6;
    if (!joins) groups.push([run]);
    else if (run.rightToLeft) group.unshift(run);
    else group.push(run);
  }
  return groups;
}

/** On paper, a right-to-left word that ends with a mark begins with it: a string must not have it inside, behind a space. */
const endsWithMark = (run: PlacedRun | undefined): boolean =>
  run?.rightToLeft === true && /\p{Mn}$/u.test(run.text);

interface Spot {
  /** Left end and baseline, mm. */
  x: number;
  y: number;
  /** Type size, mm, and what the lengths of the glyphs, which are in em of the line, are to be divided by. */
  size: number;
  scale: number;
}

/** A narrower gap nobody sees, thousandths of an em. */
const leastGap = 0.05;
/** Readers take a wider gap for a space between words, thousandths of an em. */
const widestGap = 95;

/** A difference in size that nobody sees, mm: readers begin a new piece of text where it changes. */
const unseen = 1e-4;

/**
 * One string of glyphs, and after it the marks that say nothing for themselves, each at its place: readers take a string whose
 * pen moves to and fro for several words.
 * @param said true when the text stands beside the glyphs already
 * @param space true when a space follows
 * @param behind where the string begins with the mark at the end of a right-to-left word: the space behind that word
 */
function showString(
  out: Bytes,
  runs: readonly PlacedRun[],
  { x, y, size, scale }: Spot,
  font: EmbeddedFont,
  said: boolean,
  space: boolean,
  behind: string | undefined,
): void {
  const begin = (left: number, up: number, larger = 0) =>
    out
      .text(`BT /${font.id} `)
      .number(size + larger)
      .text('Tf 1 0 0 -1 ')
      .number(x + left * size)
      .number(y - up * size)
      .add('Tm');
  begin(0, 0);
  const marks: { glyph: Glyph; left: number; up: number; larger?: number }[] = [];
  let inArray = false;
  let inCodes = false;
  /** How far the pen is to be moved before the next code. */
  let gap = 0;
  let rise = 0;
  let pen = 0;
  let pending = 0;
  let heard = false;
  let heardLast: Glyph | undefined;
  const openArray = () => {
    if (!inArray) out.text('[');
    inArray = true;
    if (gap === 0) return;
    if (inCodes) out.text('> ');
    inCodes = false;
    out.number(gap);
    gap = 0;
  };
  const openCodes = () => {
    if (inCodes && gap === 0) return;
    openArray();
    if (!inCodes) out.text('<');
    inCodes = true;
  };
  const put = (code: number) => {
    openCodes();
    out.hex(code);
  };
  const show = () => {
    if (!inArray && gap === 0) return;
    openArray();
    out.add(inCodes ? '>] TJ' : '] TJ');
    inArray = inCodes = false;
  };
  // Most of what a session says comes here, once, in code that is not yet compiled: so without lists that are taken apart at once.
  for (let word = 0; word < runs.length; word++) {
    const { glyphs } = runs[word] as PlacedRun;
    const coded = scale === 1 && rise === 0 ? wordIn(font.alphabet, glyphs) : undefined;
    if (coded) {
      if (Math.abs(pending) > leastGap) gap = pending;
      openCodes();
      out.append(coded.bytes);
      pen += coded.advance;
      pending = coded.behind;
      heard = true;
      continue;
    }
    for (let index = 0; index < glyphs.length; index++) {
      const glyph = glyphs[index] as Glyph;
      const ghosts = mayHaveGhosts(glyph) ? withGhosts(glyph, font) : undefined;
      const before = ghosts?.before;
      const letter = ghosts ? ghosts.letter : glyph;
      const after = ghosts?.after;
      const advance = glyph.advance / scale;
      const dx = glyph.dx / scale;
      const dy = glyph.dy / scale;
      if (glyph.text === '' && advance === 0) {
        marks.push({ glyph, left: pen + dx, up: dy });
        continue;
      }
      // TJ numbers move against the writing direction, in thousandths of an em.
      const move = pending - dx * 1000;
      if (Math.abs(move) > leastGap) gap = move;
      if (dy !== rise) {
        show();
        out.number(dy * size).add('Ts');
        rise = dy;
      }
      if (before && behind !== undefined && pen === 0 && !heard) {
        // Poppler hears the mark here, where the word ends on paper; pdf.js hears it after the string, where it ends to a reader.
        beginSpan(out, before.text);
        out
          .text('[<')
          .hex(font.codeOf({ ...before, text: '' }))
          .add('>] TJ')
          .add('EMC');
        heardLast = { ...before, text: before.text + behind };
      } else if (before) put(font.codeOf(before));
      heard ||= glyph.text !== '';
      const code = font.codeOf(letter);
      put(code);
      pen += advance;
      pending = font.widthOfCode(code) + dx * 1000 - advance * 1000;
      if (after) {
        // Where a sign below its letter makes the letter wider, what says the sign fills the gap that readers would take for a space.
        const filler =
          -pending > widestGap && font.blank !== undefined ? { ...after, id: font.blank } : after;
        put(font.codeOf(filler));
        pending += font.widthOf(filler);
      }
    }
  }
  if (space && font.blank !== undefined) {
    if (Math.abs(pending) > leastGap) gap = pending;
    put(font.codeOf({ id: font.blank, text: ' ' }));
  }
  show();
  if (rise !== 0) out.add('0 Ts');
  out.add('ET');
  if (heardLast) marks.push({ glyph: heardLast, left: pen, up: 0, larger: unseen });
  if (marks.length === 0) return;
  if (!said) beginSpan(out, '');
  for (const { glyph, left, up, larger } of marks) {
    begin(left, up, larger);
    out.text('<').hex(font.codeOf(glyph)).add('> Tj').add('ET');
  }
  if (!said) out.add('EMC');
}

/** A word of which all glyphs are in an alphabet, at their places on the line: written once, it is the same in all files. */
function wordIn(alphabet: Alphabet, glyphs: readonly Glyph[]): CodedWord | null {
  let word = alphabet.words.get(glyphs);
  if (word === undefined) {
    word = writtenIn(alphabet, glyphs);
    alphabet.words.set(glyphs, word);
  }
  return word;
}

function writtenIn({ codes, widths }: Alphabet, glyphs: readonly Glyph[]): CodedWord | null {
  const out = new Bytes();
  let pen = 0;
  let behind = 0;
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index] as Glyph;
    const { id, text, advance, dx, dy } = glyph;
    const simple = advance !== 0 && dx === 0 && dy === 0 && !mayHaveGhosts(glyph);
    const code = simple ? codes.of(id, text) : undefined;
    if (code === undefined) {
      out.end();
      return null;
    }
    if (Math.abs(behind) > leastGap) out.text('> ').number(behind).text('<');
    out.hex(code);
    pen += advance;
    behind = (widths[code] as number) - advance * 1000;
  }
  return { bytes: out.end(), advance: pen, behind };
}

interface Ghosted {
  before?: Glyph;
  letter: Glyph;
  after?: Glyph;
}

const mayHaveGhosts = ({ advance, text }: Glyph): boolean =>
  advance !== 0 && text.length > 1 && hasMark(text);

/**
 * Combining marks that a glyph stands for besides its letter are said by a glyph without ink and width of their own: some
 * readers take a code with a combining mark in it for one that has no width, and see a gap where the letter is.
 */
function withGhosts(glyph: Glyph, font: EmbeddedFont): Ghosted {
  const id = font.ghost();
  if (id === undefined) return { letter: glyph };
  const ghost = { id, advance: 0, dx: 0, dy: 0 };
  const [, marks = '', letters = ''] = /^(\p{Mn}*)(.*)$/su.exec(glyph.text) ?? [];
  if (marks && letters) return { before: { ...ghost, text: marks }, letter: { ...glyph, text: letters } };
  const [, letter = '', rest = ''] = /^(\P{Mn}+)(.*)$/su.exec(glyph.text) ?? [];
  return letter && rest
    ? { letter: { ...glyph, text: letter }, after: { ...ghost, text: rest } }
    : { letter: glyph };
}

/** Begins content with the text that readers shall take instead of it. */
const beginSpan = (out: Bytes, text: string) => out.add(`/Span <</ActualText ${utf16(text)}>> BDC`);
