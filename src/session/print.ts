/** The `print:` part of the session file: on what and how the pack is printed. */
import { z } from 'zod';
import { isAmerican, paperNamed, papers } from '../papers.js';
import { wants } from '../reading/issues.js';
import { meantHint } from '../reading/nearest.js';
import { colourModes, fits, routes, tilePapers } from './choices.js';

const ownPaper = 'Or write its sides: "500 x 700 mm", "25 x 30 in".';
const paper = (about: string) =>
  z
    .string()
    .refine(text => paperNamed(text) !== undefined, {
      error: issue =>
        wants('a paper', `${meantHint(String(issue.input), Object.keys(papers), 'Papers')} ${ownPaper}`),
    })
    .transform(text => paperNamed(text)?.name ?? text)
    .describe(about);

const millimetres = (least: number, most: number, about: string) => {
  const error = wants(`a length from ${least} to ${most} mm`, 'Write it as 10, "10 mm" or "0.4 in".');
  return z
    .union([z.number(), z.string()], { error })
    .refine(
      value => {
        const length = lengthOf(value);
        return length !== undefined && length >= least && length <= most;
      },
      { error },
    )
    .transform(value => lengthOf(value) ?? 0)
    .describe(about);
};

/** A length in mm, from `10`, `10 mm` or `0.4 in`. */
function lengthOf(value: number | string): number | undefined {
  if (typeof value === 'number') return value;
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?(mm|in)?$/.exec(value.trim()) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * (unit === 'in' ? 25.4 : 1);
}

const shareError = wants('a share from 0 to 30 %', 'Write it as "3 %".');

/** Nobody sees that a sheet is smaller by so much. */
export const usualShrink = 0.03;

/** What there is to say about printing, each with its default; the command line takes the same names. */
const choices = {
  paper: paper('The paper of pads and posters: A1, A3 landscape, Arch D, "500 x 700 mm".').default('A1'),
  route: z
    .enum(routes, { error: wants('a route') })
    .default('plotter')
    .describe('Who prints the large sheets: a plotter, a copy shop, or an office printer in tiles.'),
  colour: z
    .enum(colourModes, { error: wants('a colour mode') })
    .default('full')
    .describe('How much ink is used: full, ink-saver (outlines instead of solid areas) or grey.'),
  'cut-line': z
    .boolean()
    .default(false)
    .describe('Plotter: a thin line around the sheet to cut along, for rolls wider than it.'),
  tile: z
    .enum(tilePapers, { error: wants('a paper of office printers') })
    .optional()
    .describe('Office: the paper in the printer; A4, or Letter for papers of the United States.'),
  'printer-margin': millimetres(0, 12, 'Office: the edge that the printer leaves white, mm.').default(5),
  overlap: millimetres(6, 50, 'Office: how far neighbouring tiles show the same, mm.').default(10),
  fit: z
    .enum(fits, { error: wants('a way to fit') })
    .optional()
    .describe('Office: at true size, or a little smaller where that needs fewer sheets.'),
  'max-shrink': z
    .union([z.number(), z.string()], { error: shareError })
    .refine(value => shareOf(value) !== undefined, { error: shareError })
    .transform(value => shareOf(value) ?? 0)
    .describe('Office: how much smaller at most, for fewer sheets; 3 % when left out.')
    .optional(),
};

/** A share from `3 %`, `3%` or `3`: always per cent. */
function shareOf(value: number | string): number | undefined {
  const [, number] = /^(\d+(?:\.\d+)?) ?%?$/.exec(String(value).trim()) ?? [];
  const share = number === undefined ? undefined : Number(number) / 100;
  return share !== undefined && share <= 0.3 ? share : undefined;
}

export const printSchema = z
  .strictObject(choices)
  .prefault({})
  .transform(({ tile, fit, 'max-shrink': share, ...print }) => ({
    ...print,
    tile: tile ?? (isAmerican(print.paper) ? ('Letter' as const) : ('A4' as const)),
    // Who says how much smaller it may get wants it smaller.
    maxShrink:
      fit === 'fewer-sheets' || (fit === undefined && share !== undefined) ? (share ?? usualShrink) : 0,
  }))
  .describe('How the pack is printed.');

export type Print = z.output<typeof printSchema>;
export type PrintOption = keyof typeof choices;
export const printOptions = Object.keys(choices) as PrintOption[];

/** The schema of one option, for the command line. */
export const printOption = (name: PrintOption): z.ZodType => choices[name];

/** The paper of documents and forms, which people print themselves: that of their printer where it is Letter, else A4. */
export const documentPaper = ({ paper, tile }: Print): 'A4' | 'Letter' =>
  isAmerican(tile) || isAmerican(paper) ? 'Letter' : 'A4';
