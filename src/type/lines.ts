/** Breaks a paragraph into lines: as few as there must be, and of these the most even. */
import { mapped } from '../lists.js';
import { visualOrder } from './direction.js';
import type { Run } from './face.js';
import type { LevelRun, Paragraph, Piece } from './paragraph.js';

/** A run at its place in a line: `left` is the distance of its left end from that of the line, em. */
export interface PlacedRun extends Run {
  left: number;
}

/** A line of type; lengths in em. Its runs are put in their places when they are first asked for: most lines are only measured. */
export class TypeLine {
  readonly width: number;
  /** How far the ink reaches above and below the baseline. */
  readonly top: number;
  readonly bottom: number;
  #runs: readonly PlacedRun[] | undefined;

  /** @param tears true when it ends inside a quoted name, or at the hyphen of a word */
  constructor(
    private readonly pieces: readonly Piece[],
    readonly tears: boolean,
  ) {
    let width = 0;
    let top = 0;
    let bottom = 0;
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index] as Piece;
      const tail = index === pieces.length - 1 ? piece.hyphen : piece.space;
      width += piece.width + (tail === undefined ? 0 : tail.width);
      if (piece.top > top) top = piece.top;
      if (piece.bottom > bottom) bottom = piece.bottom;
    }
    this.width = width;
    this.top = top;
    this.bottom = bottom;
  }

  /** True when it ends inside a word, with a hyphen that is not the word's own. */
  get divides(): boolean {
    return this.pieces.at(-1)?.hyphen !== undefined;
  }

  /** In the order in which they are read. */
  get runs(): readonly PlacedRun[] {
    this.#runs ??= placed(this.pieces);
    return this.#runs;
  }

  /** In the order in which it is read. */
  get text(): string {
    return textIn(this.runs);
  }

  /** What of the paragraph it is: without the hyphen that divides a word, with the space or line feed behind it. */
  get reads(): string {
    let reads = '';
    for (const { runs, space, ends } of this.pieces)
      reads += textIn(runs) + (ends ? '\n' : (space?.text ?? ''));
    return reads;
  }
}

/** What runs say, one after the other. */
export function textIn(runs: readonly Run[]): string {
  let text = '';
  for (let index = 0; index < runs.length; index++) text += (runs[index] as Run).text;
  return text;
}

function placed(pieces: readonly Piece[]): PlacedRun[] {
  const runs: LevelRun[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const { runs: own, hyphen, space } = pieces[index] as Piece;
    for (let at = 0; at < own.length; at++) runs.push(own[at] as LevelRun);
    const tail = index === pieces.length - 1 ? hyphen : space;
    if (tail) runs.push(tail);
  }
  const ordered = visualOrder(runs);
  let left = 0;
  // Written out and not spread, as in `atLevel` (paragraph.ts).
  const placedRuns = mapped(ordered, run => {
    const { face, text, rightToLeft, scale, glyphs, width, top, bottom } = run;
    const placedRun = { face, text, rightToLeft, scale, glyphs, width, top, bottom, left };
    left += width;
    return placedRun;
  });
  if (ordered === runs) return placedRuns;
  const places = new Map(ordered.map((run, index) => [run, placedRuns[index] as PlacedRun]));
  return runs.map(run => places.get(run) as PlacedRun);
}

/**
 * `balanced`: all lines of similar length (headlines); `ragged`: the last line may be short (running text); `even`: the same,
 * where an even edge is worth a line more (words are then hyphenated to be even, not to be fewer lines).
 */
export type LineStyle = 'balanced' | 'ragged' | 'even';

/** One more line costs more than any unevenness. */
const lineCost = 1000;
/** A last line of one short word, in units of a line's squared share of empty space. */
const widowCost = 2;
/** A line that ends inside a quoted name, or with the hyphen of a word (“help-” / “desk”). */
const tornCost = 0.6;
/** A line that parts a number from what it counts, and one that ends with the hyphen of a hyphenated word. */
const partedCost = 0.3;
const hyphenCost = 0.12;
/** A headline takes three more lines rather than tear a name or a word. */
const headlineTornCost = 3 * lineCost;
const overfullCost = 1e7;

/**
 * Sets a paragraph to a width in em. The choice of breaks has the least sum of squared empty ends over the whole
 * paragraph (after Knuth and Plass, "Breaking paragraphs into lines", 1981). A word wider than the line stands alone
 * on a line that is too wide: the caller sees it by its width.
 * @param mayTear where there is no room for more lines: a headline may tear names and words as running text does
 */
export function breakLines(
  paragraph: Paragraph,
  width: number,
  style: LineStyle,
  mayTear = false,
): TypeLine[] {
  const torn = style === 'balanced' && !mayTear ? headlineTornCost : tornCost;
  const { pieces } = paragraph;
  const lines: TypeLine[] = [];
  let first = 0;
  for (let index = 0; index < pieces.length; index++) {
    if (!pieces[index]?.ends && index < pieces.length - 1) continue;
    const block = pieces.slice(first, index + 1);
    const ends = bestBreaks(block, width, style, torn);
    for (let line = 0, start = 0; line < ends.length; line++) {
      const end = ends[line] as number;
      const tears = end < block.length && (block[end - 1] as Piece).tears;
      lines.push(new TypeLine(block.slice(start, end), tears));
      start = end;
    }
    first = index + 1;
  }
  return lines;
}

/**
 * Behind which pieces of a block that has no forced break inside the lines end. The next session comes here in code that is not yet
 * compiled: so without lists that are taken apart at once.
 */
function bestBreaks(pieces: readonly Piece[], width: number, style: LineStyle, torn: number): number[] {
  const room = width + 1e-6;
  const count = pieces.length;
  const perLine = style === 'even' ? 0 : lineCost;
  /** For each end the least cost of all lines up to it, and where the last of them begins. */
  const costs = new Float64Array(count + 1);
  const from = new Int32Array(count + 1);
  for (let end = 1; end <= count; end++) {
    const last = end === count;
    // The empty end of the last line tells only where lines are to be of similar length.
    const tells = !last || style === 'balanced';
    const each = perLine + endingOf(pieces, end, torn);
    let least = Number.POSITIVE_INFINITY;
    let begin = end - 1;
    let natural = 0;
    for (let start = end - 1; start >= 0; start--) {
      const piece = pieces[start] as Piece;
      const tail = start === end - 1 ? piece.hyphen : piece.space;
      natural += piece.width + (tail === undefined ? 0 : tail.width);
      if (natural > room && start < end - 1) break;
      const empty = tells ? Math.max(0, width - natural) / width : 0;
      let cost = (costs[start] as number) + each + empty * empty;
      if (last && start > 0 && end - start === 1) cost += widowCost;
      if (natural > room) cost += overfullCost;
      if (cost < least) {
        least = cost;
        begin = start;
      }
    }
    costs[end] = least;
    from[end] = begin;
  }
  const ends: number[] = [];
  for (let end = count; end > 0; end = from[end] as number) ends.push(end);
  return ends.reverse();
}

/** What it costs to end a line behind a piece. */
function endingOf(pieces: readonly Piece[], end: number, torn: number): number {
  const piece = pieces[end - 1];
  if (end === pieces.length || !piece) return 0;
  return (piece.tears ? torn : 0) + (piece.binds ? partedCost : 0) + (piece.hyphen ? hyphenCost : 0);
}
