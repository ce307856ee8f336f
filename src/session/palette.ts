/** The colours that groups may have by name. */

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
