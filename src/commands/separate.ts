/** Colours as inks and where pictures have any, by sharp: it brings libvips, and with it Little CMS and a CMYK profile. */
import type { Sharp } from 'sharp';
import { lightOf, seenLight } from '../session/contrast.js';
import type { InkMap } from '../world.js';

/**
 * The inks of a cube of colours: enough to look up any colour between them. The profile is libvips' own, "Chemical proof" of Argyll,
 * in the public domain; as much black as there can be, so that greys stay grey.
 */
export async function separation(side: number): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const level = (step: number) => Math.round((step * 255) / (side - 1));
  const cube = new Uint8Array(side ** 3 * 3);
  for (let index = 0; index < side ** 3; index++) {
    const steps = [Math.floor(index / side ** 2), Math.floor(index / side) % side, index % side];
    cube.set(steps.map(level), index * 3);
  }
  return sharp(cube, { raw: { width: side ** 2, height: side, channels: 3 } })
    .toColourspace('cmyk')
    .raw()
    .toBuffer();
}

/** The picture is cut up into so many cells along each side, and each into so many pixels on which ink is counted. */
const [cells, pixels] = [20, 8];
/** A channel from which a pixel counts as white, and an opacity from which it counts at all. */
const white = 254;
const seen = 8;

/** Where a drawing (SVG) has ink. */
export async function inkMap(svg: Uint8Array): Promise<InkMap> {
  const { default: sharp } = await import('sharp');
  return inkMapOf(await mapPixels(sharp(svg).toColourspace('srgb')));
}

/** A picture at the size on which ink is counted: four bytes for each pixel. */
export function mapPixels(picture: Sharp): Promise<Uint8Array> {
  const side = cells * pixels;
  return picture.resize({ width: side, height: side, fit: 'fill' }).ensureAlpha().raw().toBuffer();
}

/** Of each level of a channel the light that it gives. */
const lights = Float64Array.from({ length: 256 }, (_, level) => lightOf(level / 255));

/** @param data of {@link mapPixels} */
export function inkMapOf(data: Uint8Array): InkMap {
  const side = cells * pixels;
  const shades: ([number, number] | undefined)[] = Array.from({ length: cells ** 2 });
  const map = {
    side: cells,
    ink: Array.from({ length: cells ** 2 }, () => 0),
    white: Array.from({ length: cells ** 2 }, () => 0),
    shades,
  };
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    if (alpha < seen) continue;
    const pixel = at / 4;
    const cell = Math.floor(pixel / side / pixels) * cells + Math.floor((pixel % side) / pixels);
    const counted = Math.min(red, green, blue) >= white ? map.white : map.ink;
    counted[cell] = (counted[cell] ?? 0) + alpha / 255 / pixels ** 2;
    const light = seenLight(lights[red] ?? 0, lights[green] ?? 0, lights[blue] ?? 0);
    const [darkest, lightest] = shades[cell] ?? [light, light];
    shades[cell] = [Math.min(darkest, light), Math.max(lightest, light)];
  }
  return map;
}
