/** Sparing ink: outlines instead of solid areas, and what was white on them in their colour. */
import type { Frame, ShapeFrame, Sheet } from '../layout/frame.js';
import { holds } from './boxes.js';

/** Solids that are thinner are lines, and stay; mm. */
const thickestLine = 3;
/** Thickness of the outline of a solid, mm: on A1, and in parts of the longer side of the sheet. */
const heaviest = 1.2;
const outlineShare = heaviest / 841;

/** The sheet with outlines for its solids. Nothing moves, and nothing that could be read gets lighter. */
export function sparingly(sheet: Sheet): Sheet {
  const weight = Math.min(heaviest, outlineShare * Math.max(sheet.size.width, sheet.size.height));
  const solids: ShapeFrame[] = [];
  const frames = sheet.frames.map((frame): Frame => {
    if (frame.kind === 'picture' || frame.kind === 'field') return frame;
    if (frame.kind === 'shape') {
      // White costs nothing, and hides what is under it.
      if (
        frame.fill === undefined ||
        frame.fill === 'paper' ||
        Math.min(frame.box.width, frame.box.height) <= thickestLine
      )
        return frame;
      solids.push(frame);
      return outlined(frame, weight);
    }
    const under = solids.findLast(({ box }) => holds(box, frame.box));
    return under?.fill !== undefined && frame.colour === 'paper' ? { ...frame, colour: under.fill } : frame;
  });
  return { ...sheet, frames };
}

function outlined({ fill = '', ...frame }: ShapeFrame, weight: number): ShapeFrame {
  // A tint behind text is too light for an outline: that takes the colour of lines to write on.
  const colour = fill === 'faint' ? 'line' : fill;
  const { x, y, width, height } = frame.box;
  return {
    ...frame,
    box: { x: x + weight / 2, y: y + weight / 2, width: width - weight, height: height - weight },
    // What a solid hid stays hidden: the line under the stations of a day.
    fill: 'paper',
    stroke: frame.stroke ?? { colour, weight, dotted: false },
  };
}
