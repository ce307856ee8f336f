/** From a node in its box to frames: the one place where each kind of node becomes ink. */
import { type Box, ptToMm } from '../units.js';
import type { Frame, Origin, PictureFrame, PlacedLine, ShapeFrame, TextFrame } from './frame.js';
import { starterLift } from './measure.js';
import type { FrameNode, Node, PictureNode, RuleNode, TextNode, Words, WritingNode } from './node.js';
import { type Fit, type SetText, setText, type TypeContext } from './text.js';

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
      ...(fill !== undefined && { fill }),
      ...(border && { stroke: { colour: border.colour, weight: border.weight, dotted: border.dotted } }),
    },
  ];
}

export function paintText(node: TextNode, box: Box, fit: Fit, context: TypeContext): TextFrame {
  const set = setText(node, box.width, fit, context, node.columns);
  return textFrame(node, set, box, 'text', node.colour);
}

/** Lines to write on: the last one solid, those above it dotted; a starter stands on the first. */
export function paintWriting(node: WritingNode, box: Box, fit: Fit, context: TypeContext): Frame[] {
  const pitch = box.height / node.lines;
  const weight = writingWeight(pitch);
  const frames: Frame[] = [];
  const lineY = (number: number) => box.y + number * pitch - weight / 2;
  if (node.starter) {
    const set = setText(node.starter, box.width, fit, context);
    const lines = set.lines.map((line, index) => ({
      ...line,
      baseline: lineY(index + 1) - box.y - starterLift * ptToMm(set.size),
    }));
    frames.push(textFrame(node.starter, { ...set, lines }, box, 'text'));
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

/** A dotted frame to fill by hand; its label stands at the top, inside the inset. */
export function paintFrame(node: FrameNode, box: Box, inner: Box, fit: Fit, context: TypeContext): Frame[] {
  const weight = 0.8;
  const outline: ShapeFrame = {
    ...rectangle('frame', {
      x: box.x + weight / 2,
      y: box.y + weight / 2,
      width: box.width - weight,
      height: box.height - weight,
    }),
    stroke: { colour: 'line', weight, dotted: true },
    radius: 4,
  };
  if (!node.label) return [outline];
  return [outline, textFrame(node.label, setText(node.label, inner.width, fit, context), inner, 'text')];
}

export const paintPicture = (node: PictureNode, box: Box): PictureFrame => ({
  kind: 'picture',
  origin: 'picture',
  box,
  picture: node.picture,
  crop: node.crop,
});

export const paintRule = (node: RuleNode, box: Box): ShapeFrame => ({
  ...rectangle('rule', box),
  fill: node.colour,
});

const rectangle = (origin: Origin, box: Box): ShapeFrame => ({
  kind: 'shape',
  origin,
  box,
  shape: 'rectangle',
  radius: 0,
});

/** Gives the lines of a set text their places in a box. */
function textFrame(
  words: Words & { align?: Node['align']; place?: Node['place'] },
  set: SetText,
  box: Box,
  origin: Origin,
  colour = set.style.colour,
): TextFrame {
  const drop = shift(words.place ?? 'top', box.height - set.height);
  const lines = set.lines.map(
    (line): PlacedLine => ({
      x:
        box.x +
        line.column * (set.columnWidth + set.gutter) +
        shift(words.align ?? 'start', set.columnWidth - line.length),
      baseline: box.y + drop + line.baseline,
      width: line.length,
      text: line.text,
      runs: line.runs,
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
    ...(words.from && { from: words.from }),
  };
}

/** How far a thing moves in the room that is left over. */
export const shift = (
  where: 'start' | 'centre' | 'end' | 'top' | 'middle' | 'bottom',
  left: number,
): number => {
  if (where === 'centre' || where === 'middle') return left / 2;
  return where === 'end' || where === 'bottom' ? left : 0;
};
