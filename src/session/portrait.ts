/** A friendly, illustrated portrait for a person without a picture: the same name gives the same face. */
import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import type { Picture } from './session.js';

/** What the style offers and a poster can use: faces that look at us kindly, hair of every age and kind, no costumes. */
const faces = ['calm', 'cute', 'smile', 'smileBig'] as const;
const heads = [
  'afro',
  'bangs',
  'bangs2',
  'bantuKnots',
  'bun',
  'bun2',
  'buns',
  'cornrows',
  'cornrows2',
  'dreads1',
  'dreads2',
  'flatTop',
  'flatTopLong',
  'grayBun',
  'grayMedium',
  'grayShort',
  'long',
  'longAfro',
  'longBangs',
  'longCurly',
  'medium1',
  'medium2',
  'medium3',
  'mediumBangs',
  'mediumBangs2',
  'mediumBangs3',
  'mediumStraight',
  'noHair1',
  'noHair2',
  'pomp',
  'shaved1',
  'shaved2',
  'short1',
  'short2',
  'short3',
  'short4',
  'short5',
  'twists',
  'twists2',
] as const;
const skins = ['ffdbb4', 'edb98a', 'd08b5b', 'ae5d29', '694d3d'];
const clothes = ['f6f1e4', 'fbd96b', 'f4a988', '9fd8cb', 'b9d0f2'];
const hair = ['2c1b18', '4a312c', '724133', 'a55728', 'c9c4bc', '16191d'];

/** @param seed the name; drawn with Open Peeps by Pablo Stanley (CC0). */
export function portraitOf(seed: string): Picture {
  const svg = createAvatar(openPeeps, {
    seed,
    face: [...faces],
    head: [...heads],
    skinColor: skins,
    clothingColor: clothes,
    headContrastColor: hair,
    accessories: ['glasses', 'glasses2', 'glasses3', 'glasses4'],
    accessoriesProbability: 15,
    facialHairProbability: 0,
    maskProbability: 0,
  }).toString();
  const [, , width = 1, height = 1] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return { kind: 'art', svg, width, height };
}
