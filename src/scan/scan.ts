/** From a photo or scan of a drawing to its lines, to be read from top to bottom. */
import { flattened } from './flatten.js';
import { inkOf } from './ink.js';
import { findPaper } from './paper.js';
import { leastOf, type Pixels } from './pixels.js';
import type { Quad } from './quad.js';

/** The most pixels along a side: 300 mm on a poster at 200 to the inch. */
export const longestSide = 2400;
/** The strip along the edges of a sheet that may still show what it lay on; room left around a drawing. Shares of the longest side. */
const [strip, room] = [0.007, 0.015];

/** A drawing without its paper. */
export interface Lines {
  /** Red, green, blue and opacity. */
  pixels: Pixels;
  /** Where the sheet of paper was seen in the photo; absent when it is all that is seen. */
  paper?: Quad;
}

/**
 * The lines of a drawing on light paper: perspective and shade are taken away, and all but ink is transparent.
 * @param photo red, green and blue, upright; best somewhat larger than {@link longestSide}
 */
export function linesOf(photo: Pixels): Lines {
  const paper = findPaper(leastOf(photo));
  const whole = Math.max(photo.width, photo.height) <= longestSide;
  const flat = paper || !whole ? flattened(photo, paper ?? edgesOf(photo), longestSide) : photo;
  const margin = paper ? Math.round(strip * Math.max(flat.width, flat.height)) : 0;
  return { pixels: inkOf(flat, margin), ...(paper && { paper }) };
}

const edgesOf = ({ width, height }: Pixels): Quad => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
];

/** The part of a picture that has anything on it, with a little room around; undefined when it has nothing. */
export function trimmed({ width, height, data }: Pixels): Pixels | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 3; at < data.length; at += 4) {
    if (data[at] === 0) continue;
    const pixel = (at - 3) / 4;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  if (right < 0) return undefined;
  const around = Math.round(room * Math.max(right - left, bottom - top)) + 1;
  [left, top] = [Math.max(0, left - around), Math.max(0, top - around)];
  [right, bottom] = [Math.min(width - 1, right + around), Math.min(height - 1, bottom + around)];
  const size = { width: right - left + 1, height: bottom - top + 1 };
  const part = new Uint8Array(size.width * size.height * 4);
  for (let row = 0; row < size.height; row++) {
    const from = ((top + row) * width + left) * 4;
    part.set(data.subarray(from, from + size.width * 4), row * size.width * 4);
  }
  return { ...size, data: part };
}
