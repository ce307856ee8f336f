/** Pictures made of pixels, by sharp: nothing broken, sideways or far too large reaches the PDF. */
import type { Sharp } from 'sharp';
import type { Developed, Photo, PhotoOrder } from '../world.js';
import { inkMapOf, mapPixels } from './separate.js';

/** A progressive JPEG of so many pixels is decoded in less than 400 MB. */
const mostPixels = 64_000_000;
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
export function problemOf(error: unknown): string {
  return error instanceof Error && /pixel limit|too large|exceeds/i.test(error.message)
    ? `It has more than ${mostPixels / 1e6} million pixels. Save it smaller.`
    : 'It is damaged or cut off. Open it in a picture program and save it again.';
}

/** The picture as EXIF means it; of an animation its first frame, of several pages the first. */
export async function upright(bytes: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels }).autoOrient();
}

/**
 * A picture as it is printed: no more pixels than asked for, in the inks of the page. What is opaque becomes a JPEG. Of what is
 * not, colours and opacity lie apart, but where inks are red, green and blue and a PNG of both is small: lines stay crisp in it.
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
  if (transparent && space === 'rgb') {
    const png = await pixels().png({ compressionLevel: 9 }).toBuffer();
    if (png.length <= enoughBytes) return { bytes: png, width, height };
  }
  const opaque = () => {
    const colours = transparent ? pixels().removeAlpha() : pixels();
    if (space === 'cmyk') return colours.toColourspace('cmyk');
    return space === 'grey' ? colours.greyscale().toColourspace('b-w') : colours;
  };
  const jpeg = await tightEnough(opaque, transparent);
  if (!transparent) return { bytes: jpeg, width, height };
  return { bytes: jpeg, width, height, alpha: await pixels().extractChannel('alpha').raw().toBuffer() };
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
