/** The boxes of a page: is the paper as large as it should be, and will it be cut where it should be? */
import { ptToMm } from '../units.js';
import type { PrintedPage, PrintedPdf } from './document.js';
import { buildAgain, type Finding, mm, sizeInMm } from './finding.js';
import type { Entry } from './manifest.js';
import { extentBetween } from './matrix.js';

/** How far lengths may be off, mm: what rounding to a hundredth of a point and a knife do not show. */
const tolerance = 0.1;

type BoxName = 'MediaBox' | 'TrimBox' | 'BleedBox';

/** From the lower left corner of the coordinates, mm. */
interface PageBox {
  left: number;
  bottom: number;
  width: number;
  height: number;
}

export function checkBoxes(page: PrintedPage, { objects }: PrintedPdf, entry: Entry): Finding[] {
  const says = (message: string): Finding => ({
    severity: 'error',
    page: page.number,
    message,
    hint: buildAgain,
  });
  const boxOf = (name: BoxName): PageBox | undefined => {
    const holder = name === 'MediaBox' ? objects.holderOf(page.dict, name) : page.dict;
    const numbers = objects.numbers(holder, name, 4);
    if (!numbers) return undefined;
    const { left, bottom, right, top } = extentBetween(numbers);
    const unit = ptToMm(unitOf(page, objects));
    return {
      left: left * unit,
      bottom: bottom * unit,
      width: (right - left) * unit,
      height: (top - bottom) * unit,
    };
  };

  const media = boxOf('MediaBox');
  const wanted = entry.media ?? entry.trim;
  if (!media) return [says(`it has no MediaBox; one of ${sizeInMm(wanted)} is wanted.`)];
  const findings: Finding[] = [];
  const turned = (objects.number(objects.holderOf(page.dict, 'Rotate'), 'Rotate') ?? 0) % 180 !== 0;
  const seen = turned ? { ...media, width: media.height, height: media.width } : media;
  if (!sameSize(seen, wanted))
    findings.push(says(`the page is ${sizeInMm(seen)} large; ${sizeInMm(wanted)} are wanted.`));

  const trim = boxOf('TrimBox');
  const bleed = boxOf('BleedBox');
  if (entry.bleed === undefined) {
    if (trim && !inside(trim, media))
      findings.push(says(`its TrimBox (${placeOf(trim)}) reaches outside the page (${placeOf(media)}).`));
    return findings;
  }
  const cut = around(media, entry.trim);
  if (!trim)
    findings.push(says(`it has no TrimBox; the copy shop cuts along one of ${sizeInMm(entry.trim)}.`));
  else if (!same(trim, cut)) {
    findings.push(
      says(`its TrimBox is ${placeOf(trim)}; in the middle of the page it would be ${placeOf(cut)}.`),
    );
  }
  const room = around(media, {
    width: entry.trim.width + 2 * entry.bleed,
    height: entry.trim.height + 2 * entry.bleed,
  });
  if (!bleed) findings.push(says(`it has no BleedBox; one of ${sizeInMm(room)} is wanted.`));
  else if (!same(bleed, room)) {
    const is = `its BleedBox is ${placeOf(bleed)}`;
    findings.push(
      says(`${is}; ${mm(entry.bleed)} mm around the trimmed sheet it would be ${placeOf(room)}.`),
    );
  }
  if (bleed && !inside(bleed, media))
    findings.push(says(`its BleedBox (${placeOf(bleed)}) reaches outside the page (${placeOf(media)}).`));
  return findings;
}

/** How many points a unit of the page's coordinates is. */
export const unitOf = ({ dict }: PrintedPage, objects: PrintedPdf['objects']): number =>
  objects.number(dict, 'UserUnit') ?? 1;

/** `594 × 841 mm at 10, 10` */
const placeOf = (box: PageBox): string => `${sizeInMm(box)} at ${mm(box.left)}, ${mm(box.bottom)}`;

/** A box of a size in the middle of another. */
const around = (media: PageBox, { width, height }: { width: number; height: number }): PageBox => ({
  left: media.left + (media.width - width) / 2,
  bottom: media.bottom + (media.height - height) / 2,
  width,
  height,
});

const near = (one: number, other: number): boolean => Math.abs(one - other) <= tolerance;

const sameSize = (
  one: { width: number; height: number },
  other: { width: number; height: number },
): boolean => near(one.width, other.width) && near(one.height, other.height);

const same = (one: PageBox, other: PageBox): boolean =>
  sameSize(one, other) && near(one.left, other.left) && near(one.bottom, other.bottom);

const inside = (box: PageBox, media: PageBox): boolean =>
  box.left >= media.left - tolerance &&
  box.bottom >= media.bottom - tolerance &&
  box.left + box.width <= media.left + media.width + tolerance &&
  box.bottom + box.height <= media.bottom + media.height + tolerance;
