/** Where a picture has ink: its pixels counted in cells. */
import { lightOf, seenLight } from '../session/contrast.js';
import type { InkMap } from '../world.js';
import type { PaintedPath } from './paths.js';
import { pixelsOf } from './raster.js';

/** The picture is cut up into so many cells along each side, and each into so many pixels on which ink is counted. */
const [cells, pixels] = [20, 8];
/** Pixels along each side of the picture that is counted. */
export const mapSide = cells * pixels;
/** A channel from which a pixel counts as white, and an opacity from which it counts at all. */
const white = 254;
const seen = 8;

/** Where painted paths have ink. @param size of their drawing, in their own units */
export const inkOfPaths = (paths: readonly PaintedPath[], size: { width: number; height: number }): InkMap =>
  inkMapOf(pixelsOf(paths, size, mapSide));

/** Of each level of a channel the light that it gives. */
const lights = Float64Array.from({ length: 256 }, (_, level) => lightOf(level / 255));

/** The light of a colour, a number whose bytes are red, green, blue and opacity, over a grey of a level. */
function lightOver(colour: number, under: number): number {
  const alpha = (colour & 255) / 255;
  const light = (shift: number) =>
    lights[Math.round(((colour >>> shift) & 255) * alpha + under * (1 - alpha))] ?? 0;
  return seenLight(light(24), light(16), light(8));
}

/**
 * Pixels at the edge of a shape have a part of its ink: as much as they are opaque beside the most opaque pixel around them. Inside a
 * shape that lets the paper through, all of it is ink.
 * @param data four bytes a pixel (red, green, blue, opacity), {@link mapSide} × {@link mapSide} of them
 */
export function inkMapOf(data: Uint8Array): InkMap {
  const [ink, blank] = [new Float64Array(cells ** 2), new Float64Array(cells ** 2)];
  const [darkest, lightest] = [new Float64Array(cells ** 2).fill(2), new Float64Array(cells ** 2).fill(-1)];
  // Most pixels have the colour of the one before.
  let [last, dark, light] = [-1, 0, 0];
  for (let y = 0; y < mapSide; y++) {
    for (let x = 0; x < mapSide; x++) {
      const at = 4 * (y * mapSide + x);
      const alpha = data[at + 3] ?? 0;
      if (alpha < seen) continue;
      const cell = Math.floor(y / pixels) * cells + Math.floor(x / pixels);
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const weakest = Math.min(red, green, blue);
      const counted = weakest >= white ? blank : ink;
      const share = alpha === 255 ? 1 : alpha / mostOpaqueAround(data, x, y);
      counted[cell] = (counted[cell] ?? 0) + share / pixels ** 2;
      const colour = ((red << 24) | (green << 16) | (blue << 8) | alpha) >>> 0;
      if (colour !== last) {
        dark = lightOver(colour, 0);
        light = alpha === 255 ? dark : lightOver(colour, 255);
        last = colour;
      }
      if (dark < (darkest[cell] ?? 0)) darkest[cell] = dark;
      if (light > (lightest[cell] ?? 0)) lightest[cell] = light;
    }
  }
  const shades = Array.from(darkest, (dark, cell): [number, number] | undefined =>
    dark > 1 ? undefined : [dark, lightest[cell] ?? dark],
  );
  return { side: cells, ink: [...ink], white: [...blank], shades };
}

function mostOpaqueAround(data: Uint8Array, x: number, y: number): number {
  let most = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(mapSide - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(mapSide - 1, x + 1); column++)
      most = Math.max(most, data[4 * (row * mapSide + column) + 3] ?? 0);
  }
  return most;
}
