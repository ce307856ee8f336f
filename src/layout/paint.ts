/** From a node in its box to frames: the one place where each kind of node becomes ink. */

import { mapped } from '../lists.js';
import type { Direction } from '../type/direction.js';
import type { TypeLine } from '../type/lines.js';
import { type Box, ptToMm } from '../units.js';
import type { FieldFrame, Frame, Origin, PlacedLine, ShapeFrame, TextFrame } from './frame.js';
import { footOf, starterLift } from './measure.js';
import type {
  FieldNode,
  FrameNode,
  Node,
  PictureNode,
  RuleNode,
  TextNode,
  Words,
  WritingNode,
} from './node.js';
import { type Fit, type SetLine, type SetText, setText, type TypeContext } from './text.js';

/** Thickness of a line to write on: 0.6 mm on a pad, less where the lines stand closer; mm. */
const writingWeight = (pitch: number): number => (pitch > 20 ? 0.6 : 0.25);

/** The fill and the border of a node; both stay inside its box. */
export function paintBox({ fill, border }: Node, box: Box): ShapeFrame[] {
  if (fill === undefined && !border) return [];
  const half = (border?.weight ?? 0) / 2;
  return [
    {
      ...rectangle('box', {
        x: box.x + half,
        y: box.y + half,
        width: box.width - 2 * half,
        height: box.height - 2 * half,
      }),
      radius: border?.radius ?? 0,
      fill,
      stroke: border && { colour: border.colour, weight: border.weight, dotted: border.dotted },
    },
  ];
}

export function paintText(node: TextNode, box: Box, fit: Fit, context: TypeContext): TextFrame {
  const set = setText(node, box.width, fit, context, node.columns);
  return textFrame(node, set, box, 'text', context.direction, node.colour);
}

/** Lines to write on: the last one solid, those above it dotted; a starter stands on the first. */
export function paintWriting(node: WritingNode, box: Box, fit: Fit, context: TypeContext): Frame[] {
  const pitch = box.height / node.lines;
  const weight = writingWeight(pitch);
  const frames: Frame[] = [];
  const lineY = (number: number) => box.y + number * pitch - weight / 2;
  let above = 0;
  for (const starter of node.starters) {
    const set = setText(starter, box.width, fit, context);
    const lines = mapped(set.lines, (line, index) => ({
      ...line,
      baseline: lineY(above + index + 1) - box.y - starterLift * ptToMm(set.size),
    }));
    frames.push(textFrame(starter, { ...set, lines }, box, 'text', context.direction));
    above += lines.length;
  }
  for (let number = 1; number <= node.lines; number++) {
    frames.push({
      ...rectangle('writing', { x: box.x, y: lineY(number), width: box.width, height: 0 }),
      shape: 'line',
      stroke: { colour: 'line', weight, dotted: number < node.lines },
    });
  }
  return frames;
}

/** The outline of a frame to fill by hand, dotted. */
export function paintFrame({ weight, radius }: FrameNode, box: Box): ShapeFrame {
  return {
    ...rectangle('frame', {
      x: box.x + weight / 2,
      y: box.y + weight / 2,
      width: box.width - weight,
      height: box.height - weight,
    }),
    stroke: { colour: 'line', weight, dotted: true },
    radius,
  };
}

/** A place to type in: the type is as large as its style may be. */
export function paintField(
  { name, style: named, direction }: FieldNode,
  box: Box,
  { style: find }: TypeContext,
): FieldFrame {
  const style = find(named);
  const size = style.ceiling;
  const lines = box.height > 2 * ptToMm(size * style.leading);
  const [face = ''] = style.faces;
  return { kind: 'field', origin: 'field', box, name, face, size, colour: style.colour, lines, direction };
}

/** A picture; a drawing that came off its paper stands on a sheet again, so that it is seen on any colour. */
export function paintPicture(node: PictureNode, box: Box): Frame[] {
  const { picture } = node;
  const frame = { kind: 'picture', origin: 'picture', picture } as const;
  if (!('uncut' in picture)) return [{ ...frame, ...seenIn(node, box) }];
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const size = { width: picture.width * scale, height: picture.height * scale };
  const sheet = { x: box.x + (box.width - size.width) / 2, y: box.y + box.height - size.height, ...size };
  const edge = sheetEdge * Math.min(size.width, size.height);
  const inner = {
    x: sheet.x + edge,
    y: sheet.y + edge,
    width: size.width - 2 * edge,
    height: size.height - 2 * edge,
  };
  const card: ShapeFrame = { ...rectangle('picture', sheet), fill: 'paper', radius: edge / 2 };
  return [card, { ...frame, box: inner, crop: 'whole' }];
}

/**
 * How much of the width or height of a photograph is seen at least where it fills its place: less cuts heads, and no longer tells
 * where somebody is. Where it would be less, so much is seen, and the place shows at both sides, or above.
 */
const [leastSeen, seenInstead] = [0.5, 0.6];

/**
 * The room that a picture takes. Of `photo`: a photograph goes over the inset of its node, and fills the whole as far as most of the
 * photograph is seen; what is drawn keeps to the box inside the inset and is seen whole.
 */
