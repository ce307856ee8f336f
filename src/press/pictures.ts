/** Pictures in the inks of the press, and how much ink they bring. */
import type { Frame } from '../layout/frame.js';
import type { Picture } from '../session/session.js';
import type { InkMap, World } from '../world.js';
import type { InkSources } from './coverage.js';
import type { Ink, InkedArt, InkedPhoto } from './page.js';

export interface InkedPictures {
  /** Those that are printed in other inks than they came in. */
  inked: ReadonlyMap<Picture, InkedPhoto | InkedArt>;
  inkOf: InkSources['pictureInk'];
}

/** Makes all pictures of a pack ready; each is read once. */
export async function inkPictures(
  frames: readonly Frame[],
  space: Ink['space'],
  world: World,
): Promise<InkedPictures> {
  const pictures = new Set(
    frames.flatMap(frame =>
      frame.kind === 'picture' && frame.picture.kind !== 'plate' ? frame.picture : [],
    ),
  );
  const inked = new Map<Picture, InkedPhoto | InkedArt>();
  const maps = new Map<object, InkMap>();
  await Promise.all(
    [...pictures].map(async picture => {
      const made = space === 'rgb' ? picture : await inkPicture(picture, space, world);
      inked.set(picture, made);
      maps.set(made, await inkMapOf(picture, world));
    }),
  );
  return { inked, inkOf: picture => maps.get(picture) ?? { side: 1, ink: [1], white: [0] } };
}

/** Portraits and photographs come again in many files: where they have ink is found once. */
const known = new WeakMap<Picture, InkMap>();

async function inkMapOf(picture: Picture, world: World): Promise<InkMap> {
  const bytes = picture.kind === 'photo' ? picture.bytes : new TextEncoder().encode(picture.svg);
  const map = known.get(picture) ?? (await world.inkMap(bytes));
  known.set(picture, map);
  return map;
}

async function inkPicture(
  picture: Picture,
  space: 'cmyk' | 'grey',
  world: World,
): Promise<InkedPhoto | InkedArt> {
  if (picture.kind === 'photo') {
    return { ...picture, ...(await world.recolour(picture.bytes, space)), space };
  }
  return { ...picture, svg: await withInkedImages(picture.svg, space, world) };
}

const embedded = /data:image\/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)/gi;

/** Photographs inside a drawing are printed in the same inks; what of them is transparent is white then. */
async function withInkedImages(svg: string, space: 'cmyk' | 'grey', world: World): Promise<string> {
  const found = [...new Set([...svg.matchAll(embedded)].map(([link]) => link))];
  let inked = svg;
  for (const link of found) {
    const bytes = fromBase64(link.slice(link.indexOf(',') + 1).replace(/\s+/g, ''));
    const { bytes: jpeg } = await world.recolour(bytes, space);
    inked = inked.replaceAll(link, `data:image/jpeg;base64,${toBase64(jpeg)}`);
  }
  return inked;
}

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), character => character.charCodeAt(0));

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
