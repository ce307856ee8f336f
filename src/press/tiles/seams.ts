/** Where a grid lies on a sheet so that its seams spare faces, codes and the letters of headlines. */
import type { Frame, PictureFrame, PlacedLine } from '../../layout/frame.js';
import { type Box, ptToMm } from '../../units.js';
import { inkBoxes } from '../boxes.js';

/** Something that should not be cut: from where to where along an axis, mm, and how much it would hurt. */
interface Obstacle {
  from: number;
  to: number;
  hurt: number;
}

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
 */
export function sparingOffset(
  frames: readonly Frame[],
  scale: number,
  { across, down }: { across: Axis; down: Axis },
): { x: number; y: number } {
  const obstacles = frames.flatMap(obstaclesOf);
  const ink = inkBoxes(frames);
  const whole = ink.map(box => sidesOf(box, 1));
  return {
    x: bestOffset(
      across,
      sumAlong(
        obstacles.map(({ x }) => x),
        clearance,
        scale,
      ),
      sumAlong(
        whole.map(({ x }) => x),
        0,
        scale,
      ),
    ),
    y: bestOffset(
      down,
      sumAlong(
        obstacles.map(({ y }) => y),
        clearance,
        scale,
      ),
      sumAlong(
        whole.map(({ y }) => y),
        0,
        scale,
      ),
    ),
  };
}

/** How much there is at each place of an axis, one number for each `step`. */
function sumAlong(obstacles: readonly Obstacle[], clear: number, scale: number): readonly number[] {
  const changes: number[] = [];
  const change = (at: number, by: number) => {
    const index = Math.max(0, at);
    changes[index] = (changes[index] ?? 0) + by;
  };
  for (const { from, to, hurt } of obstacles) {
    change(Math.floor(((from - clear) * scale) / step), hurt);
    change(Math.ceil(((to + clear) * scale) / step) + 1, -hurt);
  }
  const along: number[] = [];
  let sum = 0;
  for (let index = 0; index < changes.length; index++) {
    sum += changes[index] ?? 0;
    along.push(sum);
  }
  return along;
}

function bestOffset({ seams, slack }: Axis, hurt: readonly number[], ink: readonly number[]): number {
  // How many places up to each one have ink: a stretch without any has as many at its end as at its beginning.
  const inked = [0];
  for (const amount of ink) inked.push((inked.at(-1) ?? 0) + (amount > 0 ? 1 : 0));
  const inkedUpTo = (at: number) =>
    inked[Math.min(inked.length - 1, Math.max(0, Math.round(at / step)))] ?? 0;
  const judge = (offset: number) => {
    const ends = [...seams.map(seam => seam - offset), Number.POSITIVE_INFINITY];
    let [used, before, pain] = [0, 0, 0];
    for (const end of ends) {
      const upTo = inkedUpTo(end);
      if (upTo > before) used++;
      before = upTo;
      pain += hurt[Math.round(end / step)] ?? 0;
    }
    return { offset, used, pain };
  };
  const middle = Math.max(0, slack) / 2;
  let best = judge(middle);
  for (let away = step; away <= middle; away += step) {
    for (const one of [judge(middle - away), judge(middle + away)]) {
      if (one.used < best.used || (one.used === best.used && one.pain < best.pain)) best = one;
    }
  }
  return best.offset;
}

/** What of a frame should not be cut, along both axes. */
function obstaclesOf(frame: Frame): { x: Obstacle; y: Obstacle }[] {
  if (frame.kind === 'shape' || frame.kind === 'field') return [];
  if (frame.kind === 'picture') return [pictureObstacle(frame)];
  return frame.lines.flatMap(line => lettersOf(line, frame.size));
}

function pictureObstacle({ box, picture }: PictureFrame): { x: Obstacle; y: Obstacle } {
  if (picture.kind === 'plate' || Math.max(box.width, box.height) <= smallPicture) {
    return sidesOf(box, pictureHurts);
  }
  return sidesOf(
    {
      x: box.x + face.left * box.width,
      y: box.y + face.top * box.height,
      width: (face.right - face.left) * box.width,
      height: (face.bottom - face.top) * box.height,
    },
    faceHurts,
  );
}

/** Each letter of a line: the space between words is where a seam may be. */
function lettersOf(line: PlacedLine, size: number): { x: Obstacle; y: Obstacle }[] {
  const em = ptToMm(size);
  return line.runs.flatMap(run => {
    let x = line.x + run.left * em;
    return run.glyphs.flatMap(({ advance, text }) => {
      const left = x;
      x += advance * em;
      const box = {
        x: left,
        y: line.baseline - run.top * em,
        width: advance * em,
        height: (run.top + run.bottom) * em,
      };
      return /\S/.test(text) ? [sidesOf(box, size)] : [];
    });
  });
}

const sidesOf = (box: Box, hurt: number): { x: Obstacle; y: Obstacle } => ({
  x: { from: box.x, to: box.x + box.width, hurt },
  y: { from: box.y, to: box.y + box.height, hurt },
});
