/** Plain drawings as operators (ISO 32000-1, 8.5): what most drawings are needs no more. */
import type { PaintedPath, Stroke } from '../art/paths.js';
import type { Segment } from '../art/pieces.js';
import type { Inks } from '../press/inks.js';
import { colourOperator } from './colour.js';
import { number } from './objects.js';

/** A drawing is told to so many parts of its longer side: a hundredth of a millimetre on a sheet of A1. */
const parts = 84_100;

/** @param longer side of the drawing, in units of its paths */
export function pathOperators(paths: readonly PaintedPath[], longer: number, inks: Inks): string {
  const digits = 10 ** Math.max(0, Math.ceil(Math.log10(parts / longer)));
  const short = (value: number) => String(Math.round(value * digits) / digits);
  const operators: string[] = [];
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
    const own = stroke ? styleOf(stroke) : style;
    if (own !== style) operators.push(own);
    style = own;
    for (const segment of segments) operators.push(operatorOf(segment, short));
    operators.push(`${stroke ? (fill ? 'B' : 'S') : 'f'}${fill?.evenOdd ? '*' : ''}`);
  }
  return operators.join('\n');
}

const styleOf = ({ weight, cap, join, miterLimit, dashes, phase }: Stroke): string =>
  `${number(weight)} w ${cap} J ${join} j ${number(miterLimit)} M [${dashes.map(number).join(' ')}] ${number(phase)} d`;

function operatorOf(segment: Segment, short: (value: number) => string): string {
  if (segment[0] === 'Z') return 'h';
  if (segment[0] !== 'C')
    return `${short(segment[1])} ${short(segment[2])} ${segment[0] === 'M' ? 'm' : 'l'}`;
  const [, a, b, c, d, e, f] = segment;
  return `${short(a)} ${short(b)} ${short(c)} ${short(d)} ${short(e)} ${short(f)} c`;
}
