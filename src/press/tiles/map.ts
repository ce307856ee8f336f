/** The map of a tiling: the sheet in small, with the seams and the name of each tile. */
import type { Plate, ShapeFrame, Sheet, TextFrame } from '../../layout/frame.js';
import type { Label } from '../../layout/label.js';
import { common } from '../boxes.js';
import type { Tiling } from './tiling.js';

/**
 * Lines of the map on the sheet as it is printed, in parts of its longer side; names in parts of the shorter side of the largest
 * tile, and of the width of a narrow one.
 */
const seamShare = 1 / 600;
const nameShare = 0.22;
const narrowShare = 0.85;

/** @param label sets the name of a tile */
export function mapOf(sheet: Sheet, { grid, tiles }: Tiling, label: (text: string) => Label): Plate {
  const { width, height } = sheet.size;
  const weight = seamShare * Math.max(width, height) * grid.scale;
  const size = { width: width * grid.scale, height: height * grid.scale };
  const outer = { x: weight / 2, y: weight / 2, width: size.width - weight, height: size.height - weight };
  // What a tile keeps reaches over the sheet at its outer edges.
  const parts = tiles.map(tile => ({ tile, box: common(tile.keeps, outer) }));
  const outlines = parts.map(
    ({ tile, box }): ShapeFrame => ({
      kind: 'shape',
      origin: 'box',
      shape: 'rectangle',
      radius: 0,
      box,
      ...(tile.blank && { fill: 'faint' }),
      stroke: { colour: 'quiet', weight, dotted: false },
    }),
  );
  const largest = Math.max(...parts.map(({ box }) => Math.min(box.width, box.height)));
  const names = parts.flatMap(({ tile, box }) => {
    const name = label(tile.name);
    const scale = Math.min(
      (nameShare * largest) / name.height,
      (narrowShare * box.width) / name.width,
      (narrowShare * box.height) / name.height,
    );
    const [x, y] = [
      box.x + (box.width - name.width * scale) / 2,
      box.y + (box.height - name.height * scale) / 2,
    ];
    const pad = 0.24 * name.height * scale;
    const chip: ShapeFrame = {
      ...{ kind: 'shape', origin: 'box', shape: 'rectangle', radius: 0, fill: 'paper' },
      box: { x: x - pad, y, width: name.width * scale + 2 * pad, height: name.height * scale },
    };
    return [chip, placed(name.frame, x, y, scale)];
  });
  const { colours } = sheet;
  return {
    kind: 'plate',
    ...size,
    layers: [
      { frames: sheet.frames, size: sheet.size, colours, x: 0, y: 0, scale: grid.scale },
      { frames: [...outlines, ...names], size, colours, x: 0, y: 0, scale: 1 },
    ],
  };
}

const placed = (frame: TextFrame, x: number, y: number, scale: number): TextFrame => ({
  ...frame,
  size: frame.size * scale,
  box: {
    x: x + frame.box.x * scale,
    y: y + frame.box.y * scale,
    width: frame.box.width * scale,
    height: frame.box.height * scale,
  },
  lines: frame.lines.map(line => ({
    ...line,
    x: x + line.x * scale,
    baseline: y + line.baseline * scale,
    width: line.width * scale,
  })),
});
