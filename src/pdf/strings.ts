/**
 * A line of type as strings of glyphs, so that it looks right and reads right. Readers (poppler, pdf.js) put text together from the
 * codes by the places where they stand; what they make of marks and of right-to-left lines decides how the strings are cut.
 */
import type { Glyph } from '../type/face.js';
import type { PlacedRun } from '../type/lines.js';
import type { EmbeddedFont } from './fonts.js';
import { number, utf16 } from './objects.js';

/**
 * Operators for the runs of a line, in reading order: `x` is its left end, `y` its baseline, `em` its type size, all mm. What stands
 * together in one face is one string, in the order of the paper, as readers expect it: they put right-to-left text into
 * its reading order themselves. Left-to-right text with combining marks stands beside its glyphs (ActualText).
 */
export function lineOperators(
  runs: readonly PlacedRun[],
  x: number,
  y: number,
  em: number,
  fontOf: (face: string) => EmbeddedFont,
): string {
  return togetherIn(runs)
    .map((group, index, groups) => {
      const [first] = group;
      if (!first) return '';
      const text = group.map(run => run.text).join('');
      const beside = !first.rightToLeft && hasMark.test(text);
      const spaceFollows = /^\s/.test(groups[index + 1]?.at(-1)?.text ?? '');
      const string = stringOf(
        group.flatMap(run => run.glyphs),
        { x: x + first.left * em, y, size: em * first.scale, scale: first.scale },
        fontOf(first.face),
        beside,
        endsWithMark(first) ? (spaceFollows ? ' ' : '') : undefined,
      );
      return beside ? span(text, string) : string;
    })
    .join('\n');
}

const hasMark = /\p{Mn}/u;

/** Runs in reading order, in groups that one string can hold: of one face and size, and side by side. Each group is in the order of the paper. */
function togetherIn(runs: readonly PlacedRun[]): PlacedRun[][] {
  const groups: PlacedRun[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const last = group?.at(run.rightToLeft ? 0 : -1);
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

/** Readers take a wider gap for a space between words, thousandths of an em. */
const widestGap = 95;

/** A difference in size that nobody sees, mm: readers begin a new piece of text where it changes. */
const unseen = 1e-4;

/**
 * One string of glyphs, and after it the marks that say nothing for themselves, each at its place: readers take a string whose
 * pen moves to and fro for several words.
 * @param said true when the text stands beside the glyphs already
 * @param behind where the string begins with the mark at the end of a right-to-left word: the space behind that word
 */
function stringOf(
  glyphs: readonly Glyph[],
  { x, y, size, scale }: Spot,
  font: EmbeddedFont,
  said: boolean,
  behind: string | undefined,
): string {
  const at = (left: number, up: number, larger = 0) =>
    `BT /${font.id} ${number(size + larger)} Tf 1 0 0 -1 ${number(x + left * size)} ${number(y - up * size)} Tm`;
  const hexOf = (glyph: Glyph) => hexOfCode(font.codeOf(glyph));
  const operators: string[] = [at(0, 0)];
  const marks: string[] = [];
  let shown: string[] = [];
  let hex = '';
  let rise = 0;
  let pen = 0;
  let pending = 0;
  let heardLast: Glyph | undefined;
  const flush = () => {
    if (hex) shown.push(`<${hex}>`);
    hex = '';
  };
  const show = () => {
    flush();
    if (shown.length > 0) operators.push(`[${shown.join(' ')}] TJ`);
    shown = [];
  };
  for (const [index, glyph] of glyphs.entries()) {
    const { before, letter, after }: Ghosted = mayHaveGhosts(glyph)
      ? withGhosts(glyph, font)
      : { letter: glyph };
    const advance = glyph.advance / scale;
    const dx = glyph.dx / scale;
    const dy = glyph.dy / scale;
    if (glyph.text === '' && advance === 0) {
      marks.push(at(pen + dx, dy), `<${hexOf(glyph)}> Tj`, 'ET');
      continue;
    }
    // TJ numbers move against the writing direction, in thousandths of an em.
    const move = pending - dx * 1000;
    if (Math.abs(move) > 0.05) {
      flush();
      shown.push(number(move));
    }
    if (dy !== rise) {
      show();
      operators.push(`${number(dy * size)} Ts`);
      rise = dy;
    }
    if (
      before &&
      behind !== undefined &&
      pen === 0 &&
      glyphs.slice(0, index).every(({ text }) => text === '')
    ) {
      // Poppler hears the mark here, where the word ends on paper; pdf.js hears it after the string, where it ends to a reader.
      operators.push(span(before.text, `[<${hexOf({ ...before, text: '' })}>] TJ`));
      heardLast = { ...before, text: before.text + behind };
    } else if (before) hex += hexOf(before);
    const code = font.codeOf(letter);
    hex += hexOfCode(code);
    pen += advance;
    pending = font.widthOfCode(code) + dx * 1000 - advance * 1000;
    if (after) {
      // Where a sign below its letter makes the letter wider, what says the sign fills the gap that readers would take for a space.
      const filler = -pending > widestGap && font.blank !== undefined ? { ...after, id: font.blank } : after;
      hex += hexOf(filler);
      pending += font.widthOf(filler);
    }
  }
  show();
  if (rise !== 0) operators.push('0 Ts');
  operators.push('ET');
  if (heardLast) marks.push(at(pen, 0, unseen), `<${hexOf(heardLast)}> Tj`, 'ET');
  if (marks.length > 0) operators.push(said ? marks.join('\n') : span('', marks.join('\n')));
  return operators.join('\n');
}

interface Ghosted {
  before?: Glyph;
  letter: Glyph;
  after?: Glyph;
}

const mayHaveGhosts = ({ advance, text }: Glyph): boolean =>
  advance !== 0 && text.length > 1 && hasMark.test(text);

/** Codes as strings show them: four hexadecimal digits, found once for each. */
const hexes: string[] = [];
function hexOfCode(code: number): string {
  const hex = hexes[code] ?? code.toString(16).padStart(4, '0');
  hexes[code] = hex;
  return hex;
}

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

/** Content with the text that readers shall take instead of it. */
const span = (text: string, content: string): string =>
  `/Span <</ActualText ${utf16(text)}>> BDC\n${content}\nEMC`;
