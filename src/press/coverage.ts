/** How much of a page is covered with ink: what plotter rooms charge by. Computed from the frames; tests hold it against a rasteriser. */
import type { GlyphInk } from '../type/face.js';
import { type Box, ptToMm } from '../units.js';
import type { InkMap } from '../world.js';
import { pictureBox } from './boxes.js';
import { isBlank } from './inks.js';
import type { InkedFrame, InkedPicture, Layer, Page } from './page.js';

/** What is known of ink from outside the frames. */
export interface InkSources {
  /** Where the ink of a glyph is, em. */
  glyphInk(face: string, glyph: number): GlyphInk;
  /** How much of a picture is covered with ink and with opaque white. */
  pictureInk(picture: InkedPicture['picture']): InkMap;
}

/** Dots of a dotted line (`pdf/paint.ts`): round, and so many thicknesses apart. */
export const dotPitch = 3.2;

/** The share of the page that has any ink on it, 0 to 1. */
export function coverageOf({ size, layers }: Page, sources: InkSources): number {
  const canvas = new Canvas(sources);
  const page = { x: 0, y: 0, ...size };
  for (const layer of layers) canvas.paint(layer, layer.clip ?? page);
  return Math.min(1, canvas.covered / (size.width * size.height));
}

/** A box that is wholly one thing: ink, or paper again. */
interface Solid {
  box: Box;
  inked: boolean;
}

class Canvas {
  covered = 0;
  readonly #solids: Solid[] = [];

  constructor(private readonly sources: InkSources) {}

  /** @param clip on the page, mm */
  paint({ frames, size, x, y, scale, turned }: Layer, clip: Box): void {
    const place = (box: Box): Box =>
      turned
        ? {
            x: x + box.y * scale,
            y: y - (box.x + box.width) * scale,
            width: box.height * scale,
            height: box.width * scale,
          }
        : {
            x: x + box.x * scale,
            y: y + box.y * scale,
            width: box.width * scale,
            height: box.height * scale,
          };
    const room = common(clip, place({ x: 0, y: 0, ...size }));
    for (const frame of frames) this.#frame(frame, place, scale, room);
  }

  #frame(frame: InkedFrame, place: (box: Box) => Box, scale: number, clip: Box): void {
    if (frame.kind === 'text') {
      const inked = !isBlank(frame.colour);
      for (const { box, area } of this.#glyphs(frame))
        this.#spread(place(box), area * scale * scale, inked, clip);
      return;
    }
    if (frame.kind === 'picture') return this.#picture(frame, place, clip);
    const { box, fill, stroke } = frame;
    if (fill) this.#solid(place(box), !isBlank(fill), clip);
    if (!stroke) return;
    const share = stroke.dotted ? Math.PI / 4 / dotPitch : 1;
    for (const side of sidesOf(box, stroke.weight, frame.shape === 'line')) {
      const placed = place(side);
      this.#spread(placed, areaOf(placed) * share, !isBlank(stroke.colour), clip);
    }
  }

  /** The ink of each glyph of a text, as if spread over its box. */
  *#glyphs(frame: Extract<InkedFrame, { kind: 'text' }>): Generator<{ box: Box; area: number }> {
    const em = ptToMm(frame.size);
    for (const line of frame.lines) {
      for (const run of line.runs) {
        let x = line.x + run.left * em;
        const size = em * run.scale;
        for (const { id, advance, dx, dy } of run.glyphs) {
          const { left, top, width, height, area } = this.sources.glyphInk(run.face, id);
          if (area > 0) {
            const place = { x: x + dx * em + left * size, y: line.baseline - dy * em - top * size };
            yield { box: { ...place, width: width * size, height: height * size }, area: area * size * size };
          }
          x += advance * em;
        }
      }
    }
  }

  #picture({ box, picture, crop }: InkedPicture, place: (box: Box) => Box, clip: Box): void {
    const placed = common(place(box), place(pictureBox(box, picture, crop)));
    if (picture.kind === 'plate') {
      const scale = placed.width / picture.width;
      for (const layer of picture.layers) {
        const at = {
          x: placed.x + layer.x * scale,
          y: placed.y + layer.y * scale,
          scale: layer.scale * scale,
        };
        this.paint({ ...layer, ...at }, common(clip, placed));
      }
      return;
    }
    const whole = place(pictureBox(box, picture, crop));
    const seen = common(placed, clip);
    const { side, ink, white } = this.sources.pictureInk(picture);
    const under = this.#under(seen);
    const cell = { width: whole.width / side, height: whole.height / side };
    for (let index = 0; index < side * side; index++) {
      const [column, row] = [index % side, Math.floor(index / side)];
      const at = { x: whole.x + column * cell.width, y: whole.y + row * cell.height, ...cell };
      const share = under ? -(white[index] ?? 0) : (ink[index] ?? 0);
      if (share !== 0) this.covered += share * areaOf(common(at, seen));
    }
  }

  /** A solid hides what is under it: what of that was inked is not counted twice, or is paper again. */
  #solid(box: Box, inked: boolean, clip: Box): void {
    const seen = common(box, clip);
    const before = this.#solids
      .filter(solid => solid.inked)
      .reduce((sum, solid) => sum + areaOf(common(solid.box, seen)), 0);
    this.covered += inked ? Math.max(0, areaOf(seen) - before) : -Math.min(before, areaOf(seen));
    this.#solids.push({ box: seen, inked });
  }

  /** Ink that is spread over a box, as far as it is inside the clip. */
  #spread(box: Box, area: number, inked: boolean, clip: Box): void {
    const seen = common(box, clip);
    const part = areaOf(seen) / areaOf(box);
    if (!(part > 0) || this.#under(seen) === inked) return;
    this.covered += inked ? area * part : -area * part;
  }

  /** Whether the middle of a box lies on ink. */
  #under({ x, y, width, height }: Box): boolean {
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const top = this.#solids.findLast(
      ({ box }) =>
        middleX > box.x && middleX < box.x + box.width && middleY > box.y && middleY < box.y + box.height,
    );
    return top?.inked ?? false;
  }
}

function common(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(one.x + one.width, other.x + other.width) - x),
    height: Math.max(0, Math.min(one.y + one.height, other.y + other.height) - y),
  };
}

const areaOf = ({ width, height }: Box): number => width * height;

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
