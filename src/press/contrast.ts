/** What everything that is read or written on has under it, and how well it is told apart from that: computed on frames. */

import type { ColourRole, Frame, PictureFrame, Sheet } from '../layout/frame.js';
import { mapped } from '../lists.js';
import { leastContrast, leastForType, luminance, luminanceOf, ratioOf } from '../session/contrast.js';
import type { Box } from '../units.js';
import type { InkMap } from '../world.js';
import { common, inkBoxes, pictureBox, touches } from './boxes.js';
import type { Inks } from './inks.js';

/** Relative luminances of a colour: as the theme means it, and as its ink is shown by machines that mix inks plainly. */
type Tone = readonly [meant: number, shown: number];

/** What the looks of a sheet depend on besides its frames. */
export interface Looks {
  inks: Inks;
  /** The darkest and lightest of each cell of a picture; undefined where that is not known. */
  shadesOf(picture: PictureFrame['picture']): InkMap | undefined;
}

/** A thing that is seen, and what under it is worst for it. */
export interface Pair {
  /** Its number among the frames of the sheet. */
  index: number;
  kind: 'text' | 'line';
  /** Its colour role. */
  colour: ColourRole;
  /** The number of the frame under it, or over it; undefined is the paper. */
  other: number | undefined;
  /** True when something was painted over it later, so that it is not seen at all. */
  hidden: boolean;
  ratio: number;
  least: number;
}

/** What lies under a box, or a part of it. */
interface Ground {
  other: number | undefined;
  /** One tone, or the darkest and lightest of a picture. */
  tones: readonly Tone[];
}

/** Whatever lies over less of a thing is the edge of a neighbour, mm. */
const slack = 0.05;

/**
 * Each text, each line to write on and each frame to draw in with the worst of what lies under it. Solids count where their box is,
 * pictures by the darkest and the lightest that they have there. Sheets that stand on others as pictures (maps of tiles) are not
 * looked into.
 * @param scale in which the sheet is printed: type that is 24 pt on it may be smaller on its tiles
 */
export function pairsOn(sheet: Sheet, { inks, shadesOf }: Looks, scale = 1): Pair[] {
  const tones = new Map<ColourRole, Tone>();
  const toneOf = (role: ColourRole): Tone => {
    const hex = sheet.colours[role] ?? '#000000';
    const tone = tones.get(role) ?? [luminance(hex), luminanceOf(inks.shown(hex))];
    tones.set(role, tone);
    return tone;
  };
  const solids = sheet.frames.flatMap((frame, index) => {
    const seen = frame.kind === 'picture' || (frame.kind === 'shape' && frame.fill !== undefined);
    if (!seen) return [];
    const ground = frame.kind === 'shape' ? { other: index, tones: [toneOf(frame.fill ?? '')] } : undefined;
    return [{ frame, index, ground }];
  });
  const upmost = solids.toReversed();
  const paper: Ground = { other: undefined, tones: [toneOf('paper')] };
  const groundsUnder = (box: Box, at: number): Ground[] => {
    const grounds: Ground[] = [];
    let bare = [box];
    for (const { frame, index, ground } of upmost) {
      if (index >= at || bare.length === 0) continue;
      if (!bare.some(part => touches(part, frame.box))) continue;
      if (frame.kind === 'shape') {
        if (ground) grounds.push(ground);
        bare = wholeOf(frame).reduce(without, bare);
      } else if (frame.kind === 'picture') {
        const here = bare.filter(part => touches(part, frame.box));
        const { shades, whole } = shadesUnder(frame, here, shadesOf);
        if (shades) grounds.push({ other: index, tones: shades });
        if (whole) bare = without(bare, frame.box);
      }
    }
    if (bare.length > 0) grounds.push(paper);
    return grounds;
  };

  return sheet.frames.flatMap((frame, index): Pair[] => {
    const seen = seenOf(frame, scale);
    if (!seen) return [];
    const boxes = mapped(frame.kind === 'field' ? [frame.box] : inkBoxes([frame]), shrunk);
    // Rules end under what they lead to, and cross each other: the line along the stations of a day.
    const isRule = frame.origin === 'rule';
    const later = isRule ? [] : solids.slice(solids.findLastIndex(solid => solid.index <= index) + 1);
    const cover = later.find(solid => boxes.some(box => touches(box, solid.frame.box)));
    if (cover) return [{ index, other: cover.index, hidden: true, ratio: 1, ...seen }];
    const tone = toneOf(seen.colour);
    let worst: { other: number | undefined; ratio: number } | undefined;
    for (const { other, tones: under } of boxes.flatMap(box => groundsUnder(box, index))) {
      if (isRule && other !== undefined && isThe(seen.colour, sheet.frames[other])) continue;
      const ratio = ratioOn(tone, under);
      if (!worst || ratio < worst.ratio) worst = { other, ratio };
    }
    return worst ? [{ index, other: worst.other, hidden: false, ratio: worst.ratio, ...seen }] : [];
  });
}

