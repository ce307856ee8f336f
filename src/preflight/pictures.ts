/** Pictures have enough pixels for the size that they are printed in. */

import { ptToMm } from '../units.js';
import { unitOf } from './boxes.js';
import type { Objects, PrintedPage } from './document.js';
import { type Finding, mm } from './finding.js';
import { extentBetween, extentOf } from './matrix.js';
import type { Mark, Picture } from './painting.js';

/** Pixels per inch of paper: at arm's length single pixels are seen below the first; below the second they are blocks. */
const enough = 100;
const least = 60;

export function checkPictures(marks: readonly Mark[], objects: Objects, page: PrintedPage): Finding[] {
  return marks.flatMap((mark): Finding[] => {
    if (mark.kind !== 'picture' || !isOnPaper(mark, objects, page)) return [];
    const { width, height, matrix } = mark;
    const [a, b, c, d] = matrix;
    const across = Math.hypot(a, b);
    const up = Math.hypot(c, d);
    const ppi = Math.min((width * 72) / across, (height * 72) / up);
    // Rounding of matrices must not make 100 into 99.99.
    if (!(ppi < enough - 0.01)) return [];
    const pixels = (points: number) => Math.ceil(((points / 72) * enough - 0.01) / 10) * 10;
    const printed = `${mm(ptToMm(across))} × ${mm(ptToMm(up))} mm`;
    return [
      {
        severity: ppi < least - 0.01 ? 'error' : 'warning',
        page: page.number,
        message: `a picture of ${width} × ${height} pixels is printed ${printed} large, which is ${Math.floor(ppi + 0.01)} pixels per inch; ${enough} look sharp, and ${least} is the least.`,
        hint: `Use a picture of at least ${pixels(across)} × ${pixels(up)} pixels, or print it smaller.`,
      },
    ];
  });
}

/** Tiles paint a whole sheet on each page, and show a part of it. */
function isOnPaper({ matrix, repeats }: Picture, objects: Objects, page: PrintedPage): boolean {
  const media = objects.numbers(objects.holderOf(page.dict, 'MediaBox'), 'MediaBox', 4);
  if (!media || repeats) return true;
  const unit = unitOf(page, objects);
  const paper = extentBetween(media.map(number => number * unit));
  const picture = extentOf({ left: 0, bottom: 0, right: 1, top: 1 }, matrix);
  return (
    picture.left < paper.right &&
    picture.right > paper.left &&
    picture.bottom < paper.top &&
    picture.top > paper.bottom
  );
}
