/** Where a grid lies on a sheet so that its seams spare faces, codes and the letters of headlines. */
import type { Frame, PictureFrame, PlacedLine } from '../../layout/frame.js';
import { type Box, ptToMm } from '../../units.js';

/** A picture cut through its face hurts more than any letter. A letter hurts by its size, pt. */
const faceHurts = 10_000;
const pictureHurts = 1000;
/** The parts of a picture of a person where the face is: the middle, and the upper two thirds. */
const face = { left: 0.2, right: 0.8, top: 0.05, bottom: 0.7 };
/** Pictures up to this size are codes, logos, icons: they stay whole; mm. */
const smallPicture = 100;
/** How far a seam stays from a letter, mm: scissors are not that sharp. */
const clearance = 1;
/** Places tried for the grid stand so far apart, mm. */
const step = 0.5;

/** A grid along one axis: where its seams are, and how much longer it is than the sheet; mm from the origin of the grid. */
export interface Axis {
  seams: readonly number[];
  slack: number;
}

/**
 * How far the origin of the sheet stands from that of the grid, along each axis, mm. Of all places that the slack of the grid
 * leaves: that with the fewest columns (rows) that need print, of these the one that hurts least, of these the one
 * nearest to the middle.
 * @param ink where there is ink on the sheet, mm
 */
export function sparingOffset(
  frames: readonly Frame[],
  ink: readonly Box[],
  scale: number,
  { across, down }: { across: Axis; down: Axis },
): { x: number; y: number } {
  const hurt = { x: new Sum(clearance, scale), y: new Sum(clearance, scale) };
  for (const frame of frames) spare(frame, hurt);
  const inked = { x: new Sum(0, scale), y: new Sum(0, scale) };
  for (const { x, y, width, height } of ink) {
    inked.x.add(x, x + width, 1);
    inked.y.add(y, y + height, 1);
  }
  return {
    x: bestOffset(across, hurt.x.along(), inked.x.along()),
    y: bestOffset(down, hurt.y.along(), inked.y.along()),
  };
}

/** How much there is at each place of an axis. */
class Sum {
  /** Where it becomes more or less, one number for each `step`. */
  readonly #changes: number[] = [];

  /** @param clear all reaches so much further, mm */
  constructor(
    private readonly clear: number,
    private readonly scale: number,
  ) {}

  /** So much from one place to another, mm. */
  add(from: number, to: number, much: number): void {
    const changes = this.#changes;
    const start = Math.max(0, Math.floor(((from - this.clear) * this.scale) / step));
    const end = Math.max(0, Math.ceil(((to + this.clear) * this.scale) / step) + 1);
    while (changes.length <= end) changes.push(0);
    changes[start] = (changes[start] as number) + much;
    changes[end] = (changes[end] as number) - much;
  }

  /** One number for each `step`; nothing is added after. */
  along(): readonly number[] {
    const sums = this.#changes;
    for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] as number) + (sums[at - 1] as number);
    return sums;
  }
}

function bestOffset({ seams, slack }: Axis, hurt: readonly number[], ink: readonly number[]): number {
  // How many places up to each one have ink: a stretch without any has as many at its end as at its beginning.
  const inked = new Uint32Array(ink.length + 1);
  for (let at = 0; at < ink.length; at++) inked[at + 1] = (inked[at] ?? 0) + ((ink[at] ?? 0) > 0 ? 1 : 0);
  const middle = Math.max(0, slack) / 2;
  let best = middle;
  let fewest = Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  // Hundreds of places for each sheet: this loop makes no objects.
  const judge = (offset: number) => {
    let used = 0;
    let before = 0;
    let pain = 0;
    for (let index = 0; index < seams.length; index++) {
      const end = Math.round(((seams[index] as number) - offset) / step);
      const upTo = inked[Math.min(ink.length, Math.max(0, end))] as number;
      if (upTo > before) used++;
      before = upTo;
      pain += hurt[end] ?? 0;
    }
    if ((inked[ink.length] as number) > before) used++;
    if (used > fewest || (used === fewest && pain >= least)) return;
    best = offset;
    fewest = used;
    least = pain;
  };
  judge(middle);
  for (let away = step; away <= middle; away += step) {
    judge(middle - away);
    judge(middle + away);
  }
  return best;
}

/** What should not be cut along both axes, and how much it hurts. */
type Hurt = Record<'x' | 'y', Sum>;

/** Adds what of a frame should not be cut. */
function spare(frame: Frame, hurt: Hurt): void {
  if (frame.kind === 'picture') sparePicture(frame, hurt);
  if (frame.kind === 'text') for (const line of frame.lines) spareLetters(line, frame.size, hurt);
}

function sparePicture({ box, picture }: PictureFrame, { x, y }: Hurt): void {
  const [right, foot] = [box.x + box.width, box.y + box.height];
  if (picture.kind === 'plate' || Math.max(box.width, box.height) <= smallPicture) {
    x.add(box.x, right, pictureHurts);
    y.add(box.y, foot, pictureHurts);
    return;
  }
  x.add(box.x + face.left * box.width, box.x + face.right * box.width, faceHurts);
  y.add(box.y + face.top * box.height, box.y + face.bottom * box.height, faceHurts);
}

/** Each letter of a line: the space between words is where a seam may be. */
function spareLetters(line: PlacedLine, size: number, { x, y }: Hurt): void {
  const em = ptToMm(size);
  for (const run of line.runs) {
    const top = line.baseline - run.top * em;
    const foot = line.baseline + run.bottom * em;
    let left = line.x + run.left * em;
    let count = 0;
    for (const { advance, text } of run.glyphs) {
      const right = left + advance * em;
      if (text.trim() !== '') {
        x.add(left, right, size);
        count++;
      }
      left = right;
    }
    y.add(top, foot, size * count);
  }
}