function seenIn({ picture, crop, inset }: PictureNode, box: Box): { box: Box; crop: 'fill' | 'whole' } {
  if (crop !== 'photo') return { box, crop };
  if (picture.kind !== 'photo' || picture.transparent || 'uncut' in picture) return { box, crop: 'whole' };
  const whole = {
    x: box.x - inset.start,
    y: box.y - inset.top,
    width: box.width + inset.start + inset.end,
    height: box.height + inset.top + inset.bottom,
  };
  const shape = picture.width / picture.height;
  const stretch = whole.width / whole.height / shape;
  if (Math.min(stretch, 1 / stretch) >= leastSeen) return { box: whole, crop: 'fill' };
  const width = Math.min(whole.width, (whole.height * shape) / seenInstead);
  const height = Math.min(whole.height, whole.width / (shape * seenInstead));
  const x = whole.x + (whole.width - width) / 2;
  return { box: { x, y: whole.y + whole.height - height, width, height }, crop: 'fill' };
}

/** The edge of the sheet around a drawing, as a share of its shorter side. */
const sheetEdge = 0.05;

/** The line in a gap of a node whose items are parted. */
export function partingLine(
  { parted }: Pick<Node, 'parted'>,
  gap: Box,
  runs: 'across' | 'down',
): ShapeFrame[] {
  if (!parted) return [];
  const { colour, weight } = parted;
  const line =
    runs === 'down'
      ? { ...gap, x: gap.x + (gap.width - weight) / 2, width: weight }
      : { ...gap, y: gap.y + (gap.height - weight) / 2, height: weight };
  return [{ ...rectangle('rule', line), fill: colour }];
}

/** The lines between the columns of a text, as high as the text. */
export function paintColumnLines(node: TextNode, box: Box, fit: Fit, context: TypeContext): ShapeFrame[] {
  if (!node.parted || node.columns < 2) return [];
  const { columnWidth, gutter, height } = setText(node, box.width, fit, context, node.columns);
  const y = box.y + shift(node.place, box.height - height);
  return Array.from({ length: node.columns - 1 }, (_, index) => {
    const x = box.x + (index + 1) * columnWidth + index * gutter;
    return partingLine(node, { x, y, width: gutter, height }, 'down');
  }).flat();
}

/** What lies under a photograph, where it is seen: at the foot of its box, in the middle. */
export function paintMat(node: PictureNode, whole: Box): ShapeFrame[] {
  const { mat, picture } = node;
  // A drawing that came off its paper has a sheet of its own.
  if (mat === undefined || picture.kind !== 'photo' || 'uncut' in picture) return [];
  const { box, crop } = seenIn(node, whole);
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const [width, height] =
    crop === 'fill' ? [box.width, box.height] : [picture.width * scale, picture.height * scale];
  const place = { x: box.x + (box.width - width) / 2, y: box.y + box.height - height, width, height };
  return [{ ...rectangle('box', place), fill: mat }];
}

export const paintRule = (node: RuleNode, box: Box): ShapeFrame => ({
  ...rectangle('rule', box),
  fill: node.colour,
});

const rectangle = (origin: Origin, box: Box): ShapeFrame => ({
  kind: 'shape',
  origin,
  box,
  shape: 'rectangle',
  fill: undefined,
  stroke: undefined,
  radius: 0,
});

/** Gives the lines of a set text their places in a box. */
export function textFrame(
  words: Words & Partial<Pick<Node, 'align' | 'place' | 'inset' | 'continues'>>,
  set: SetText,
  box: Box,
  origin: Origin,
  sheetDirection: Direction,
  colour = set.style.colour,
): TextFrame {
  // Each text stands at its own start: English on a sheet in Urdu at the left, as everywhere.
  const turned = words.direction !== sheetDirection;
  const align = turned ? turnedAlign[words.align ?? 'start'] : (words.align ?? 'start');
  const room = set.style.hangs && align === 'start' && !turned ? (words.inset?.start ?? 0) : 0;
  const drop = shift(words.place ?? 'top', box.height - footOf(words, set));
  const lines = mapped(
    set.lines,
    (line): PlacedLine => ({
      x:
        box.x +
        line.column * (set.columnWidth + set.gutter) +
        shift(align, set.columnWidth - line.length) -
        (room > 0 ? Math.min(room, hangingOf(line.line) * ptToMm(set.size)) : 0),
      baseline: box.y + drop + line.baseline,
      width: line.length,
      text: line.line.text,
      reads: readsOf(line),
      runs: line.line.runs,
    }),
  );
  return {
    kind: 'text',
    origin,
    box: { x: box.x, y: box.y + drop, width: box.width, height: set.height },
    style: set.style.name,
    size: set.size,
    floor: set.style.floor,
    colour,
    lines,
    language: words.language,
    direction: words.direction,
    ...(words.continues && { continues: words.continues }),
    ...(words.from && { from: words.from }),
  };
}

const readsOf = ({ line, closes }: SetLine): string =>
  closes ? line.reads.trimEnd() + (closes === 'paragraph' ? '\n\n' : '') : line.reads;

const turnedAlign = { start: 'end', centre: 'centre', end: 'start' } as const;

const opensWithMark = /^[“‘„«‚‹「『"']/u;

/** How far an opening quotation mark hangs out, so that the letters stand in line, em. */
const hangingOf = ({ text, runs }: TypeLine): number => {
  if (!opensWithMark.test(text)) return 0;
  const glyphs = runs[0]?.glyphs ?? [];
  return (runs[0]?.rightToLeft ? glyphs.at(-1) : glyphs[0])?.advance ?? 0;
};

/** How far a thing moves in the room that is left over. */
export const shift = (where: Node['align'] | Node['place'], left: number): number => {
  if (where === 'centre' || where === 'middle') return left / 2;
  return where === 'end' || where === 'bottom' || where === 'baseline' ? left : 0;
};
