/** The routes on which a sheet is one page: a plotter, a copy shop, the printer of an office for what is no larger than its paper. */
import type { Sheet } from '../layout/frame.js';
import type { Print } from '../session/print.js';
import type { Box } from '../units.js';
import type { Inking } from './inking.js';
import type { Inks } from './inks.js';
import type { Ink, InkedFrame, Layer, Page } from './page.js';

/**
 * What stands around the trimmed sheet, mm. With 8 mm on each side, A1 (594 mm) fills a roll of 610 mm. 3 mm of bleed is what
 * print shops ask for; marks begin outside it.
 */
export const aroundTrim = 8;
export const bleed = 3;
const marksBegin = bleed + 0.5;
/** Thickness of crop marks, a quarter of a point, and of the line to cut along; mm. */
const markWeight = 0.088;
const cutWeight = 0.12;

/** The sheet as it is: the page is the sheet. */
export const pressPlain = (sheet: Sheet, ink: Inking): Page => ({
  size: sheet.size,
  layers: [sheetLayer(sheet, ink, 0, 0)],
});

/** A page filled with a colour, as its paper would be. */
export const onFilled = (page: Page, colour: Ink): Page => ({
  ...page,
  layers: [
    markLayer([{ ...shape({ x: 0, y: 0, ...page.size }), origin: 'box', fill: colour }], page),
    ...page.layers,
  ],
});

/** A plotter: true size, and where it is asked for a line around the sheet to cut along. */
export function pressForPlotter(sheet: Sheet, print: Print, inks: Inks, ink: Inking): Page {
  if (!print['cut-line']) return pressPlain(sheet, ink);
  const { page, trim } = larger(sheet);
  const cut: InkedFrame = {
    ...shape(trim),
    stroke: { colour: inks.of('#767d84'), weight: cutWeight, dotted: false },
  };
  return { ...page, layers: [sheetLayer(sheet, ink, trim.x, trim.y), markLayer([cut], page)] };
}

/** A copy shop: bleed, crop marks outside it, and the boxes that say where they are. */
export function pressForShop(sheet: Sheet, inks: Inks, ink: Inking): Page {
  const { page, trim } = larger(sheet);
  const around = {
    x: trim.x - bleed,
    y: trim.y - bleed,
    width: trim.width + 2 * bleed,
    height: trim.height + 2 * bleed,
  };
  const marks = cropMarks(trim).map(
    (box): InkedFrame => ({
      ...shape(box),
      shape: 'line',
      stroke: { colour: inks.of('#000000'), weight: markWeight, dotted: false },
    }),
  );
  return { ...page, bleed: around, layers: [sheetLayer(sheet, ink, trim.x, trim.y), markLayer(marks, page)] };
}

/** The frames of a sheet at a place of the page, mm. */
export const sheetLayer = (sheet: Sheet, ink: Inking, x: number, y: number, scale = 1): Layer => ({
  frames: ink(sheet.frames, sheet.colours),
  size: sheet.size,
  x,
  y,
  scale,
  means: { reading: sheet.reading, language: sheet.language },
});

export const markLayer = (frames: readonly InkedFrame[], { size }: { size: Page['size'] }): Layer => ({
  frames,
  size,
  x: 0,
  y: 0,
  scale: 1,
});

/** A shape that is neither filled nor stroked yet. */
export const shape = (box: Box): Extract<InkedFrame, { kind: 'shape' }> => ({
  kind: 'shape',
  origin: 'rule',
  box,
  shape: 'rectangle',
  fill: undefined,
  stroke: undefined,
  radius: 0,
});

function larger({ size }: Sheet): { page: Omit<Page, 'layers'>; trim: Box } {
  const trim = { x: aroundTrim, y: aroundTrim, ...size };
  return {
    page: { size: { width: size.width + 2 * aroundTrim, height: size.height + 2 * aroundTrim }, trim },
    trim,
  };
}

/** Two marks at each corner, in line with the edges of the sheet. */
function cropMarks({ x, y, width, height }: Box): Box[] {
  const length = aroundTrim - marksBegin;
  const [right, bottom] = [x + width, y + height];
  const across = (from: number, at: number) => ({ x: from, y: at, width: length, height: 0 });
  const down = (at: number, from: number) => ({ x: at, y: from, width: 0, height: length });
  return [y, bottom]
    .flatMap(at => [across(x - aroundTrim, at), across(right + marksBegin, at)])
    .concat([x, right].flatMap(at => [down(at, y - aroundTrim), down(at, bottom + marksBegin)]));
}
