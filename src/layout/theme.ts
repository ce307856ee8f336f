/** Themes: the colours by their roles and the text styles, whose sizes are rules and not numbers. */
import { z } from 'zod';
import { once } from '../once.js';
import { wants } from '../reading/issues.js';
import type { Weight } from '../type/scripts.js';
import { mmToPt } from '../units.js';
import { holdsOn, type SheetKind } from './kinds.js';

/**
 * A bound of a type size. `61 pt` is a type size; `40 mm` is a height of the capitals; `3 m` is a distance from which the
 * text is read, and `1.2 room` is so many times the session's reading distance.
 */
const bound = /^(\d+(?:\.\d+)?)?\s*(pt|mm|m|room)$/;
/** What a theme may say: bundled themes are checked when padpress is built, so most sessions need none of it. */
export const themeSchemas = once(() => {
  const size = z
    .string()
    .refine(text => text.split(' to ').every(part => bound.test(part.trim())), {
      error: wants(
        'a size rule',
        'One bound or "smallest to largest": 12 pt, 40 mm (height of capitals), 3 m or 1.2 room (reading distance).',
      ),
    })
    .describe('The rule for the type size: "12 pt", "1 room to 1.4 room", "61 pt to 130 pt", "42 mm".');

  const styleSchema = z.strictObject({
    family: z.enum(['text', 'text bold', 'display', 'display heavy']),
    size,
    smallest: z
      .string()
      .regex(/^\d+(\.\d+)? ?pt$/, wants('a type size', 'Write it as 9 pt.'))
      .optional()
      .describe('On paper under A1 the sizes follow its diagonal, down to this one; left out, they stay.'),
    colour: z.string().optional().describe('A colour role; ink when left out.'),
    leading: z.number().min(0.8).max(2).describe('Distance of baselines in type sizes.'),
    tracking: z.number().min(-0.05).max(0.3).optional().describe('Letterspacing in type sizes.'),
    balanced: z.boolean().optional().describe('Lines of similar length, for headlines.'),
    hyphens: z
      .boolean()
      .optional()
      .describe('Running text: words may be hyphenated where lines would be very uneven.'),
    hangs: z
      .boolean()
      .optional()
      .describe('An opening quotation mark hangs out into the inset at the start of the text.'),
    paragraphs: z.number().min(0).max(2).optional().describe('Space between paragraphs in type sizes.'),
  });

  const families = z.enum(['text', 'text bold', 'display', 'display heavy']);
  const fonts = z.array(z.string()).min(1);
  const colours = z.record(
    z.string(),
    z.string().regex(/^#[0-9a-f]{6}$/, wants('a colour', 'Write it as "#rrggbb".')),
  );
  const sparing = z
    .partialRecord(families, fonts)
    .describe('Lighter fonts for these families, where ink is spared.');
  const changedStyles = z.record(z.string(), styleSchema.partial());
  const on = z
    .record(z.string(), z.strictObject({ styles: changedStyles }))
    .describe(
      'What of the styles is another on sheets of other kinds, as in layouts: the later over the earlier.',
    );

  /** A theme as it is written: one that extends another says only what is another. */
  const file = z.strictObject({
    about: z.string(),
    extends: z.string().optional().describe('The theme that this one changes.'),
    fonts: z.partialRecord(families, fonts).optional(),
    sparing: sparing.optional(),
    colours: colours.optional(),
    styles: changedStyles.optional(),
    on: on.optional(),
  });

  /** A theme with all that it extends. */
  const whole = z.strictObject({
    about: z.string(),
    fonts: z.record(families, fonts),
    sparing,
    colours,
    styles: z.record(z.string(), styleSchema),
    on,
  });
  return { file, whole };
});

/** A theme as a session uses it. */
export type Theme = z.output<ReturnType<typeof themeSchemas>['whole']> & {
  /** Families whose fonts are lighter than the theme's own. */
  light?: readonly string[];
};

/** A text style with its size settled to bounds for one sheet; sizes in pt. */
export interface Style {
  name: string;
  faces: readonly string[];
  /** Of the fonts that help out for other scripts. */
  weight: Weight;
  floor: number;
  ceiling: number;
  colour: string;
  leading: number;
  tracking: number;
  balanced: boolean;
  hyphens: boolean;
  hangs: boolean;
  paragraphs: number;
}

/**
 * Height of capitals for each metre of reading distance, mm: a visual angle of 17 minutes of arc, over the 16 that
 * ISO 9241-303 gives as the least for Latin letters.
 */
const capHeightPerMetre = 5;

/**
 * The theme for where ink is spared. Heavy headlines are half of the ink of a pad: they get the lighter fonts that the theme has, and
 * are no larger than the room needs.
 */
export function sparingTheme(theme: Theme): Theme {
  const made = spared.get(theme) ?? spare(theme);
  spared.set(theme, made);
  return made;
}

/** The same theme gives the same one: what is known of bundled layouts goes by their theme. */
const spared = new WeakMap<Theme, Theme>();

const spare = (theme: Theme): Theme => ({
  ...theme,
  fonts: { ...theme.fonts, ...theme.sparing },
  light: Object.keys(theme.sparing),
  styles: Object.fromEntries(
    Object.entries(theme.styles).map(([name, style]) => {
      const [least = style.size] = style.size.split(' to ');
      const spared = style.family in theme.sparing && least.endsWith('room');
      return [name, spared ? { ...style, size: least } : style];
    }),
  ),
});

/** The theme with an organisation's own fonts first; the theme's fonts still set what the own ones lack. */
export function withOwnFonts(
  theme: Theme,
  { text, display }: { text?: { key: string }; display?: { key: string } },
): Theme {
  if (!text && !display) return theme;
  const first = (own: { key: string } | undefined, faces: string[]) => (own ? [own.key, ...faces] : faces);
  const { fonts } = theme;
  return {
    ...theme,
    fonts: {
      text: first(text, fonts.text),
      'text bold': first(text, fonts['text bold']),
      display: first(display, fonts.display),
      'display heavy': first(display, fonts['display heavy']),
    },
  };
}

/**
 * The styles of a theme as sheets of a paper scale, and of some kinds, use them; settled when they are first asked for.
 * @param readingDistance of the room on A1, m, times the eyesight factor of the session
 * @param capHeight of a face, em
 */
export function settleStyles(
  theme: Theme,
  readingDistance: number,
  capHeight: (face: string) => number,
): (name: string, scale: number, kinds?: readonly SheetKind[]) => Style {
  const settled = styles.get(theme) ?? new Map<string, Style>();
  styles.set(theme, settled);
  return (name, scale, kinds = []) => {
    const key = [readingDistance, scale, name, ...kinds].join(' ');
    const style =
      settled.get(key) ?? settleStyle(onKinds(theme, kinds), name, scale, readingDistance, capHeight);
    settled.set(key, style);
    return style;
  };
}

/** Styles that have been settled: many sessions have the same theme, whose fonts are named in it. */
const styles = new WeakMap<Theme, Map<string, Style>>();

/** The theme with the styles that it sets anew where the sheet is of some kinds. */
function onKinds(theme: Theme, kinds: readonly SheetKind[]): Theme {
  const anew = Object.entries(theme.on).filter(([key]) => holdsOn(key, kinds));
  return { ...theme, styles: anew.reduce((styles, [, own]) => changed(styles, own.styles), theme.styles) };
}

/** Styles of which some say something else. */
export const changed = <S extends object>(
  styles: Readonly<Record<string, S>>,
  by: Readonly<Record<string, { [Key in keyof S]?: S[Key] | undefined }>>,
): Record<string, S> => ({
  ...styles,
  ...Object.fromEntries(Object.entries(by).map(([name, own]) => [name, { ...styles[name], ...own } as S])),
});

function settleStyle(
  theme: Theme,
  name: string,
  scale: number,
  readingDistance: number,
  capHeight: (face: string) => number,
): Style {
  const found = theme.styles[name];
  if (!found)
    throw new Error(`No style "${name}": layouts are checked against the theme before they are used.`);
  const faces = theme.fonts[found.family];
  const smallest = found.smallest === undefined ? undefined : Number.parseFloat(found.smallest);
  const [floor = 0, ceiling = floor] = found.size.split(' to ').map(part => {
    const size = typeSize(part.trim(), readingDistance * scale, capHeight(faces[0] ?? ''));
    const follows = smallest !== undefined && !part.includes('room');
    return Math.max(follows ? size * scale : size, smallest ?? 0);
  });
  return {
    name,
    faces,
    weight: found.family === 'text' || theme.light?.includes(found.family) ? 'regular' : 'bold',
    floor,
    ceiling: Math.max(floor, ceiling),
    colour: found.colour ?? 'ink',
    leading: found.leading,
    tracking: found.tracking ?? 0,
    balanced: found.balanced ?? false,
    hyphens: found.hyphens ?? false,
    hangs: found.hangs ?? false,
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
