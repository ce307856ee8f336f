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

/** How many pixels of two pictures of the same size differ by more than so many levels of 255. */
export function differences(one: Raster, other: Raster, levels: number): number {
  if (one.grey.length !== other.grey.length) return Number.POSITIVE_INFINITY;
  return one.grey.reduce(
    (found, value, at) => found + (Math.abs(value - (other.grey[at] ?? 0)) > levels ? 1 : 0),
    0,
  );
}
