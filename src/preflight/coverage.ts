/** How much of a page has ink: a page that lost its drawing, or is painted over, looks right in all other ways. */
import { buildAgain, type Finding } from './finding.js';
import type { Raster, RasterPdf } from './raster.js';

/** Percentage points that measuring in pixels, and other people's rasterisers, may differ by. */
const tolerance = 1.5;

/** Enough that a hairline of an A4 form is a pixel wide; four times as many change the figures by less than 0.2 points. */
const pixels = 2_000_000;

/** @param wanted per cent of the page that is meant to have ink */
export async function checkCoverage(pdf: RasterPdf, page: number, wanted: number): Promise<Finding[]> {
  const measured = inkOn(await pdf.page(page, pixels)) * 100;
  if (Math.abs(measured - wanted) <= tolerance) return [];
  const percent = (value: number) => `${Math.round(value * 10) / 10} %`;
  const cause =
    measured < wanted ? 'Something is not painted, or hidden' : 'Something is painted that was not meant';
  return [
    {
      severity: 'error',
      page,
      message: `ink covers ${percent(measured)} of the page; ${percent(wanted)} were meant.`,
      hint: `${cause}: look at the page. ${buildAgain}`,
    },
  ];
}

/** Darkness that no eye and no press tells from paper, of 255. */
const paper = 3;

/**
 * The share of a page that has ink, 0 to 1. Pixels on the edge of a shape have a part of its ink only: beside bare paper, each
 * counts as much as it is dark beside the darkest one around it. To count them whole would give A4 pages of small type 1 to 3
 * points more than they have. Where no paper is near (type on a tint), all is ink.
 */
export function inkOn({ width, height, data }: Raster): number {
  const dark = new Uint8Array(width * height);
  for (let at = 0; at < dark.length; at++) {
    const [red = 255, green = 255, blue = 255] = [data[4 * at], data[4 * at + 1], data[4 * at + 2]];
    dark[at] = 255 - Math.min(red, green, blue);
  }
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const own = dark[y * width + x] ?? 0;
      if (own <= paper) continue;
      const { lightest, darkest } = around(dark, width, height, x, y);
      sum += lightest > paper ? 1 : own / darkest;
    }
  }
  return sum / dark.length;
}

function around(dark: Uint8Array, width: number, height: number, x: number, y: number) {
  let [lightest, darkest] = [255, 0];
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
      const one = dark[row * width + column] ?? 0;
      if (one < lightest) lightest = one;
      if (one > darkest) darkest = one;
    }
  }
  return { lightest, darkest };
}
