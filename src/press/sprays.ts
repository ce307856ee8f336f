/** Ink that is spread: lines of type and strokes, as boxes with so much ink in each. */

import type { PlacedLine } from '../layout/frame.js';
import { mapped } from '../lists.js';
import { once } from '../once.js';
import type { Glyph, GlyphInk } from '../type/face.js';
import type { PlacedRun } from '../type/lines.js';
import { type Box, ptToMm } from '../units.js';
import type { InkMap } from '../world.js';
import { around, lineBox } from './boxes.js';
import { isBlank } from './inks.js';
import type { InkedFrame, InkedPicture } from './page.js';

/** What is known of ink from outside the frames. */
export interface InkSources {
  /** Where the ink of a glyph is, em. */
  glyphInk(face: string, glyph: number): GlyphInk;
  /** How much of a picture is covered with ink and with opaque white. */
  pictureInk(picture: InkedPicture['picture']): InkMap;
}

/** Dots of a dotted line (`pdf/paint.ts`): round, and so many thicknesses apart. */
export const dotPitch = 3.2;

/** What of a frame is spread, and the room that all of it takes. */
export interface Sprayed {
  sprays: readonly Spray[];
  room: Box;
}

/** A line of type, or a stroke: a box in which so much ink is spread; `parts` tells it more finely, where the box is cut. */
interface Spray {
  box: Box;
  inked: boolean;
  area: number;
  parts?: () => readonly InkBox[];
}

interface InkBox {
  box: Box;
  area: number;
}

/** What of a frame is spread; solids and pictures are not. */
export function sprayed(frame: InkedFrame, sources: InkSources): Sprayed {
  const sprays = spraysOf(frame, sources);
  return { sprays, room: around(mapped(sprays, ({ box }) => box)) };
}

function spraysOf(frame: InkedFrame, sources: InkSources): Spray[] {
  if (frame.kind === 'picture' || frame.kind === 'field') return [];
  if (frame.kind === 'shape') {
    const { box, stroke, shape } = frame;
    if (!stroke) return [];
    const share = stroke.dotted ? Math.PI / 4 / dotPitch : 1;
    const inked = !isBlank(stroke.colour);
    return mapped(sidesOf(box, stroke.weight, shape === 'line'), side => ({
      box: side,
      inked,
      area: areaOf(side) * share,
    }));
  }
  const em = ptToMm(frame.size);
  const inked = !isBlank(frame.colour);
  return mapped(frame.lines, line => ({
    box: lineBox(line, em),
    inked,
    area: line.runs.reduce((sum, run) => sum + inkOfRun(run, sources) * (em * run.scale) ** 2, 0),
    parts: once(() => glyphsOf(line, em, sources)),
  }));
}

/** Words come again and again: the ink of each is summed up once, in the square of the em. */
const known = new WeakMap<readonly Glyph[], number>();

function inkOfRun({ face, glyphs }: PlacedRun, { glyphInk }: InkSources): number {
  const area = known.get(glyphs) ?? glyphs.reduce((sum, { id }) => sum + glyphInk(face, id).area, 0);
  known.set(glyphs, area);
  return area;
}

/** The box and the area of the ink of each glyph of a line, mm. */
function glyphsOf(line: PlacedLine, em: number, { glyphInk }: InkSources): InkBox[] {
  const boxes: InkBox[] = [];
  for (const run of line.runs) {
    let x = line.x + run.left * em;
    const size = em * run.scale;
    for (const { id, advance, dx, dy } of run.glyphs) {
      const { left, top, width, height, area } = glyphInk(run.face, id);
      if (area > 0) {
        const box = {
          x: x + dx * em + left * size,
          y: line.baseline - dy * em - top * size,
          width: width * size,
          height: height * size,
        };
        boxes.push({ box, area: area * size * size });
      }
      x += advance * em;
    }
  }
  return boxes;
}

export const areaOf = ({ width, height }: Box): number => width * height;

/** The stroke along a box as boxes that do not overlap. */
function sidesOf({ x, y, width, height }: Box, weight: number, isLine: boolean): Box[] {
  const half = weight / 2;
  if (isLine) {
    return width >= height
      ? [{ x, y: y - half, width, height: weight }]
      : [{ x: x - half, y, width: weight, height }];
  }
  return [
    { x: x - half, y: y - half, width: width + weight, height: weight },
    { x: x - half, y: y + height - half, width: width + weight, height: weight },
    { x: x - half, y: y + half, width: weight, height: height - weight },
    { x: x + width - half, y: y + half, width: weight, height: height - weight },
  ];
}
