/** The pages of the tiles of a sheet, with what helps to cut them and put them together: all of it disappears under the seams. */
import { type Sheet, textOf } from '../../layout/frame.js';
import type { Label } from '../../layout/label.js';
import type { Box } from '../../units.js';
import type { Inking } from '../inking.js';
import type { Inks } from '../inks.js';
import type { Ink, InkedFrame, Layer, Page } from '../page.js';
import { markLayer, shape, sheetLayer } from '../routes.js';
import { windowOn } from './grid.js';
import type { Tile, Tiling } from './tiling.js';

/** What the tiles of a pack share: its inks, and how a short text is set in one line. */
export interface TilePress {
  inks: Inks;
  ink: Inking;
  label(text: string): Label;
}

/** Thickness of the lines to cut and to glue along, mm; length of the ticks where corners come to lie. */
const lineWeight = 0.2;
/** How far lines keep from what is seen in the end, mm, so that not even half a dot of a printer falls on it. */
const clear = 0.5;
/** Paper on both sides of a line, so that it is seen on a dark picture, too; mm with the line, and less than twice `clear`. */
const casingWeight = 0.6;
const tickLength = 4;
/** What a label keeps from the edge of its strip, mm. */
const labelInset = 0.4;

/** The pages of a tiling; tiles that are blank have none. `name` stands on each, behind the name of the tile. */
export function pressTiles(
  sheet: Sheet,
  tiling: Tiling,
  name: string,
  { inks, ink, label }: TilePress,
): Page[] {
  const { grid, setup } = tiling;
  const page = { size: grid.paper };
  const window = { x: setup.margin, y: setup.margin, ...windowOn(grid.paper, setup.margin) };
  const sheetSize = { width: sheet.size.width * grid.scale, height: sheet.size.height * grid.scale };
  const marks = new Map<string, TileMarks>();
  return tiling.tiles
    .filter(({ blank }) => !blank)
    .map(part => {
      const onPage = (box: Box): Box => ({
        ...box,
        x: box.x - part.shows.x + window.x,
        y: box.y - part.shows.y + window.y,
      });
      const keeps = onPage(part.keeps);
      const trim = onPage({ x: 0, y: 0, ...sheetSize });
      // Tiles with the same neighbours have the same marks.
      const key = [part.column > 0, part.row > 0, ...Object.values(keeps).map(Math.round)].join(' ');
      const own = marks.get(key) ?? marksOf(part, window, keeps, inks);
      marks.set(key, own);
      const edge: InkedFrame = {
        ...shape(grown(trim, clear)),
        stroke: { colour: inks.of('#767d84'), weight: lineWeight, dotted: false },
      };
      const outside =
        trim.x > window.x ||
        trim.y > window.y ||
        rightOf(trim) < rightOf(window) ||
        footOf(trim) < footOf(window);
      const title = `${part.name} · ${name}`;
      return {
        ...page,
        name: title,
        layers: [
          markLayer(own.under, page),
          {
            ...sheetLayer(sheet, ink, trim.x, trim.y, grid.scale),
            clip: window,
            // A part of a sheet is a picture to readers: its words may be cut anywhere.
            means: {
              reading: {
                means: { role: 'figure', alt: [title, ...wordsOn(part.keeps, sheet, grid.scale)].join('\n') },
                holds: [],
              },
              language: sheet.language,
            },
          },
          ...(outside ? [{ ...markLayer([edge], page), clip: window }] : []),
          markLayer(own.over, page),
          ...labelLayers(title, part, window, keeps, { inks, label }),
        ],
      };
    });
}

/** The lines of type that stand on a part of the printed sheet, a text each. */
const wordsOn = (part: Box, { frames }: Sheet, scale: number): string[] =>
  frames.flatMap(frame => {
    if (frame.kind !== 'text') return [];
    const lines = frame.lines.filter(({ x, width, baseline }) => {
      const y = baseline * scale;
      return y >= part.y && y <= footOf(part) && x * scale < rightOf(part) && (x + width) * scale > part.x;
    });
    return lines.length > 0 ? [textOf({ lines })] : [];
  });

/** What is printed under the sheet, and over it. */
interface TileMarks {
  under: readonly InkedFrame[];
  over: readonly InkedFrame[];
}

