/** Where ink lies on a sheet: boxes that hold all of it, and no more than they must. */
import type { Frame } from '../layout/frame.js';
import { type Box, ptToMm } from '../units.js';

/** One box for each line of type, each side of an outline, each filled shape and picture; mm. */
export function inkBoxes(frames: readonly Frame[]): Box[] {
  return frames.flatMap((frame): Box[] => {
    if (frame.kind === 'picture') return [frame.box];
    if (frame.kind === 'text') {
      const em = ptToMm(frame.size);
      return frame.lines.map(line => {
        const top = Math.max(0, ...line.runs.map(run => run.top)) * em;
        const bottom = Math.max(0, ...line.runs.map(run => run.bottom)) * em;
        return { x: line.x, y: line.baseline - top, width: line.width, height: top + bottom };
      });
    }
    if (frame.fill !== undefined) return [around(frame.box, (frame.stroke?.weight ?? 0) / 2)];
    return frame.stroke ? strokesOf(frame.box, frame.stroke.weight / 2, frame.shape === 'line') : [];
  });
}

function strokesOf(box: Box, half: number, isLine: boolean): Box[] {
  if (isLine) return [around(box, half)];
  const { x, y, width, height } = box;
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ].map(side => around(side, half));
}

const around = ({ x, y, width, height }: Box, half: number): Box => ({
  x: x - half,
  y: y - half,
  width: width + 2 * half,
  height: height + 2 * half,
});

/** Where a picture stands in its box, mm: in the middle, and on the lower edge when it is seen whole (people stand on the ground). */
export function pictureBox(
  box: Box,
  { width, height }: { width: number; height: number },
  crop: 'fill' | 'whole',
): Box {
  const across = box.width / width;
  const down = box.height / height;
  const scale = crop === 'fill' ? Math.max(across, down) : Math.min(across, down);
  const size = { width: width * scale, height: height * scale };
  const left = box.x + (box.width - size.width) / 2;
  const top = crop === 'fill' ? box.y + (box.height - size.height) / 2 : box.y + box.height - size.height;
  return { x: left, y: top, ...size };
}
