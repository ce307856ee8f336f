/** Pictures in the inks of the press, and how much ink they bring. */
import { inkOfPaths } from '../art/inkmap.js';
import { plainPaths } from '../art/paths.js';
import { toBase64 } from '../base64.js';
import { onceIn } from '../kept.js';
import type { Frame } from '../layout/frame.js';
import { embeddedIn } from '../session/embedded.js';
import type { Picture } from '../session/session.js';
import type { Size } from '../units.js';
import type { Developed, InkMap, World } from '../world.js';
import { pictureBox } from './boxes.js';
import type { Looks } from './contrast.js';
import type { Ink, InkedArt, InkedPhoto } from './page.js';
import type { InkSources } from './sprays.js';

export interface InkedPictures {
  /** Those that are printed in other inks than they came in. */
  inked: ReadonlyMap<Picture, InkedPhoto | InkedArt>;
  inkOf: InkSources['pictureInk'];
  shadesOf: Looks['shadesOf'];
}

/** Pixels per millimetre that nobody sees at arm's length: 200 to the inch. */
const finest = 200 / 25.4;

/** Makes all pictures of a pack ready, each at the largest size that it is printed in; each is read once. */
export async function inkPictures(
  frames: readonly Frame[],
  space: Ink['space'],
  world: World,
): Promise<InkedPictures> {
  const inked = new Map<Picture, InkedPhoto | InkedArt>();
  const maps = new Map<object, InkMap>();
  const photos = new Map<Uint8Array, Developed>();
  const widths = printedWidths(frames);
  // One after the other: a photograph takes up to a few hundred megabytes while it is decoded.
  for (const picture of widths.keys()) {
    if (picture.kind === 'art') continue;
    const { bytes, transparent, ink, ...rest } = picture;
    const order = { space, transparent, size: pixelsFor(bytes, widths) };
    const photo = photos.get(bytes) ?? (await world.develop(bytes, order));
    photos.set(bytes, photo);
    const made: InkedPhoto = { ...rest, ...photo, ...(space !== 'rgb' && { space }) };
    inked.set(picture, made);
    maps.set(made, ink);
  }
  await Promise.all(
    [...widths.keys()].map(async picture => {
      if (picture.kind !== 'art') return;
      const svg = space === 'rgb' ? picture.svg : await withInkedImages(picture.svg, space, world);
      const made: InkedArt = { ...picture, svg };
      inked.set(picture, made);
      maps.set(made, await inkMapOf(picture, world));
    }),
  );
  const unknown: InkMap = { side: 1, ink: [1], white: [0], shades: [[0, 1]] };
  return {
    inked,
    inkOf: picture => maps.get(picture) ?? unknown,
    shadesOf: picture => (picture.kind === 'plate' ? undefined : maps.get(inked.get(picture) ?? picture)),
  };
}

/** The largest width in which each picture is printed, mm; what a crop hides of it is a part of that. */
function printedWidths(frames: readonly Frame[]): Map<Picture, number> {
  const widths = new Map<Picture, number>();
  for (const frame of frames) {
    if (frame.kind !== 'picture' || frame.picture.kind === 'plate') continue;
    const { width } = pictureBox(frame.box, frame.picture, frame.crop);
    widths.set(frame.picture, Math.max(width, widths.get(frame.picture) ?? 0));
  }
  return widths;
}

/** The pixels that a file is worth, which may be shown by several pictures. */
function pixelsFor(bytes: Uint8Array, widths: ReadonlyMap<Picture, number>): Size {
  const own = [...widths].filter(([picture]) => picture.kind === 'photo' && picture.bytes === bytes);
  const width = Math.max(...own.map(([, printed]) => Math.ceil(printed * finest)));
  const [{ width: across, height: down }] = (own[0] ?? [{ width: 1, height: 1 }]) as [Size];
  return { width, height: Math.ceil((width * down) / across) };
}

/** Portraits come again in many files: where they have ink is found once. */
const known = new WeakMap<Picture, Promise<InkMap>>();

function inkMapOf(picture: Picture & { kind: 'art' }, world: World): Promise<InkMap> {
  const map =
    known.get(picture) ??
    onceIn(world.kept)(
      () => ['ink', picture],
      () => findInk(picture, world),
    );
  known.set(picture, map);
  return map;
}

async function findInk(picture: Picture & { kind: 'art' }, world: World): Promise<InkMap> {
  const paths = plainPaths(picture.svg);
  return paths ? inkOfPaths(paths, picture) : world.inkMap(new TextEncoder().encode(picture.svg));
}

/** Photographs inside a drawing are printed in the same inks; what of them is transparent is white then. */
async function withInkedImages(svg: string, space: 'cmyk' | 'grey', world: World): Promise<string> {
  let inked = svg;
  for (const { link, bytes } of embeddedIn(svg)) {
    if (!bytes) continue;
    const { bytes: jpeg } = await world.develop(bytes, { space, transparent: false });
    inked = inked.replaceAll(link, `data:image/jpeg;base64,${toBase64(jpeg)}`);
  }
  return inked;
}
