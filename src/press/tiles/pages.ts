/** The pages of the tiles of a sheet, with what helps to cut them and put them together: all of it disappears under the seams. */
import { type Sheet, type TextFrame, textOf } from '../../layout/frame.js';
import type { Label } from '../../layout/label.js';
import { Recent } from '../../recent.js';
import { type Box, ptToMm, type Size } from '../../units.js';
import { grown, scaled, touches } from '../boxes.js';
import type { Inking } from '../inking.js';
import type { Inks } from '../inks.js';
import type { Ink, InkedFrame, Layer, Page } from '../page.js';
import { markLayer, shape, sheetLayer } from '../routes.js';
import { windowOn } from './grid.js';
import type { Tile, Tiling } from './tiling.js';

/** Thickness of the lines to cut and to glue along, mm; length of the ticks where corners come to lie. */
const lineWeight = 0.2;
/** How far lines keep from what is seen in the end, mm, so that not even half a dot of a printer falls on it. */
const clear = 0.5;
/** Paper on both sides of a line, so that it is seen on a dark picture, too; mm with the line, and less than twice `clear`. */
const casingWeight = 0.6;
const tickLength = 4;
/** What a label keeps from the edge of its strip, and its words from its ends, mm. */
const labelInset = 0.4;
const labelPad = 1;

/** Makes the pages of tiles: what tiles have in common is made once, and so written once in a file. */
export class TilePress {
  /** @param label sets a short text in one line */
  constructor(
    private readonly inks: Inks,
    private readonly ink: Inking,
    private readonly label: (text: string, language: string) => Label,
  ) {}

  /** The pages of a tiling; tiles that are blank have none. `name` stands on each, behind the name of the tile. */
  pages(sheet: Sheet, tiling: Tiling, name: string): Page[] {
    const { grid, setup } = tiling;
    const page = { size: grid.paper };
    const window = { x: setup.margin, y: setup.margin, ...windowOn(grid.paper, setup.margin) };
    const { around, ...framed } = this.#framed(sheet, grid.scale);
    const tiles = tiling.tiles.filter(({ blank }) => !blank);
    const chip = this.#chip(sheet, tiles, name);
    const words = wordsOf(sheet, grid.scale);
    return tiles.map(part => {
      const { shows } = part;
      const keeps = {
        ...part.keeps,
        x: part.keeps.x - shows.x + window.x,
        y: part.keeps.y - shows.y + window.y,
      };
      const { under, over } = this.#marksOf(part, page, window, keeps);
      const title = `${part.name} · ${name}`;
      // A part of a sheet is a picture to readers: its words may be cut anywhere.
      const alt = [title, ...words.flatMap(text => text(part.keeps) ?? [])].join('\n');
      return {
        name: title,
        layers: [
          under,
          {
            x: window.x - shows.x - around,
            y: window.y - shows.y - around,
            clip: window,
            means: { reading: { means: { role: 'figure', alt }, holds: [] }, language: sheet.language },
            ...framed,
          },
          over,
          ...labelLayers(part, chip, window, keeps),
        ],
        ...page,
      };
    });
  }

  /** The printed sheet with a line around it, where it is trimmed; it begins `around` mm before its corner. */
  #framed(sheet: Sheet, scale: number) {
    const size = { width: sheet.size.width * scale, height: sheet.size.height * scale };
    const around = 2 * clear;
    const whole = grown({ x: around, y: around, ...size }, around);
    const { means: _, ...own } = sheetLayer(sheet, this.ink, around, around, scale);
    const edge: InkedFrame = {
      ...shape(grown({ x: around, y: around, ...size }, clear)),
      stroke: { colour: this.inks.of('#767d84'), weight: lineWeight, dotted: false },
    };
    const frames: InkedFrame[] = [
      {
        ...{ kind: 'picture', origin: 'picture', box: whole, crop: 'whole' },
        picture: { kind: 'plate', width: whole.width, height: whole.height, layers: [own] },
      },
      edge,
    ];
    return { frames, size: { width: whole.width, height: whole.height }, scale: 1, around };
  }

  /** Tiles with the same neighbours have the same marks, whatever sheet they show. */
  #marksOf(part: Tile, page: { size: Size }, window: Box, keeps: Box): TileMarks {
    const marks = known.get(this.inks) ?? new Recent<string, TileMarks>(mostKept);
    known.set(this.inks, marks);
    const [place, { width, height }] = [roundly(keeps), page.size];
    const sides = [place.x, place.y, place.width, place.height, window.x, window.y];
    const key = [part.column > 0, part.row > 0, width, height, ...sides].join(' ');
    return marks.of(key, () => marksOf(part, page, window, place, this.inks));
  }

  /** The label of a sheet, which all of its tiles show, with room for their names. */
  #chip(sheet: Sheet, tiles: readonly Tile[], text: string): Chip {
    const rest = this.label(text, sheet.language);
    const names = new Map(tiles.map(({ name }) => [name, this.label(name, sheet.language)]));
    const all = [rest, ...names.values()];
    // All stand on one line, whatever their fonts; the name comes first in the way that the sheet is read.
    const line = Math.max(...all.map(lineOf));
    const height = Math.max(...all.map(label => line - lineOf(label) + label.height));
    const room = Math.max(0, ...[...names.values()].map(({ width }) => width));
    const gap = ptToMm(rest.frame.size);
    const size = { width: room + gap + rest.width + 2 * labelPad, height };
    const namesFirst = sheet.direction === 'ltr';
    const at = (label: Label, x: number): InkedFrame =>
      moved({ ...label.frame, colour: this.inks.of('#16191d') }, x, line - lineOf(label));
    return {
      size,
      layers: new Map(),
      frames: [
        { ...shape({ x: 0, y: 0, ...size }), fill: this.inks.of('#ffffff') },
        at(rest, labelPad + (namesFirst ? room + gap : 0)),
      ],
      name: tile => {
        const label = names.get(tile);
        return label ? [at(label, labelPad + (namesFirst ? 0 : rest.width + gap))] : [];
      },
    };
  }
}

