/** Pages as pixels, by poppler. */
import { toolOn } from './pdf.js';

export interface Raster {
  width: number;
  height: number;
  /** A byte of grey for each pixel, row by row; 255 is white. */
  grey: Uint8Array;
}

/** A page at a resolution, in grey. */
export function rasterOf(bytes: Uint8Array, page: number, dpi: number): Raster {
  const pgm = toolOn(
    bytes,
    'pdftoppm',
    '-r',
    `${dpi}`,
    '-f',
    `${page}`,
    '-l',
    `${page}`,
    '-gray',
    'FILE',
  ).bytes;
  const head = pgm.subarray(0, 40).toString('latin1').split('\n').slice(0, 3);
  const [width = 0, height = 0] = (head[1] ?? '').split(' ').map(Number);
  return { width, height, grey: pgm.subarray(head.join('\n').length + 1) };
}

/** How many pixels of two pictures differ by more than anti-aliasing can: what is in one is near the same place in the other. */
export function differences(one: Raster, other: Raster, slack: number): number {
  let found = 0;
  for (let y = 1; y < one.height - 1; y++) {
    for (let x = 1; x < one.width - 1; x++) {
      const value = one.grey[y * one.width + x] ?? 255;
      let [low, high] = [255, 0];
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const near = other.grey[(y + dy) * other.width + x + dx] ?? 255;
          low = Math.min(low, near);
          high = Math.max(high, near);
        }
      }
      if (value < low - slack || value > high + slack) found++;
    }
  }
  return found;
}
