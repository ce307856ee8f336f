/** Colours as inks and where pictures have any, by sharp: it brings libvips, and with it Little CMS and a CMYK profile. */
import type { Sharp } from 'sharp';
import { inkMapOf, mapSide } from '../art/inkmap.js';
import type { InkMap } from '../world.js';
import { loadSharp } from './sharp.js';

/**
 * The inks of a cube of colours: enough to look up any colour between them. The profile is libvips' own, "Chemical proof" of Argyll,
 * in the public domain; as much black as there can be, so that greys stay grey.
 */
export function separation(side: number): Promise<Uint8Array> {
  const cube = cubes.get(side) ?? separate(side);
  cubes.set(side, cube);
  return cube;
}

/** They never change: each is made once in a process. */
const cubes = new Map<number, Promise<Uint8Array>>();

async function separate(side: number): Promise<Uint8Array> {
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

/** Where a drawing (SVG) has ink, whatever SVG it uses. */
export async function inkMap(svg: Uint8Array): Promise<InkMap> {
  const sharp = loadSharp();
  return inkMapOf(await mapPixels(sharp(svg).toColourspace('srgb')));
}

/** A picture at the size on which ink is counted: four bytes for each pixel. */
export function mapPixels(picture: Sharp): Promise<Uint8Array> {
  return picture.resize({ width: mapSide, height: mapSide, fit: 'fill' }).ensureAlpha().raw().toBuffer();
}