const isThe = (colour: ColourRole, frame: Frame | undefined): boolean =>
  frame?.kind === 'shape' && frame.fill === colour;

/** What of a frame is read or written on. The role `line` is that of lines to write on, also where they are rules. */
function seenOf(frame: Frame, scale: number): Pick<Pair, 'kind' | 'colour' | 'least'> | undefined {
  if (frame.kind === 'text') {
    const least = leastForType(frame.size * scale);
    return frame.lines.length > 0 ? { kind: 'text', colour: frame.colour, least } : undefined;
  }
  // What is typed into a field.
  if (frame.kind === 'field')
    return { kind: 'text', colour: frame.colour, least: leastForType(frame.size * scale) };
  if (frame.kind === 'picture') return undefined;
  const colour = frame.stroke?.colour ?? frame.fill;
  const rule = frame.origin === 'rule' && colour === 'line';
  const written = frame.origin === 'writing' || frame.origin === 'frame' || rule;
  return written && colour !== undefined ? { kind: 'line', colour, least: leastContrast.line } : undefined;
}

/** Of a picture it is the worst that counts: where it has what is darker and what is lighter, it may have the colour itself. */
function ratioOn([meant, shown]: Tone, under: readonly Tone[]): number {
  const between = (tone: number, as: 0 | 1) => {
    let darkest = 1;
    let lightest = 0;
    for (const other of under) {
      darkest = Math.min(darkest, other[as]);
      lightest = Math.max(lightest, other[as]);
    }
    const inside = tone > darkest && tone < lightest;
    return inside ? 1 : Math.min(ratioOf(tone, darkest), ratioOf(tone, lightest));
  };
  return Math.min(between(meant, 0), between(shown, 1));
}

/** All that a picture can show. */
const anything: readonly Tone[] = [
  [0, 0],
  [1, 1],
];

/** The darkest and lightest of a picture under some boxes, and whether it hides all that is under it. */
function shadesUnder(frame: PictureFrame, boxes: readonly Box[], shadesOf: Looks['shadesOf']) {
  const map = shadesOf(frame.picture);
  if (!map) return { shades: anything, whole: false };
  const { x, y, width, height } = pictureBox(frame.box, frame.picture, frame.crop);
  const { side, shades, ink, white } = map;
  let whole = true;
  const found: number[] = [];
  for (let index = 0; index < side * side; index++) {
    const column = index % side;
    const row = Math.floor(index / side);
    const size = { width: width / side, height: height / side };
    const cell = common({ x: x + column * size.width, y: y + row * size.height, ...size }, frame.box);
    if (!boxes.some(box => touches(box, cell))) continue;
    if ((ink[index] ?? 0) + (white[index] ?? 0) < 0.999) whole = false;
    found.push(...(shades[index] ?? []));
  }
  // Beside a picture that is seen whole its box is empty.
  if (frame.crop === 'whole') whole = false;
  const ends = [Math.min(...found), Math.max(...found)];
  return { whole, ...(found.length > 0 && { shades: ends.map((end): Tone => [end, end]) }) };
}

/** The parts of a solid that are full: all of it but the squares at its round corners. */
function wholeOf({ box, radius }: { box: Box; radius: number }): Box[] {
  if (radius === 0) return [box];
  const { x, y, width, height } = box;
  return [
    { x: x + radius, y, width: Math.max(0, width - 2 * radius), height },
    { x, y: y + radius, width, height: Math.max(0, height - 2 * radius) },
  ];
}

/** What is left of boxes where another box has been cut out. */
function without(boxes: readonly Box[], cut: Box): Box[] {
  const left: Box[] = [];
  for (let index = 0; index < boxes.length; index++) {
    const box = boxes[index] as Box;
    const hole = common(box, cut);
    if (hole.width <= slack || hole.height <= slack) {
      left.push(box);
      continue;
    }
    const right = box.x + box.width;
    const foot = box.y + box.height;
    const holeRight = hole.x + hole.width;
    const holeFoot = hole.y + hole.height;
    const { x, y, width } = box;
    for (const part of [
      { x, y, width, height: hole.y - y },
      { x, y: holeFoot, width, height: foot - holeFoot },
      { x, y: hole.y, width: hole.x - x, height: hole.height },
      { x: holeRight, y: hole.y, width: right - holeRight, height: hole.height },
    ])
      if (part.width > slack && part.height > slack) left.push(part);
  }
  return left;
}

/** A box without its outermost edge, where a neighbour may touch it; of thin lines something is left. */
function shrunk({ x, y, width, height }: Box): Box {
  const across = Math.min(slack, width / 4);
  const down = Math.min(slack, height / 4);
  return { x: x + across, y: y + down, width: width - 2 * across, height: height - 2 * down };
}