function marksOf(part: Tile, window: Box, keeps: Box, inks: Inks): TileMarks {
  const lines = [...cutLines(part, window, keeps), ...glueLines(window, keeps)];
  const drawn = (colour: string, weight: number) =>
    lines.map(({ box, dashed }): InkedFrame => {
      const dotted = dashed && weight === lineWeight;
      return { ...shape(box), shape: 'line', stroke: { colour: inks.of(colour), weight, dotted } };
    });
  return {
    under: glueBoxes(window, keeps).map(box => ({ ...shape(box), fill: inks.of('#e4e7ea') })),
    over: [...drawn('#ffffff', casingWeight), ...drawn('#4b5157', lineWeight)],
  };
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
const rightOf = (box: Box): number => box.x + box.width;
const footOf = (box: Box): number => box.y + box.height;

/** What lies under the neighbours at the right and below: shaded, for glue. */
function glueBoxes(window: Box, keeps: Box): Box[] {
  const right = rightOf(window) - rightOf(keeps);
  const bottom = footOf(window) - footOf(keeps);
  return [
    { x: rightOf(keeps), y: window.y, width: right, height: window.height },
    { x: window.x, y: footOf(keeps), width: window.width - right, height: bottom },
  ].filter(({ width, height }) => width > 0 && height > 0);
}

interface MarkLine {
  box: Box;
  dashed: boolean;
}

/** Where the tile is cut, at its left and top; drawn on what falls off. */
function cutLines({ column, row }: Tile, window: Box, keeps: Box): MarkLine[] {
  const x = keeps.x - clear;
  const y = keeps.y - clear;
  return [
    ...(column > 0 ? [{ box: { x, y: window.y, width: 0, height: window.height }, dashed: true }] : []),
    ...(row > 0 ? [{ box: { x: window.x, y, width: window.width, height: 0 }, dashed: true }] : []),
  ];
}

/** Where the neighbours at the right and below come to lie: along the grey, with a tick at each of their corners. */
function glueLines(window: Box, keeps: Box): MarkLine[] {
  const x = rightOf(keeps) + clear;
  const y = footOf(keeps) + clear;
  const lines: Box[] = [];
  if (rightOf(window) - x > lineWeight) {
    const length = Math.min(tickLength, rightOf(window) - x);
    lines.push({ x, y: window.y, width: 0, height: window.height });
    for (const at of [keeps.y, keeps.y + keeps.height / 2, footOf(keeps)])
      lines.push({ x, y: at, width: length, height: 0 });
  }
  if (footOf(window) - y > lineWeight) {
    const length = Math.min(tickLength, footOf(window) - y);
    lines.push({ x: window.x, y, width: window.width, height: 0 });
    for (const at of [keeps.x, keeps.x + keeps.width / 2, rightOf(keeps)])
      lines.push({ x: at, y, width: 0, height: length });
  }
  return lines.map(box => ({ box, dashed: false }));
}

/** The name of the tile, on a strip that falls off or is glued over: at the top, else at the foot, else at the sides. */
function labelLayers(
  text: string,
  { row, column }: Tile,
  window: Box,
  keeps: Box,
  { inks, label }: Pick<TilePress, 'inks' | 'label'>,
): Layer[] {
  const { frame, width, height } = label(text);
  const hasFoot = footOf(window) - footOf(keeps) > 0;
  const [strip, room] =
    row > 0
      ? [{ x: window.x, y: window.y }, keeps.y - window.y]
      : hasFoot
        ? [{ x: window.x, y: footOf(keeps) }, footOf(window) - footOf(keeps)]
        : column > 0
          ? [{ x: window.x, y: window.y }, keeps.x - window.x]
          : [{ x: rightOf(keeps), y: window.y }, rightOf(window) - rightOf(keeps)];
  const turned = row === 0 && !hasFoot;
  const chip = { width: width + 2, height: Math.min(height, room - 2 * labelInset) };
  const scale = Math.min(1, chip.height / height);
  const black: Ink = inks.of('#16191d');
  const white: Ink = inks.of('#ffffff');
  const inset = 6;
  const place = turned
    ? { x: strip.x + (room - chip.height) / 2, y: window.y + window.height - inset }
    : { x: strip.x + inset, y: strip.y + (room - chip.height) / 2 };
  const frames: InkedFrame[] = [
    { ...shape({ x: 0, y: 0, width: width + 2, height }), fill: white },
    {
      ...frame,
      colour: black,
      box: { ...frame.box, x: frame.box.x + 1 },
      lines: frame.lines.map(line => ({ ...line, x: line.x + 1 })),
    },
  ];
  return [{ frames, size: { width: width + 2, height }, ...place, scale, ...(turned && { turned }) }];
}
