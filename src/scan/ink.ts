/** What on a flat picture of paper is ink: opaque where a pen has been, in its own colour, and transparent elsewhere. */
import { extremes, type Pixels, type Plane, planeOf, valueAt } from './pixels.js';
import { paperOf, tile } from './shade.js';

/** The darkness (0 to 1) above that of paper from which something may be ink, and from which it is; more where the picture is noisy. */
const [faint, firm] = [0.045, 0.11];
/** Pixels from a place in which the darkest counts as the ink of a line: half a pen stroke. */
const stroke = 3;
/**
 * Marks with fewer pixels than the square of this share of the longest side are dust; those that are nowhere darker than this share of
 * the ink are what is left of a shade.
 */
const [dust, shade] = [1 / 450, 0.22];

/** The opacity from which a pixel belongs to a mark. */
const mark = 0.3;
/** Stands for the darkness of what is not looked at. */
const unseen = -1;

/** @param margin pixels at the edges in which nothing is ink: the rest of what the paper lay on */
export function inkOf(picture: Pixels, margin: number): Pixels {
  const { width, height } = picture;
  const clean = unshaded(picture);
  const dark = planeOf(width, height);
  dark.data.fill(unseen);
  for (let y = margin; y < height - margin; y++) {
    for (let at = y * width + margin; at < (y + 1) * width - margin; at++) {
      const least = Math.min(
        clean[at * 3] as number,
        clean[at * 3 + 1] as number,
        clean[at * 3 + 2] as number,
      );
      dark.data[at] = 1 - least;
    }
  }
  const { paper, noise } = paperAnd(dark.data);
  const lowest = paper + Math.max(faint, 3.2 * noise);
  const sure = paper + Math.max(firm, 5.5 * noise);
  const around = extremes(dark, stroke, 'most');
  const opacity = new Float32Array(dark.data.length);
  for (let at = 0; at < opacity.length; at++) {
    const here = dark.data[at] as number;
    const darkest = around.data[at] as number;
    if (here <= lowest || darkest < sure) continue;
    // The edge of a stroke is as opaque as it is dark, next to the darkest of the stroke.
    opacity[at] = Math.min(1, (here - lowest * 0.7) / (darkest * 0.88 - lowest * 0.7));
  }
  sweep(opacity, dark);
  return painted(clean, opacity, width, height);
}

/** Red, green and blue as shares of those of the paper at the same place: 1 is paper. */
function unshaded({ width, height, data }: Pixels): Float32Array {
  const clean = new Float32Array(width * height * 3);
  for (let channel = 0; channel < 3; channel++) {
    const paper = paperOf({ width, height, data }, channel);
    for (let row = 0; row < height; row++) {
      const y = (row + 0.5) / tile;
      for (let column = 0; column < width; column += 4) {
        // The paper hardly changes within four pixels.
        const white = valueAt(paper, (column + 2) / tile, y);
        const last = Math.min(width, column + 4);
        for (let x = column; x < last; x++) {
          const at = (row * width + x) * 3 + channel;
          clean[at] = (data[at] as number) / white;
        }
      }
    }
  }
  return clean;
}

/** The darkness that most pixels have, and how much that of bare paper scatters, by the lighter half of it. */
function paperAnd(dark: Float32Array): { paper: number; noise: number } {
  const counts = new Float64Array(700);
  for (const value of dark) {
    const bin = Math.round((value + 0.3) * 500);
    if (value !== unseen && bin >= 0 && bin < counts.length) counts[bin] = (counts[bin] as number) + 1;
  }
  const smooth = counts.map((_, at) =>
    counts.subarray(Math.max(0, at - 3), at + 4).reduce((sum, n) => sum + n, 0),
  );
  const mode = smooth.indexOf(Math.max(...smooth));
  let [count, squares] = [0, 0];
  for (let bin = 0; bin < mode; bin++) {
    count += counts[bin] as number;
    squares += (counts[bin] as number) * (mode - bin) ** 2;
  }
  return { paper: mode / 500 - 0.3, noise: Math.sqrt(squares / Math.max(1, count)) / 500 };
}

/** How dark ink is: a tenth of it is darker. */
function inkIn(opacity: Float32Array, dark: Float32Array): number {
  const counts = new Uint32Array(101);
  let left = 0;
  for (let at = 0; at < opacity.length; at++) {
    if ((opacity[at] as number) < mark) continue;
    const bin = Math.max(0, Math.min(100, Math.round((dark[at] as number) * 100)));
    counts[bin] = (counts[bin] as number) + 1;
    left += 0.1;
  }
  let bin = 100;
  for (; bin > 0 && left > (counts[bin] as number); bin--) left -= counts[bin] as number;
  return bin / 100;
}

/** Takes away marks that are too small, or too faint beside the others, to be meant. */
function sweep(opacity: Float32Array, dark: Plane): void {
  const { width, height } = dark;
  const least = (Math.max(width, height) * dust) ** 2;
  const faintest = shade * inkIn(opacity, dark.data);
  const seen = new Uint8Array(opacity.length);
  const stack = new Int32Array(opacity.length);
  for (let start = 0; start < opacity.length; start++) {
    if (seen[start] || (opacity[start] as number) < mark) continue;
    let [top, count, weight, darkest] = [0, 0, 0, 0];
    stack[top++] = start;
    seen[start] = 1;
    // The stack keeps all that was on it: `count` is how far it has been looked at.
    while (count < top) {
      const here = stack[count++] as number;
      weight += opacity[here] as number;
      darkest = Math.max(darkest, dark.data[here] as number);
      const column = here % width;
      for (const next of [
        here - width,
        here + width,
        column > 0 ? here - 1 : -1,
        column < width - 1 ? here + 1 : -1,
      ]) {
        if (next < 0 || next >= opacity.length || seen[next] || (opacity[next] as number) < mark) continue;
        seen[next] = 1;
        stack[top++] = next;
      }
    }
    if (weight < least || darkest < faintest)
      for (let at = 0; at < top; at++) opacity[stack[at] as number] = 0;
  }
  // What is left of faint pixels away from any mark goes, too.
  for (let at = 0; at < opacity.length; at++) {
    const here = opacity[at] as number;
    if (here > 0 && here < mark && !marked(opacity, at, dark)) opacity[at] = 0;
  }
}

/** Whether a mark is within two pixels of a place. */
function marked(opacity: Float32Array, place: number, { width, height }: Plane): boolean {
  const [column, row] = [place % width, Math.floor(place / width)];
  const [left, right] = [Math.max(0, column - 2), Math.min(width - 1, column + 2)];
  for (let y = Math.max(0, row - 2); y <= Math.min(height - 1, row + 2); y++)
    for (let x = left; x <= right; x++) if ((opacity[y * width + x] as number) >= mark) return true;
  return false;
}

/** Red, green, blue and opacity: what lies on white paper with this opacity looks as it did. */
function painted(clean: Float32Array, opacity: Float32Array, width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < opacity.length; at++) {
    const share = opacity[at] as number;
    if (share === 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      const seen = Math.min(1, clean[at * 3 + channel] as number);
      const colour = (seen - (1 - share)) / share;
      data[at * 4 + channel] = Math.round(255 * Math.max(0, Math.min(1, colour)));
    }
    data[at * 4 + 3] = Math.round(255 * share);
  }
  return { width, height, data };
}
