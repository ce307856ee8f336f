/** Plain drawings as operators (ISO 32000-1, 8.5): what most drawings are needs no more. */
import type { PaintedPath, Stroke } from '../art/paths.js';
import type { Segment } from '../art/pieces.js';
import type { Inks } from '../press/inks.js';
import { colourOperator } from './colour.js';
import { finely, number } from './objects.js';

/** Places are told to a half of so many parts of the longer side: to a hundredth of a millimetre on a sheet of A1. */
const steps = 42_050;

/** A path that is long enough to be a form of its own (8.10): portraits share theirs, and each is made smaller once. */
export interface Part {
  operators: string;
  bytes: Uint8Array;
}
const longEnough = 500;

export interface PlainArt {
  /** They show the parts by the names `P0`, `P1` and so on. */
  operators: string;
  parts: readonly Part[];
  /** How many units of the operators a unit of the drawing is. */
  unit: number;
}

/** @param longer side of the drawing, in units of its paths */
export function plainArt(paths: readonly PaintedPath[], longer: number, inks: Inks): PlainArt {
  // In whole numbers, which take less time and room than digits behind a point.
  const unit = 10 ** Math.min(6, Math.max(0, Math.ceil(Math.log10(steps / longer))));
  const operators = [`${finely(1 / unit)} 0 0 ${finely(1 / unit)} 0 0 cm`];
  const shared: Part[] = [];
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
    const part = partOf(segments, unit, `${stroke ? (fill ? 'B' : 'S') : 'f'}${fill?.evenOdd ? '*' : ''}`);
    operators.push(part.operators.length < longEnough ? part.operators : `/P${shared.push(part) - 1} Do`);
  }
  return { operators: operators.join('\n'), parts: shared, unit };
}

function styleOf({ weight, cap, join, miterLimit, dashes, phase }: Stroke, unit: number): string {
  const long = (length: number) => number(length * unit);
  return `${long(weight)} w ${cap} J ${join} j ${number(miterLimit)} M [${dashes.map(long).join(' ')}] ${long(phase)} d`;
}

const known = new WeakMap<readonly Segment[], Part & { key: string }>();
const encoder = new TextEncoder();

function partOf(segments: readonly Segment[], unit: number, paint: string): Part {
  const key = `${unit} ${paint}`;
  const before = known.get(segments);
  if (before?.key === key) return before;
  const short = (value: number) => Math.round(value * unit);
  const lines = segments.map(segment => {
    if (segment[0] === 'Z') return 'h';
    if (segment[0] !== 'C')
      return `${short(segment[1])} ${short(segment[2])} ${segment[0] === 'M' ? 'm' : 'l'}`;
    const [, a, b, c, d, e, f] = segment;
    return `${short(a)} ${short(b)} ${short(c)} ${short(d)} ${short(e)} ${short(f)} c`;
  });
  const operators = [...lines, paint].join('\n');
  const part = { key, operators, bytes: encoder.encode(operators) };
  known.set(segments, part);
  return part;
}
