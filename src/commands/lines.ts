/** Drawings on paper: decoded by sharp, cut out by `scan/`, and encoded again. */
import { linesOf, longestSide, trimmed } from '../scan/scan.js';
import type { Photo } from '../world.js';
import { inspectPhoto, problemOf, upright } from './photo.js';
import { loadSharp } from './sharp.js';

/** The paper seldom fills a photo: more pixels are decoded than the drawing is to have. */
const decoded = Math.round(longestSide * 1.15);

/** The lines of a drawing as PNG with transparency. */
export async function cutOutLines(bytes: Uint8Array): Promise<Photo | { problem: string }> {
  const sharp = loadSharp();
  let photo: Parameters<typeof linesOf>[0];
  try {
    const { data, info } = await (await upright(bytes))
      .toColourspace('srgb')
      .flatten({ background: '#ffffff' })
      .resize({ width: decoded, height: decoded, fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    photo = { width: info.width, height: info.height, data };
  } catch (error) {
    return { problem: problemOf(error) };
  }
  const lines = trimmed(linesOf(photo).pixels);
  if (!lines) return { problem: 'No line is seen on it. Take the photo nearer and in more light.' };
  const { width, height, data } = lines;
  const png = await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return inspectPhoto(png);
}
