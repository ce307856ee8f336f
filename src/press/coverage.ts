/** How much of a page is covered with ink: what plotter rooms charge by. Computed from the frames; tests hold it against a rasteriser. */

import { mapped } from '../lists.js';
import type { Box } from '../units.js';
import type { InkMap } from '../world.js';
import { common, holds, pictureBox, touches } from './boxes.js';
import { isBlank } from './inks.js';
import type { InkedFrame, InkedPicture, Layer, Page } from './page.js';
import { areaOf, type InkSources, type Sprayed, sprayed } from './sprays.js';

/** Measures pages; sheets that stand on several of them are looked at once. */
export class CoverageMeter {
  readonly #shares = new Map<Page, number>();
  readonly #sprays = new Map<readonly InkedFrame[], readonly Sprayed[]>();

  constructor(private readonly sources: InkSources) {}

  /** The share of the page that has any ink on it, 0 to 1; the same page is measured once. */
  shareOf(page: Page): number {
    const share = this.#shares.get(page) ?? this.#measured(page);
    this.#shares.set(page, share);
    return share;
  }

  #measured({ size, layers }: Page): number {
    const canvas = new Canvas(this.sources, frames => this.#spraysOf(frames));
    const page = { x: 0, y: 0, ...size };
    for (const layer of layers) canvas.paint(layer, layer.clip ?? page);
    return Math.min(1, canvas.covered / (size.width * size.height));
  }

  #spraysOf(frames: readonly InkedFrame[]): readonly Sprayed[] {
    const known = this.#sprays.get(frames);
    if (known) return known;
    const all = mapped(frames, frame => sprayed(frame, this.sources));
    this.#sprays.set(frames, all);
    return all;
  }
}

/** A box that is wholly one thing: ink, or paper again. */
interface Solid {
  box: Box;
  inked: boolean;
}

/** A picture that others may stand on: the sun behind a person. */
interface Painted {
  whole: Box;
  seen: Box;
  map: InkMap;
}

class Canvas {
  covered = 0;
  readonly #solids: Solid[] = [];
  readonly #pictures: Painted[] = [];

  constructor(
    private readonly sources: InkSources,
    private readonly sprayed: (frames: readonly InkedFrame[]) => readonly Sprayed[],
  ) {}

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
    // What of the frames is in the room: a tile shows few of those of its sheet.
    const wide = room.width / scale;
    const high = room.height / scale;
    const seen: Box = turned
      ? { x: (y - room.y - room.height) / scale, y: (room.x - x) / scale, width: high, height: wide }
      : { x: (room.x - x) / scale, y: (room.y - y) / scale, width: wide, height: high };
    const sprayed = this.sprayed(frames);
    for (let index = 0; index < frames.length; index++) {
      const frame = frames[index] as InkedFrame;
      if (frame.kind === 'picture') {
        if (touches(frame.box, seen)) this.#picture(frame, place, room);
      } else if (frame.kind === 'shape' && frame.fill && touches(frame.box, seen))
        this.#solid(place(frame.box), !isBlank(frame.fill), room);
      const { sprays, room: all } = sprayed[index] as Sprayed;
      if (!touches(all, seen)) continue;
      for (const spray of sprays) {
        if (!touches(spray.box, seen)) continue;
        const box = place(spray.box);
        if (!spray.parts || holds(room, box))
          this.#spread(box, spray.area * scale * scale, spray.inked, room);
        else {
          for (const part of spray.parts())
            if (touches(part.box, seen))
              this.#spread(place(part.box), part.area * scale * scale, spray.inked, room);
        }
      }
    }
  }

  #picture({ box, picture, crop }: InkedPicture, place: (box: Box) => Box, clip: Box): void {
    const placed = common(place(box), place(pictureBox(box, picture, crop)));
    if (picture.kind === 'plate') {
      const scale = placed.width / picture.width;
      for (const layer of picture.layers) {
        const x = placed.x + layer.x * scale;
        const y = placed.y + layer.y * scale;
        this.paint({ ...layer, x, y, scale: layer.scale * scale }, common(clip, placed));
      }
      return;
    }
    const whole = place(pictureBox(box, picture, crop));
    const seen = common(placed, clip);
    const map = this.sources.pictureInk(picture);
    const { side, ink, white } = map;
    const onInk = areaOf(seen) > 0 && this.#underInk(seen) > 0.5;
    const width = whole.width / side;
    const height = whole.height / side;
    // Only cells that are seen: a tile shows few of those of a picture.
    const cellAt = (place: number, length: number) => Math.min(side, Math.max(0, place / length));
    const left = cellAt(seen.x - whole.x, width);
    const top = cellAt(seen.y - whole.y, height);
    const right = cellAt(seen.x + seen.width - whole.x, width);
    const foot = cellAt(seen.y + seen.height - whole.y, height);
    // Thousands of cells for all tiles: this loop makes no objects.
    for (let row = Math.floor(top); row < foot; row++) {
      const y = whole.y + row * height;
      const high = Math.min(y + height, seen.y + seen.height) - Math.max(y, seen.y);
      for (let column = Math.floor(left); column < right; column++) {
        const index = row * side + column;
        if (ink[index] === 0 && white[index] === 0) continue;
        const x = whole.x + column * width;
        const wide = Math.min(x + width, seen.x + seen.width) - Math.max(x, seen.x);
        const under = onInk ? 1 : this.#underPictures(x + width / 2, y + height / 2);
        const share = (ink[index] ?? 0) * (1 - under) - (white[index] ?? 0) * under;
        this.covered += share * Math.max(0, wide) * Math.max(0, high);
      }
    }
    if (!onInk) this.#pictures.push({ whole, seen, map });
  }

  /** The share of ink that the pictures under a place have there. */
  #underPictures(x: number, y: number): number {
    if (this.#pictures.length === 0) return 0;
    return this.#pictures.reduce((under, { whole, seen, map: { side, ink, white } }) => {
      if (!touches(seen, { x, y, width: 0, height: 0 })) return under;
      const [column, row] = [
        Math.floor(((x - whole.x) / whole.width) * side),
        Math.floor(((y - whole.y) / whole.height) * side),
      ];
      const index = row * side + column;
      return (ink[index] ?? 0) + under * (1 - (ink[index] ?? 0) - (white[index] ?? 0));
    }, 0);
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
    if (areaOf(seen) === 0) return;
    const part = areaOf(seen) / areaOf(box);
    const under = this.#underInk(seen);
    this.covered += area * part * (inked ? 1 - under : -under);
  }

  /** The share of a box that lies on ink: what is uppermost counts. */
  #underInk(box: Box): number {
    let inked = 0;
    let known = 0;
    for (let index = this.#solids.length - 1; index >= 0 && known < 1; index--) {
      const solid = this.#solids[index];
      if (!solid || !touches(solid.box, box)) continue;
      const share = Math.min(1 - known, areaOf(common(solid.box, box)) / areaOf(box));
      if (solid.inked) inked += share;
      known += share;
    }
    return inked;
  }
}
