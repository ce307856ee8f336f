/** Turns a sheet for languages that are read from right to left: every place is mirrored, no letter or picture is. */
import { mapped } from '../lists.js';
import type { Frame } from './frame.js';

/** @param width of the sheet, mm */
export const mirror = (frames: readonly Frame[], width: number): Frame[] =>
  mapped(frames, frame => {
    const box = { ...frame.box, x: width - frame.box.x - frame.box.width };
    if (frame.kind !== 'text') return { ...frame, box };
    return {
      ...frame,
      box,
      lines: mapped(frame.lines, line => ({ ...line, x: width - line.x - line.width })),
    };
  });
