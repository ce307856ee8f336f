/** Plain drawings as operators (ISO 32000-1, 8.5): what most drawings are needs no more. */
import type { PaintedPath, Stroke } from '../art/paths.js';
import type { Segment } from '../art/pieces.js';
import type { Inks } from '../press/inks.js';
import { colourOperator } from './colour.js';
import { finely, number } from './objects.js';

/** Places are told to a half of so many parts of the longer side: to a hundredth of a millimetre on a sheet of A1. */
const parts = 42_050;

/** @param longer side of the drawing, in units of its paths */
export function pathOperators(paths: readonly PaintedPath[], longer: number, inks: Inks): string {
  // In whole numbers, which take less time and room than digits behind a point.
  const unit = 10 ** Math.min(6, Math.max(0, Math.ceil(Math.log10(parts / longer))));
  const operators = [`${finely(1 / unit)} 0 0 ${finely(1 / unit)} 0 0 cm`];
  let [filled, stroked, style] = ['', '', ''];
  for (const { segments, fill, stroke } of paths) {
    if (fill && filled !== fill.colour) {
      filled = fill.colour;
      operators.push(colourOperator(inks.of(filled)));
    }
    if (stroke && stroked !== stroke.colour) {
      stroked = stroke.colour;
      operators.push(colourOperator(inks.of(stroked), true));
    }
    const own = stroke ? styleOf(stroke, unit) : style;
    if (own !== style) operators.push(own);
    style = own;
    operators.push(outlineOf(segments, unit));
    operators.push(`${stroke ? (fill ? 'B' : 'S') : 'f'}${fill?.evenOdd ? '*' : ''}`);
  }
  return operators.join('\n');
}

function styleOf({ weight, cap, join, miterLimit, dashes, phase }: Stroke, unit: number): string {
  const long = (length: number) => number(length * unit);
  return `${long(weight)} w ${cap} J ${join} j ${number(miterLimit)} M [${dashes.map(long).join(' ')}] ${long(phase)} d`;
}

/** Portraits share their parts. */
const known = new WeakMap<readonly Segment[], { unit: number; outline: string }>();

function outlineOf(segments: readonly Segment[], unit: number): string {
  const before = known.get(segments);
  if (before?.unit === unit) return before.outline;
  const short = (value: number) => Math.round(value * unit);
  const outline = segments
    .map(segment => {
      if (segment[0] === 'Z') return 'h';
      if (segment[0] !== 'C')
        return `${short(segment[1])} ${short(segment[2])} ${segment[0] === 'M' ? 'm' : 'l'}`;
      const [, a, b, c, d, e, f] = segment;
      return `${short(a)} ${short(b)} ${short(c)} ${short(d)} ${short(e)} ${short(f)} c`;
    })
    .join('\n');
  known.set(segments, { unit, outline });
  return outline;
}
