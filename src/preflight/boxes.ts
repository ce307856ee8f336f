/** The boxes of a page: is the paper as large as it should be, and will it be cut where it should be? */
import { ptToMm } from '../units.js';
import type { PrintedPage, PrintedPdf } from './document.js';
import { buildAgain, type Finding, mm, sizeInMm } from './finding.js';
import type { Entry } from './manifest.js';
import { extentBetween } from './matrix.js';

/** How far lengths may be off, mm: what rounding to a hundredth of a point and a knife do not show. */
const tolerance = 0.1;

type BoxName = 'MediaBox' | 'CropBox' | 'TrimBox' | 'BleedBox';

/** mm; places are in the coordinates of the page, which may begin anywhere. */
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
    const inherits = name === 'MediaBox' || name === 'CropBox';
    const holder = inherits ? objects.holderOf(page.dict, name) : page.dict;
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
  if (!media) return [says(`there is no MediaBox; one of ${sizeInMm(entry.media)} is wanted.`)];
  const findings: Finding[] = [];
  const turned = (objects.number(objects.holderOf(page.dict, 'Rotate'), 'Rotate') ?? 0) % 180 !== 0;
  const seen = turned ? { ...media, width: media.height, height: media.width } : media;
  if (!sameSize(seen, entry.media))
    findings.push(says(`the size is ${sizeInMm(seen)}; ${sizeInMm(entry.media)} is wanted.`));

  const outside = (name: BoxName, box: PageBox) =>
    says(`the ${name} (${placeOf(box, media)}) reaches outside the page.`);

  const crop = boxOf('CropBox');
  if (crop && !inside(media, crop)) {
    findings.push(
      says(`the CropBox (${placeOf(crop, media)}) hides a part of the page, which is not printed then.`),
    );
  }
  const trim = boxOf('TrimBox');
  const bleed = boxOf('BleedBox');
  if (entry.bleed === undefined) {
    if (trim && !inside(trim, media)) findings.push(outside('TrimBox', trim));
    return findings;
  }
  /** One of the two boxes that tell the copy shop where to cut. */
  const checkPlace = (name: BoxName, box: PageBox | undefined, right: PageBox) => {
    if (box && same(box, right)) return;
    const is = box ? `the ${name} is ${placeOf(box, media)}` : `there is no ${name}`;
    findings.push(says(`${is}; one of ${placeOf(right, media)} is wanted.`));
  };
  checkPlace('TrimBox', trim, centred(media, entry.trim));
  const { width, height } = entry.trim;
  const twice = 2 * entry.bleed;
  checkPlace('BleedBox', bleed, centred(media, { width: width + twice, height: height + twice }));
  if (bleed && !inside(bleed, media)) findings.push(outside('BleedBox', bleed));
  return findings;
}

/** How many points a unit of the page's coordinates is. */
export const unitOf = ({ dict }: PrintedPage, objects: PrintedPdf['objects']): number =>
  objects.number(dict, 'UserUnit') ?? 1;

/** `594 × 841 mm, 10 mm from the left and 10 mm from the bottom` */
const placeOf = (box: PageBox, media: PageBox): string =>
  `${sizeInMm(box)}, ${mm(box.left - media.left)} mm from the left and ${mm(box.bottom - media.bottom)} mm from the bottom`;

/** A box of a size in the middle of another. */
const centred = (media: PageBox, { width, height }: { width: number; height: number }): PageBox => ({
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
