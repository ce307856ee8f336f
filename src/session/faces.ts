/**
 * What the styles of portraits offer and a poster can use: faces that look at us kindly, hair of every age and kind, no costumes.
 * Changing a list changes the faces that people have seen in print: add a style rather.
 */
import type { Options } from '@dicebear/core';
import type { Options as Lorelei } from '@dicebear/lorelei';
import type { Options as Notionists } from '@dicebear/notionists';
import type { Options as OpenPeeps } from '@dicebear/open-peeps';

const skins = ['ffdbb4', 'edb98a', 'd08b5b', 'ae5d29', '694d3d'];
const hair = ['2c1b18', '4a312c', '724133', 'a55728', 'c9c4bc', '16191d'];

/** `variant03` for 3. */
const variant = <Number extends string>(number: Number) => `variant${number}` as const;

const openPeeps = {
  face: ['calm', 'cute', 'smile', 'smileBig'],
  head: [
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
  ],
  skinColor: skins,
  clothingColor: ['f6f1e4', 'fbd96b', 'f4a988', '9fd8cb', 'b9d0f2'],
  headContrastColor: hair,
  accessories: ['glasses', 'glasses2', 'glasses3', 'glasses4'],
  accessoriesProbability: 15,
  facialHairProbability: 0,
  maskProbability: 0,
} satisfies OpenPeeps;

const plain = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13'] as const;
const further = ['14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26'] as const;
const later = ['28', '29', '30', '31', '32', '33', '35', '36', '37', '38', '39', '40', '41', '42'] as const;
const last = ['43', '44', '45', '46', '47', '48'] as const;

/** Drawn in black and white. */
const notionist = {
  lips: (['03', '14', '17', '22', '23', '25', '30'] as const).map(variant),
  hair: [
    'hat',
    ...[...plain, ...further, ...later, ...last].map(variant).filter(name => name !== 'variant14'),
    ...(['49', '52', '53', '54', '55', '56', '57', '58', '59', '60', '61', '62', '63'] as const).map(variant),
  ],
  brows: (['01', '02', '05', '06', '07', '08', '09', '10', '12'] as const).map(variant),
  body: ([...plain, '14', '15', '16', '17', '19', '20', '21', '22', '23', '24'] as const).map(variant),
  beardProbability: 12,
  glassesProbability: 20,
  bodyIconProbability: 0,
  gestureProbability: 0,
} satisfies Notionists;

/** Heads and shoulders in clear lines. */
const loreleis = {
  mouth: ['happy01', 'happy02', 'happy03', 'happy04', 'happy05', 'happy06', 'happy13'],
  eyes: (['02', '04', '06', '10', '14', '18', '22', '23', '24'] as const).map(variant),
  hair: [...plain, ...further, ...later, ...last].map(variant),
  // Its heads end at the neck: a disc holds them, and hair and skin are seen on any colour.
  backgroundColor: ['f6f1e4'],
  radius: 50,
  scale: 88,
  translateY: 4,
  skinColor: skins,
  hairColor: hair,
  hairAccessoriesProbability: 0,
  beardProbability: 10,
  glassesProbability: 20,
} satisfies Lorelei & Options;

export const faces = { 'open-peeps': openPeeps, notionists: notionist, lorelei: loreleis } as const;
