/** What tests measure on frames: where ink is, and how tall it is. */
import type { Frame, PlacedLine, Sheet, TextFrame } from '../layout/frame.js';
import { type Box, ptToMm } from '../units.js';

export const isText = (frame: Frame): frame is TextFrame => frame.kind === 'text';

/** The box of the ink of a line of type, mm. */
export function lineBox(line: PlacedLine, size: number): Box {
  const em = ptToMm(size);
  const top = Math.max(0, ...line.runs.map(run => run.top)) * em;
  const bottom = Math.max(0, ...line.runs.map(run => run.bottom)) * em;
  return { x: line.x, y: line.baseline - top, width: line.width, height: top + bottom };
}

/** All boxes of ink on a sheet; strokes with half their weight outside their path. */
export function inkBoxes(sheet: Sheet): { frame: Frame; box: Box; text?: string }[] {
  return sheet.frames.flatMap((frame): { frame: Frame; box: Box; text?: string }[] => {
    if (isText(frame))
      return frame.lines.map(line => ({ frame, box: lineBox(line, frame.size), text: line.text }));
    const half = frame.kind === 'shape' && frame.stroke ? frame.stroke.weight / 2 : 0;
    const across = frame.kind === 'shape' && frame.shape === 'line' ? 0 : half;
    const { x, y, width, height } = frame.box;
    return [
      { frame, box: { x: x - across, y: y - half, width: width + 2 * across, height: height + 2 * half } },
    ];
  });
}

/** How far two boxes lie over each other, mm in the smaller direction; 0 or less when they do not. */
export const overlap = (a: Box, b: Box): number =>
  Math.min(
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  );
