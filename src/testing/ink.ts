/** What tests measure on frames: where ink is, and how tall it is. */
import type { Frame, Part, PlacedLine, Sheet, TextFrame } from '../layout/frame.js';
import { type Box, ptToMm } from '../units.js';

export const isText = (frame: Frame): frame is TextFrame => frame.kind === 'text';

/** The box of the ink of a line of type, mm. */
function lineBox(line: PlacedLine, size: number): Box {
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
const overlap = (a: Box, b: Box): number =>
  Math.min(
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  );

/** Rounding of lengths, mm. */
export const rounding = 0.02;

/** What of the ink lies outside the safe area. */
export function outside(sheet: Sheet): string[] {
  const { margin, size } = sheet;
  return inkBoxes(sheet)
    .filter(
      ({ box }) =>
        box.x < margin - rounding ||
        box.y < margin - rounding ||
        box.x + box.width > size.width - margin + rounding ||
        box.y + box.height > size.height - margin + rounding,
    )
    .map(({ text, frame, box }) => `${sheet.layout}: ${text ?? frame.origin} ${JSON.stringify(box)}`);
}

/** Texts that lie on other texts, on rules or on pictures. What text stands in (fills, frames, lines to write on) does not count. */
export function collisions(sheet: Sheet): string[] {
  const inFields = new Set(valuesIn(sheet.reading).map(index => sheet.frames[index]));
  const boxes = inkBoxes(sheet).filter(
    ({ frame }) => !(frame.kind === 'shape' && ['box', 'frame', 'writing'].includes(frame.origin)),
  );
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(other => (isText(one.frame) || isText(other.frame)) && overlap(one.box, other.box) > rounding)
      // What stands in a field is on it; on no other text may one lie.
      .filter(other => !(one.frame.kind === 'field' && inFields.has(other.frame)))
      .map(other => `${sheet.layout}: ${one.text ?? one.frame.origin} / ${other.text ?? other.frame.origin}`),
  );
}

/** Texts that are smaller than their style allows, or have a glyph that is missing. */
export const weakTexts = (sheet: Sheet): string[] =>
  sheet.frames
    .filter(isText)
    .filter(
      ({ size, floor, lines }) =>
        size < floor - 1e-9 ||
        lines.some(line => line.runs.some(run => run.glyphs.some(glyph => glyph.id === 0))),
    )
    .map(({ lines, size }) => `${sheet.layout}: ${lines.map(line => line.text).join(' ')} ${size}`);

/** All text of a sheet. */
export const allText = (sheet: Sheet): string =>
  sheet.frames
    .filter(isText)
    .flatMap(frame => frame.lines.map(line => line.text))
    .join(' ');

/** The frames that stand in fields. */
const valuesIn = ({ means, holds }: Part): number[] =>
  holds.flatMap(held => (typeof held === 'number' ? (means.role === 'field' ? [held] : []) : valuesIn(held)));
