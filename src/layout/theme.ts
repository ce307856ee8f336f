/** Themes: the colours by their roles and the text styles, whose sizes are rules and not numbers. */
import { z } from 'zod';
import { mmToPt } from '../units.js';

/**
 * A bound of a type size. `61 pt` is a type size; `40 mm` is a height of the capitals; `3 m` is a distance from which the
 * text is read, and `1.2 room` is so many times the session's reading distance.
 */
const bound = /^(\d+(?:\.\d+)?)?\s*(pt|mm|m|room)$/;
const size = z
  .string()
  .refine(text => text.split(' to ').every(part => bound.test(part.trim())), {
    error: 'a size is one bound or "smallest to largest": 12 pt, 40 mm (height of capitals), 3 m or 1.2 room (reading distance)',
  })
  .describe('The rule for the type size: "12 pt", "1 room to 1.4 room", "61 pt to 130 pt", "42 mm".');

const style = z.strictObject({
  family: z.enum(['text', 'text bold', 'display', 'display heavy']),
  size,
  colour: z.string().optional().describe('A colour role; ink when left out.'),
  leading: z.number().min(0.8).max(2).describe('Distance of baselines in type sizes.'),
  tracking: z.number().min(-0.05).max(0.3).optional().describe('Letterspacing in type sizes.'),
  balanced: z.boolean().optional().describe('Lines of similar length, for headlines.'),
  paragraphs: z.number().min(0).max(2).optional().describe('Space between paragraphs in type sizes.'),
});

export const themeSchema = z.strictObject({
  about: z.string(),
  fonts: z.record(z.enum(['text', 'text bold', 'display', 'display heavy']), z.array(z.string()).min(1)),
  colours: z.record(z.string(), z.string().regex(/^#[0-9a-f]{6}$/, 'a colour is written as #rrggbb')),
  styles: z.record(z.string(), style),
});

export type Theme = z.output<typeof themeSchema>;
export type Family = z.output<typeof style>['family'];

/** A text style with its size settled to bounds for one sheet; sizes in pt. */
export interface Style {
  name: string;
  faces: readonly string[];
  floor: number;
  ceiling: number;
  colour: string;
  leading: number;
  tracking: number;
  balanced: boolean;
  paragraphs: number;
}

/**
 * Height of capitals for each metre of reading distance, mm: a visual angle of 17 minutes of arc, over the 16 that
 * ISO 9241-303 gives as the least for Latin letters.
 */
const capHeightPerMetre = 5;

/**
 * Settles a style of the theme for a sheet.
 * @param readingDistance of the room, m
 * @param capHeight of a face, em
 */
export function settleStyle(
  theme: Theme,
  name: string,
  readingDistance: number,
  capHeight: (face: string) => number,
): Style | undefined {
  const found = theme.styles[name];
  if (!found) return undefined;
  const faces = theme.fonts[found.family];
  const [floor = 0, ceiling = floor] = found.size
    .split(' to ')
    .map(part => typeSize(part.trim(), readingDistance, capHeight(faces[0] ?? '')));
  return {
    name,
    faces,
    floor,
    ceiling: Math.max(floor, ceiling),
    colour: found.colour ?? 'ink',
    leading: found.leading,
    tracking: found.tracking ?? 0,
    balanced: found.balanced ?? false,
    paragraphs: found.paragraphs ?? 0.5,
  };
}

function typeSize(text: string, readingDistance: number, capHeight: number): number {
  const [, number = '1', unit] = bound.exec(text) ?? [];
  const amount = Number(number);
  if (unit === 'pt') return amount;
  const metres = unit === 'room' ? amount * readingDistance : amount;
  const height = unit === 'mm' ? amount : metres * capHeightPerMetre;
  return mmToPt(height / capHeight);
}
