/** From the colours of a theme, `#rrggbb`, to the inks that a route prints with. */

import { Recent } from '../recent.js';
import type { ColourMode, Route } from '../session/choices.js';
import { luminanceOf } from '../session/contrast.js';
import type { Ink } from './page.js';

/** What all pages of a pack are printed in, and the ink of each colour. */
export interface Inks {
  space: Ink['space'];
  of(hex: string): Ink;
  /** Red, green and blue, 0 to 1, as machines show the ink of a colour that mix inks plainly. */
  shown(hex: string): readonly number[];
}

/** Sides of the cube of colours that a separation is given by. */
export const cubeSide = 17;

/**
 * The inks of a route: a copy shop prints in cyan, magenta, yellow and black, all others take red, green and blue; grey is one
 * ink everywhere.
 * @param separation cyan, magenta, yellow and black (0 to 255) of 17³ colours, blue fastest; only asked for CMYK
 * @param stock the colour of the paper that is printed on: it takes no ink
 */
export function inksFor(
  route: Route,
  colour: ColourMode,
  separation: Uint8Array | undefined,
  stock: string = white,
): Inks {
  const space = route === 'copy-shop' ? 'cmyk' : colour === 'grey' ? 'grey' : 'rgb';
  const by = (space === 'cmyk' && separation) || light;
  const made = inksOf.get(by) ?? new Recent<string, Inks>(mostKept);
  inksOf.set(by, made);
  return made.of(`${space} ${colour} ${stock}`, () => makeInks(space, colour, separation, stock));
}

const white = '#ffffff';

/** Inks are the same for all packs that are printed in one way, by what separates their colours. */
const inksOf = new WeakMap<object, Recent<string, Inks>>();
const light = {};
const mostKept = 32;

function makeInks(
  space: Ink['space'],
  colour: ColourMode,
  separation: Uint8Array | undefined,
  stock: string,
): Inks {
  const known = new Map<string, Ink>();
  const make = (hex: string): Ink => {
    const rgb = channelsOf(hex === stock ? '#ffffff' : hex);
    if (space === 'rgb') return { space, values: rgb };
    const level = greyOf(rgb);
    if (space === 'grey') return { space, values: [level] };
    if (colour === 'grey' || isNeutral(rgb)) return { space, values: [0, 0, 0, blackFor(level)] };
    return { space, values: separated(rgb, separation) };
  };
  const of = (hex: string) => {
    const ink = known.get(hex) ?? make(hex);
    known.set(hex, ink);
    return ink;
  };
  return { space, of, shown: hex => (hex === stock ? channelsOf(stock) : shownAs(of(hex))) };
}

function shownAs({ space, values }: Ink): readonly number[] {
  if (space === 'rgb') return values;
  if (space === 'grey') return Array<number>(3).fill(values[0]);
  const [cyan, magenta, yellow, black] = values;
  return [cyan, magenta, yellow].map(ink => (1 - ink) * (1 - black));
}

type Rgb = readonly [number, number, number];

function channelsOf(hex: string): Rgb {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

/** Colours whose channels differ by less are greys to the eye: they are printed by black alone, so that thin lines stay sharp. */
const neutral = 16 / 255;
const isNeutral = (rgb: Rgb): boolean => Math.max(...rgb) - Math.min(...rgb) <= neutral;

/** The grey of the same luminance (WCAG 2.2), or a thousandth darker, so that every contrast on white stays; 0 is black. */
function greyOf(rgb: Rgb): number {
  const luminance = luminanceOf(rgb);
  const level = luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * luminance ** (1 / 2.4) - 0.055;
  return Math.floor(level * 1000 + 1e-6) / 1000;
}

/** What is nearly black is black: text in the ink of the theme is set in black alone, without a screen. */
const nearlyBlack = 0.15;
const blackFor = (level: number): number => (level < nearlyBlack ? 1 : finely(1 - level));

/** To a thousandth: nobody sees less, and white is white. */
const finely = (share: number): number => Math.round(share * 1000) / 1000;

/** Between the eight colours of the cube around it. */
function separated(rgb: Rgb, cube: Uint8Array | undefined): readonly [number, number, number, number] {
  if (!cube) throw new Error('A separation is needed for CMYK.');
  const last = cubeSide - 1;
  const low = rgb.map(share => Math.min(last - 1, Math.floor(share * last)));
  const part = rgb.map((share, axis) => share * last - (low[axis] ?? 0));
  const inks: [number, number, number, number] = [0, 0, 0, 0];
  for (let corner = 0; corner < 8; corner++) {
    const up = [(corner >> 2) & 1, (corner >> 1) & 1, corner & 1];
    const weight = up.reduce((product, step, axis) => product * Math.abs(1 - step - (part[axis] ?? 0)), 1);
    const at = up.reduce((index, step, axis) => index * cubeSide + (low[axis] ?? 0) + step, 0);
    for (let ink = 0; ink < 4; ink++)
      inks[ink] = (inks[ink] ?? 0) + (weight * (cube[at * 4 + ink] ?? 0)) / 255;
  }
  return noLighter(inks.map(finely), luminanceOf(rgb)) as [number, number, number, number];
}

/** Machines that mix inks plainly show some colours lighter than they are: black is added until none is lighter than it was meant. */
function noLighter(inks: readonly number[], luminance: number): readonly number[] {
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = inks;
  const light = (share: number) =>
    luminanceOf(shownAs({ space: 'cmyk', values: [cyan, magenta, yellow, share] }));
  let more = black;
  while (more < 1 && light(more) > luminance) more = Math.min(1, finely(more + 0.01));
  return [cyan, magenta, yellow, more];
}

/** True when an ink leaves the paper as it is. */
export const isBlank = ({ space, values }: Ink): boolean =>
  values.every(value => (space === 'cmyk' ? value === 0 : value === 1));
