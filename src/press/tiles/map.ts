/** The map of a tiling: the sheet in small, with the seams and the name of each tile. */
import type { Frame, Plate, ShapeFrame, Sheet } from '../../layout/frame.js';
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
  const names = parts.map(({ tile, box }) => {
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
    const pad = name.height * 0.12;
    const chip: Frame = {
      kind: 'shape',
      origin: 'box',
      shape: 'rectangle',
      radius: name.height / 4,
      box: { x: -2 * pad, y: 0, width: name.width + 4 * pad, height: name.height },
      fill: 'paper',
    };
    return {
      frames: [chip, name.frame],
      size: { width: 1e4, height: 1e4 },
      colours: sheet.colours,
      x,
      y,
      scale,
    };
  });
  return {
    kind: 'plate',
    ...size,
    layers: [
      { frames: sheet.frames, size: sheet.size, colours: sheet.colours, x: 0, y: 0, scale: grid.scale },
      { frames: outlines, size, colours: sheet.colours, x: 0, y: 0, scale: 1 },
      ...names,
    ],
  };
}
