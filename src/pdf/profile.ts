/** The colour profile of sRGB (IEC 61966-2-1) as a file of the ICC (ICC.1:1998-09, version 2.1). */
import { lightOf } from '../session/contrast.js';

/** Colours of the three lights and of white as seen in daylight of 5000 K (Bradford), and the white of sRGB itself. */
const lights = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
  wtpt: [0.95045, 1, 1.08905],
} as const;
const daylight = [0.9642, 1, 0.82491] as const;

/** Points of the curve from a value to its light. */
const points = 256;

let made: Uint8Array | undefined;

export function srgbProfile(): Uint8Array {
  made ??= make();
  return made;
}

function make(): Uint8Array {
  const curve = [...ascii('curv'), 0, 0, 0, 0, ...uint32(points)];
  for (let step = 0; step < points; step++) {
    curve.push(...uint16(Math.round(lightOf(step / (points - 1)) * 65535)));
  }
  const name = 'sRGB IEC61966-2.1';
  // A text in ASCII; the versions in Unicode and for the Macintosh that follow it are empty.
  const description = [
    ...ascii('desc'),
    0,
    0,
    0,
    0,
    ...uint32(name.length + 1),
    ...ascii(name),
    ...zeros(1 + 8 + 3 + 67),
  ];
  const copyright = [...ascii('text'), 0, 0, 0, 0, ...ascii('CC0'), 0];
  const tags: [string, number[]][] = [
    ['desc', description],
    ['cprt', copyright],
    ...Object.entries(lights).map(([tag, xyz]): [string, number[]] => [
      tag,
      [...ascii('XYZ '), 0, 0, 0, 0, ...xyz.flatMap(fixed)],
    ]),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table: number[] = [...uint32(tags.length)];
  const data: number[] = [];
  const places = new Map<number[], number>();
  const begins = 128 + 4 + tags.length * 12;
  for (const [tag, bytes] of tags) {
    const at = places.get(bytes) ?? begins + data.length;
    if (!places.has(bytes)) data.push(...bytes, ...zeros(-bytes.length & 3));
    places.set(bytes, at);
    table.push(...ascii(tag), ...uint32(at), ...uint32(bytes.length));
  }
  const header = [
    ...uint32(begins + data.length),
    ...zeros(4),
    ...uint32(0x02100000),
    ...ascii('mntrRGB XYZ '),
    // The first of January 2027: a profile has to have a date.
    ...[2027, 1, 1, 0, 0, 0].flatMap(uint16),
    ...ascii('acsp'),
    ...zeros(28),
    ...daylight.flatMap(fixed),
  ];
  return Uint8Array.from([...header, ...zeros(128 - header.length), ...table, ...data]);
}

const ascii = (text: string): number[] => [...text].map(character => character.charCodeAt(0));
const zeros = (count: number): number[] => new Array<number>(count).fill(0);
const uint16 = (value: number): number[] => [value >> 8, value & 255];
const uint32 = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
/** A number with sixteen bits behind the point. */
const fixed = (value: number): number[] => uint32(Math.round(value * 65536));
