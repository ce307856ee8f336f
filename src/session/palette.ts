/** The colours that groups may have by name, and how well a colour is read on white. */

/**
 * Every colour has a contrast of at least 5.5:1 on white, so that white and coloured type are readable at any size from
 * 24 pt (WCAG 2.2, 1.4.3) with room to spare. The order is that in which groups get them: neighbours differ in hue and
 * in lightness.
 */
export const palette: Readonly<Record<string, string>> = {
  teal: '#00696b',
  plum: '#7c2a6d',
  rust: '#a03c14',
  navy: '#1d3f8f',
  moss: '#45661c',
  crimson: '#b0123c',
  slate: '#47586a',
  violet: '#5b3fc4',
  ochre: '#7d5600',
  forest: '#0b6b3a',
  cocoa: '#6d4534',
  blue: '#0a62b5',
};

/** The least contrast of a group's colour on white: its numerals and its poster's white type are large text. */
export const leastContrast = 4.5;

/** Contrast ratio of two colours (`#rrggbb`), 1 to 21, by WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The same hue, darkened until it is readable on white: `least` is its contrast then. */
export function darkened(hex: string, least = leastContrast): string {
  let channels = channelsOf(hex);
  let dark = hex;
  while (contrast(dark, '#ffffff') < least) {
    channels = channels.map(channel => Math.floor(channel * 0.97));
    dark = `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
  }
  return dark;
}

const channelsOf = (hex: string): number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16));

/** Relative luminance by WCAG 2.2 of red, green and blue from 0 to 1. */
export function luminanceOf(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map(share =>
    share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const luminance = (hex: string): number => luminanceOf(channelsOf(hex).map(channel => channel / 255));
