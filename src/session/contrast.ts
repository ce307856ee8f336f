/** How well one colour is read on another, and how well it must be: the one place for numbers and thresholds of contrast. */

import { Recent } from '../recent.js';

/** Type from this size on is large, pt: the strokes of its letters are thick enough to be told apart in a weaker colour. */
export const largeType = 24;

/**
 * The least contrast, by WCAG 2.2: of text (1.4.6, AAA), of large text (1.4.3 and 1.4.6), and of lines to write on and frames to
 * draw in (1.4.11).
 */
export const leastContrast = { text: 7, large: 4.5, line: 3 } as const;

/** What text of a size wants; pt. */
export const leastForType = (size: number): number =>
  size < largeType ? leastContrast.text : leastContrast.large;

/** Contrast ratio of two relative luminances, 1 to 21, by WCAG 2.2. */
export const ratioOf = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Contrast ratio of two colours (`#rrggbb`). */
export const contrast = (one: string, other: string): number => ratioOf(luminance(one), luminance(other));

/** A ratio, or a size, to the tenths that people read. It is never rounded up: what reads as 7.0:1 is. */
export const tenthsOf = (ratio: number): number => Math.floor(ratio * 10 + 1e-9) / 10;

/** A ratio as people read it: `7.0:1`. */
export const ratioText = (ratio: number): string => `${tenthsOf(ratio).toFixed(1)}:1`;

/** The same hue, darkened until it is readable on a paper: `least` is its contrast then. Black where nothing else helps. */
export const darkened = (hex: string, least: number = leastContrast.large, paper = '#ffffff'): string =>
  known.of([hex, least, paper].join(' '), () => darken(hex, least, paper));

const known = new Recent<string, string>(500);

function darken(hex: string, least: number, paper: string): string {
  let channels = channelsOf(hex);
  let dark = hex;
  while (contrast(dark, paper) < least && channels.some(channel => channel > 0)) {
    channels = channels.map(channel => Math.floor(channel * 0.97));
    dark = `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
  }
  return dark;
}

const channelsOf = (hex: string): number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16));

/** The light of a channel, of sRGB from 0 to 1. */
export const lightOf = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;

/** The light of three channels as the eye sums it up. */
export const seenLight = (red: number, green: number, blue: number): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Relative luminance by WCAG 2.2 of red, green and blue from 0 to 1. */
export function luminanceOf(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels;
  return seenLight(lightOf(red), lightOf(green), lightOf(blue));
}

/** Relative luminance of `#rrggbb`. */
export const luminance = (hex: string): number => luminanceOf(channelsOf(hex).map(channel => channel / 255));
