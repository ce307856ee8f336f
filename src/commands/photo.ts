/** Decodes photographs with sharp, so that nothing broken, sideways or far too large reaches the PDF. */
import type { Photo } from '../world.js';

/** Longest side, pixels: 200 ppi over 380 mm, more than a portrait on A1 needs. */
const longestSide = 3000;
const mostPixels = 150_000_000;

/** JPEG stays JPEG; what has transparency stays PNG. */
export async function decodePhoto(bytes: Uint8Array): Promise<Photo | { problem: string }> {
  const { default: sharp } = await import('sharp');
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels }).autoOrient();
    const { hasAlpha } = await image.metadata();
    const sized = image
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const encoded = hasAlpha ? sized.png({ compressionLevel: 9 }) : sized.jpeg({ quality: 88 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    const tooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    return {
      problem: tooLarge
        ? `It has more than ${mostPixels / 1e6} million pixels. Save it smaller.`
        : 'It is damaged or cut off. Open it in a picture program and save it again.',
    };
  }
}
