/** Pictures made of pixels, by sharp: nothing broken, sideways or far too large reaches the PDF. */
import type { Sharp } from 'sharp';
import { inkMapOf } from '../art/inkmap.js';
import type { Developed, Photo, PhotoOrder } from '../world.js';
import { mapPixels } from './separate.js';

/**
 * Pixels that are decoded in less than 500 MB: of files that are read line by line, and of those that must be held whole (GIF, WebP,
 * AVIF, progressive JPEG, interlaced PNG).
 */
const [mostPixels, mostHeld] = [64_000_000, 25_000_000];
const byLine: readonly unknown[] = ['jpeg', 'png', 'tiff'];

class TooLarge extends Error {
  constructor(readonly most: number) {
    super();
  }
}
/** Bytes of a picture from which it is encoded more tightly: a poster stays under 3 MB. */
const enoughBytes = 2_200_000;
/** JPEG qualities, best first. Below the last, blocks are seen at arm’s length. */
const qualities = [88, 82, 74, 66] as const;

/** Decodes a picture once and small: enough to know that it is whole, and where it has ink. */
export async function inspectPhoto(bytes: Uint8Array): Promise<Photo | { problem: string }> {
  try {
    const image = (await upright(bytes)).toColourspace('srgb');
    const { autoOrient } = await image.metadata();
    const data = await mapPixels(image);
    const opaque = data.every((value, at) => at % 4 !== 3 || value === 255);
    return { bytes, ...autoOrient, transparent: !opaque, ink: inkMapOf(data) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** What to say of a picture that sharp refuses. */
export const problemOf = (error: unknown): string =>
  error instanceof TooLarge
    ? `It has more than ${error.most / 1e6} million pixels. Save it smaller.`
    : 'It is damaged or cut off. Open it in a picture program and save it again.';

/** The picture as EXIF means it; of an animation its first frame, of several pages the first. Rejects what is damaged or too large. */
export async function upright(bytes: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  const image = sharp(bytes, { failOn: 'error', limitInputPixels: false });
  const { width, height, format, isProgressive } = await image.metadata();
  const most = byLine.includes(format) && !isProgressive ? mostPixels : mostHeld;
  if (width * height > most) throw new TooLarge(most);
  return image.autoOrient();
}

/**
 * A picture as it is printed: no more pixels than asked for, in the inks of the page. What is opaque becomes a JPEG. Of what is
 * not, colours and opacity lie apart; where inks are red, green and blue and a PNG is small, lines stay crisp in it.
 */
export async function developPhoto(bytes: Uint8Array, order: PhotoOrder): Promise<Developed> {
  const { default: sharp } = await import('sharp');
  const { space, transparent, size } = order;
  const source = (await upright(bytes)).toColourspace('srgb');
  const sized = size ? source.resize({ ...size, fit: 'inside', withoutEnlargement: true }) : source;
  const known = transparent ? sized.ensureAlpha() : sized.flatten({ background: '#ffffff' });
  const { data, info } = await known.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  const alpha = transparent ? { alpha: await pixels().extractChannel('alpha').raw().toBuffer() } : {};
  if (transparent && space === 'rgb') {
    const png = await pixels().removeAlpha().png({ compressionLevel: 9 }).toBuffer();
    if (png.length <= enoughBytes) return { bytes: png, width, height, ...alpha };
  }
  const opaque = () => {
    const colours = transparent ? pixels().removeAlpha() : pixels();
    if (space === 'cmyk') return colours.toColourspace('cmyk');
    return space === 'grey' ? colours.greyscale().toColourspace('b-w') : colours;
  };
  const jpeg = await tightEnough(opaque, transparent);
  return { bytes: jpeg, width, height, ...alpha };
}

/** The best JPEG that is small enough, or the smallest. Edges of what is transparent keep their colours whole. */
async function tightEnough(picture: () => Sharp, transparent: boolean): Promise<Uint8Array> {
  const chromaSubsampling = transparent ? '4:4:4' : '4:2:0';
  let jpeg: Uint8Array = new Uint8Array();
  for (const quality of qualities) {
    jpeg = await picture().jpeg({ quality, chromaSubsampling }).toBuffer();
    if (jpeg.length <= enoughBytes) break;
  }
  return jpeg;
}
