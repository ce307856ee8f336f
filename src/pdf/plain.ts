/** Plain drawings as operators (ISO 32000-1, 8.5): what most drawings are needs no more. */
import type { PaintedPath, Segment, Stroke } from '../art/paths.js';
import type { Inks } from '../press/inks.js';
import { Bytes } from './bytes.js';
import { colourOperator } from './colour.js';
import { number } from './objects.js';

/** A drawing is told to so many parts of its longer side: a hundredth of a millimetre on a sheet of A1. */
const parts = 84_100;

/** @param longer side of the drawing, in units of its paths */
export function pathOperators(paths: readonly PaintedPath[], longer: number, inks: Inks): Uint8Array {
  const places = Math.min(9, Math.max(0, Math.ceil(Math.log10(parts / longer))));
  const out = new Bytes();
  let [filled, stroked, style] = ['', '', ''];
  for (const { segments, fill, stroke } of paths) {
    if (fill && filled !== fill.colour) {
      filled = fill.colour;
      out.add(colourOperator(inks.of(filled)));
    }
    if (stroke && stroked !== stroke.colour) {
      stroked = stroke.colour;
      out.add(colourOperator(inks.of(stroked), true));
    }
    const own = stroke ? styleOf(stroke) : style;
    if (own !== style) out.add(own);
    style = own;
    for (const segment of segments) trace(segment, places, out);
    out.add(`${stroke ? (fill ? 'B' : 'S') : 'f'}${fill?.evenOdd ? '*' : ''}`);
  }
  return out.end();
}

const styleOf = ({ weight, cap, join, miterLimit, dashes, phase }: Stroke): string =>
  `${number(weight)} w ${cap} J ${join} j ${number(miterLimit)} M [${dashes.map(number).join(' ')}] ${number(phase)} d`;

function trace(segment: Segment, places: number, out: Bytes): void {
  if (segment[0] === 'Z') {
    out.add('h');
    return;
  }
  const [kind, a, b] = segment;
  out.number(a, places).number(b, places);
  if (segment[0] === 'C') {
    const [, , , c, d, e, f] = segment;
    out.number(c, places).number(d, places).number(e, places).number(f, places);
  }
  out.add(letters[kind]);
}

const letters = { M: 'm', L: 'l', C: 'c' } as const;
