/** Where ink lies on a sheet: boxes that hold all of it, and no more than they must. */
import type { Frame, PlacedLine } from '../layout/frame.js';
import type { Focus } from '../session/session.js';
import type { PlacedRun } from '../type/lines.js';
import { type Box, ptToMm } from '../units.js';

/** One box for each line of type, each side of an outline, each filled shape and picture; mm. */
export function inkBoxes(frames: readonly Frame[]): Box[] {
  return frames.flatMap((frame): Box[] => {
    if (frame.kind === 'picture') return [frame.box];
    if (frame.kind === 'field') return [];
    if (frame.kind === 'text') {
      const em = ptToMm(frame.size);
      return frame.lines.map(line => lineBox(line, em));
    }
    // A fill of paper is none: whatever it hides has a box of its own.
    if (frame.fill !== undefined && frame.fill !== 'paper')
      return [grown(frame.box, (frame.stroke?.weight ?? 0) / 2)];
    return frame.stroke ? strokesOf(frame.box, frame.stroke.weight / 2, frame.shape === 'line') : [];
  });
}

/** @param em the size of its type, mm */
export function lineBox({ x, baseline, width, runs }: PlacedLine, em: number): Box {
  let top = 0;
  let bottom = 0;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index] as PlacedRun;
    top = Math.max(top, run.top);
    bottom = Math.max(bottom, run.bottom);
  }
  return { x, y: baseline - top * em, width, height: (top + bottom) * em };
}

function strokesOf(box: Box, half: number, isLine: boolean): Box[] {
  if (isLine) return [grown(box, half)];
  const { x, y, width, height } = box;
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ].map(side => grown(side, half));
}

/** A box that is larger by so much on each side. */
export const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** A box and its place, so many times as large. */
export const scaled = ({ x, y, width, height }: Box, scale: number): Box => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
});

/** Where faces are in photographs of people, as shares of the picture, and how low in a crop they may come to stand. */
const faces = [0.5, 0.4] as const;
const lowest = 0.6;

/**
 * Where a picture stands in its box, mm. Seen whole it is in the middle, on the lower edge: people stand on the ground. When it fills
 * the box, more of it than the box shows is cut off around its focus, which comes as near to the middle as it can. Without a focus
 * faces are kept: the upper edge stays, as long as that does not push what is at 40 % of the height out at the bottom.
 */
export function pictureBox(
  box: Box,
  { width, height, focus }: { width: number; height: number; focus?: Focus | undefined },
  crop: 'fill' | 'whole',
): Box {
  const scales = [box.width / width, box.height / height];
  const scale = crop === 'fill' ? Math.max(...scales) : Math.min(...scales);
  const size = { width: width * scale, height: height * scale };
  if (crop === 'whole') {
    return { x: box.x + (box.width - size.width) / 2, y: box.y + box.height - size.height, ...size };
  }
  const [across, down] = focus ?? faces;
  return {
    x: box.x - cutBefore(across, 0.5, box.width, size.width),
    y: box.y - cutBefore(down, focus ? 0.5 : lowest, box.height, size.height),
    ...size,
  };
}

/** How much is cut off on the near side, mm, so that a place of a length stands at `at` of what is seen of it. */
const cutBefore = (place: number, at: number, seen: number, length: number): number =>
  Math.max(0, Math.min(length - seen, place * length - at * seen));

/** True when two boxes have some room in common. */
export const touches = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** True when one box is inside the other; a hundredth of a millimetre does not count. */
export const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

/** The room that boxes take together. */
export function around(boxes: readonly Box[]): Box {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let foot = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < boxes.length; index++) {
    const { x, y, width, height } = boxes[index] as Box;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    foot = Math.max(foot, y + height);
  }
  return { x: left, y: top, width: right - left, height: foot - top };
}

/** The room that two boxes have in common; of no size when they have none. */
export function common(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(one.x + one.width, other.x + other.width) - x),
    height: Math.max(0, Math.min(one.y + one.height, other.y + other.height) - y),
  };
}