/** A label: white, with the name of the sheet, and what the name of each tile adds to it. */
interface Chip {
  size: Size;
  frames: readonly InkedFrame[];
  /** Where it stands on tiles, by the place. */
  layers: Map<string, Layer>;
  name(tile: string): readonly InkedFrame[];
}

const lineOf = ({ frame }: Label): number => frame.lines[0]?.baseline ?? 0;

const moved = (frame: TextFrame<Ink>, x: number, y: number): TextFrame<Ink> => ({
  ...frame,
  box: { ...frame.box, x: frame.box.x + x, y: frame.box.y + y },
  lines: frame.lines.map(line => ({ ...line, x: line.x + x, baseline: line.baseline + y })),
});

/** For each text of a sheet: what of it stands on a part of the printed sheet, where any does. */
const wordsOf = ({ frames }: Sheet, scale: number): ((part: Box) => string | undefined)[] =>
  frames.flatMap(frame => {
    if (frame.kind !== 'text') return [];
    const whole = textOf(frame);
    const box = scaled(frame.box, scale);
    return (part: Box) => {
      if (!touches(box, part)) return undefined;
      const lines = frame.lines.filter(({ x, width, baseline }) => {
        const y = baseline * scale;
        return y >= part.y && y <= footOf(part) && x * scale < rightOf(part) && (x + width) * scale > part.x;
      });
      if (lines.length === 0) return undefined;
      return lines.length === frame.lines.length ? whole : textOf({ lines });
    };
  });

/** What is printed under the sheet, and over it. */
interface TileMarks {
  under: Layer;
  over: Layer;
}

/** Tiles of many sheets of many packs have the same neighbours. */
const known = new WeakMap<Inks, Recent<string, TileMarks>>();
const mostKept = 200;

function marksOf(part: Tile, page: { size: Size }, window: Box, keeps: Box, inks: Inks): TileMarks {
  const lines = [...cutLines(part, window, keeps), ...glueLines(window, keeps)];
  const drawn = (colour: string, weight: number) =>
    lines.map(({ box, dashed }): InkedFrame => {
      const dotted = dashed && weight === lineWeight;
      return { ...shape(box), shape: 'line', stroke: { colour: inks.of(colour), weight, dotted } };
    });
  return {
    under: markLayer(
      glueBoxes(window, keeps).map(box => ({ ...shape(box), fill: inks.of('#e4e7ea') })),
      page,
    ),
    over: markLayer([...drawn('#ffffff', casingWeight), ...drawn('#4b5157', lineWeight)], page),
  };
}

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

/** The label with the name of the tile, on a strip that falls off or is glued over: at the top, else at the foot, else at the sides. */
function labelLayers({ name, row, column }: Tile, chip: Chip, window: Box, keeps: Box): Layer[] {
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
  const height = Math.min(chip.size.height, room - 2 * labelInset);
  const scale = Math.min(1, height / chip.size.height);
  const inset = 6;
  const place = turned
    ? { x: strip.x + (room - height) / 2, y: window.y + window.height - inset }
    : { x: strip.x + inset, y: strip.y + (room - height) / 2 };
  const at = {
    size: chip.size,
    x: thousandth(place.x),
    y: thousandth(place.y),
    scale,
    ...(turned && { turned }),
  };
  const key = [at.x, at.y, scale].join(' ');
  const layer = chip.layers.get(key) ?? { frames: chip.frames, ...at };
  chip.layers.set(key, layer);
  return [layer, { frames: chip.name(name), ...at }];
}

/** To a thousandth of a millimetre, so that places that are the same are the same number. */
const thousandth = (length: number): number => Math.round(length * 1e3) / 1e3;
const roundly = ({ x, y, width, height }: Box): Box => ({
  ...{ x: thousandth(x), y: thousandth(y) },
  ...{ width: thousandth(width), height: thousandth(height) },
});
