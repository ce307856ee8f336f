/** The plotter route: true size, one sheet a page, nothing on the paper but the sheet. */
import type { Frame, Sheet } from '../layout/frame.js';
import { inkOf } from './inks.js';
import type { InkedFrame, Page } from './page.js';

export function pressForPlotter(sheet: Sheet): Page {
  const ink = (role: string) => inkOf(sheet.colours, role);
  const inked = (frame: Frame): InkedFrame => {
    if (frame.kind === 'picture') return frame;
    if (frame.kind === 'text') return { ...frame, colour: ink(frame.colour) };
    const { fill, stroke, ...shape } = frame;
    return {
      ...shape,
      ...(fill !== undefined && { fill: ink(fill) }),
      ...(stroke && { stroke: { ...stroke, colour: ink(stroke.colour) } }),
    };
  };
  return { size: sheet.size, frames: sheet.frames.map(inked) };
}
