/** Colours as inks and where pictures have any, by sharp: it brings libvips, and with it Little CMS and a CMYK profile. */
import type { Sharp } from 'sharp';
import { lightOf, seenLight } from '../session/contrast.js';
import type { InkMap } from '../world.js';
import { loadSharp } from './sharp.js';

/**
 * The inks of a cube of colours: enough to look up any colour between them. The profile is libvips' own, "Chemical proof" of Argyll,
 * in the public domain; as much black as there can be, so that greys stay grey.
 */
export async function separation(side: number): Promise<Uint8Array> {
  const sharp = loadSharp();
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
  const sharp = loadSharp();
  return inkMapOf(await mapPixels(sharp(svg).toColourspace('srgb')));
}

/** A picture at the size on which ink is counted: four bytes for each pixel. */
export function mapPixels(picture: Sharp): Promise<Uint8Array> {
  const side = cells * pixels;
  return picture.resize({ width: side, height: side, fit: 'fill' }).ensureAlpha().raw().toBuffer();
}

/** Of each level of a channel the light that it gives. */
const lights = Float64Array.from({ length: 256 }, (_, level) => lightOf(level / 255));

/** The light of a pixel over a grey of a level. */
function lightAt(data: Uint8Array, at: number, under: number): number {
  const alpha = (data[at + 3] ?? 0) / 255;
  const light = (channel: number) =>
    lights[Math.round((data[at + channel] ?? 0) * alpha + under * (1 - alpha))] ?? 0;
  return seenLight(light(0), light(1), light(2));
}

/**
 * Pixels at the edge of a shape have a part of its ink: as much as they are opaque beside the most opaque pixel around them. Inside a
 * shape that lets the paper through, all of it is ink.
 * @param data of {@link mapPixels}
 */
export function inkMapOf(data: Uint8Array): InkMap {
  const side = cells * pixels;
  const [ink, whites] = [new Float64Array(cells ** 2), new Float64Array(cells ** 2)];
  const [darkest, lightest] = [new Float64Array(cells ** 2).fill(2), new Float64Array(cells ** 2).fill(-1)];
  // Pixels beside each other are mostly of one colour.
  let [colour, dark, light] = [-1, 0, 0];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = 4 * (y * side + x);
      const [red = 0, green = 0, blue = 0, alpha = 0] = [data[at], data[at + 1], data[at + 2], data[at + 3]];
      if (alpha < seen) continue;
      const cell = Math.floor(y / pixels) * cells + Math.floor(x / pixels);
      const counted = Math.min(red, green, blue) >= white ? whites : ink;
      const share = alpha === 255 ? 1 : alpha / mostOpaqueAround(data, x, y, side);
      counted[cell] = (counted[cell] ?? 0) + share / pixels ** 2;
      const own = ((red * 256 + green) * 256 + blue) * 256 + alpha;
      if (own !== colour) {
        colour = own;
        dark = lightAt(data, at, 0);
        light = alpha === 255 ? dark : lightAt(data, at, 255);
      }
      darkest[cell] = Math.min(darkest[cell] ?? dark, dark);
      lightest[cell] = Math.max(lightest[cell] ?? light, light);
    }
  }
  return {
    side: cells,
    ink: Array.from(ink),
    white: Array.from(whites),
    shades: Array.from(darkest, (least, cell) => (least > 1 ? undefined : [least, lightest[cell] ?? least])),
  };
}

function mostOpaqueAround(data: Uint8Array, x: number, y: number, side: number): number {
  let most = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(side - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(side - 1, x + 1); column++)
      most = Math.max(most, data[4 * (row * side + column) + 3] ?? 0);
  }
  return most;
}
