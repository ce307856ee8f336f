/**
 * Plain drawings (SVG of paths and simple shapes in flat, opaque colours) as painted paths: portraits and the pictures of the layouts
 * are. They are painted and measured without a library for all of SVG, which takes far longer to load than they take to paint.
 */
import { SaxesParser } from 'saxes';
import { Recent } from '../recent.js';
import { Aside } from './aside.js';
import { matrixOf, piecesOf, type Segment } from './pieces.js';
import { type Attributes, dataOf, geometry, NotPlain, notPlain, numberIn } from './shapes.js';

/** Lines thinner or thicker, in units of the drawing; caps and joins by their numbers in PDF (ISO 32000-1, 8.4.3). */
export interface Stroke {
  /** `#rrggbb` */
  colour: string;
  weight: number;
  cap: 0 | 1 | 2;
  join: 0 | 1 | 2;
  miterLimit: number;
  dashes: readonly number[];
  phase: number;
}

/** A path, filled and then stroked. Places are in units of the drawing, from the top left corner of its viewBox. */
export interface PaintedPath {
  segments: readonly Segment[];
  fill?: { colour: string; evenOdd: boolean };
  stroke?: Stroke;
}

/** Larger drawings (characters, paths, lines and curves), deeper ones, and finer dashes (shares of the longer side) are never plain: they take too long. */
const largest = 60_000;
const mostPaths = 300;
const mostPieces = 5000;
const deepest = 30;
const finest = 1 / 40;

/** Portraits and logos come again in many files. */
const known = new Recent<string, { paths: readonly PaintedPath[] | undefined }>(64);

/** Portraits are put together of the same parts: their path data is read once, where it is not too long to be kept. */
const parts = new Recent<string, readonly Segment[]>(256);
const longestPart = 10_000;

/** The paths of a drawing in painting order; undefined when it has anything that is not plain. */
export const plainPaths = (svg: string): readonly PaintedPath[] | undefined =>
  known.of(svg, () => {
    const reader = new PathReader(svg);
    if (!reader.paths) return { paths: undefined };
    const parser = new SaxesParser();
    const aside = new Aside(svg);
    parser.on('error', () => reader.fail());
    parser.on('opentag', ({ name, attributes }) => {
      if (attributes.d !== undefined) attributes.d = aside.valueOf('d', attributes.d);
      reader.open(name, attributes);
    });
    parser.on('text', words => reader.text(words));
    parser.on('cdata', words => reader.text(words));
    parser.on('closetag', ({ name }) => reader.close(name));
    parser.write(aside.text).close();
    return { paths: reader.paths };
  }).paths;

/** Spares {@link plainPaths} reading a drawing that was read already. */
export const keepPaths = (svg: string, paths: readonly PaintedPath[] | undefined): void =>
  void known.of(svg, () => ({ paths }));

/** What elements inherit, as attributes say it. */
interface Paint {
  fill: string;
  'fill-rule': string;
  stroke: string;
  'stroke-width': string;
  'stroke-linecap': string;
  'stroke-linejoin': string;
  'stroke-miterlimit': string;
  'stroke-dasharray': string;
  'stroke-dashoffset': string;
  /** From the innermost to the outermost. */
  transforms: readonly string[];
}

const initial: Paint = {
  fill: 'black',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  transforms: [],
};

/** Attributes without which everything looks the same. */
const unseen = /^(xmlns(:.*)?|id|version|shape-rendering|clip-rule|role|aria-.*|data-.*)$/;
const silent = ['metadata', 'title', 'desc'];

/** Takes the paths of a drawing from a parser that somebody else may be listening to. */
export class PathReader {
  /** Undefined as soon as anything is not plain. */
  paths: PaintedPath[] | undefined;
  readonly #open: Paint[] = [];
  /** Masks that hide nothing of the drawing. */
  readonly #windows = new Set<string>();
  #box: readonly number[] = [];
  #pieces = 0;
  /** How deep in an element that is not painted. */
  #skipped = 0;
  #mask: string | undefined;

  constructor({ length }: string) {
    if (length <= largest) this.paths = [];
  }

  open(name: string, attributes: Attributes): void {
    if (!this.paths) return;
    try {
      this.#element(name, attributes);
    } catch (error) {
      if (!(error instanceof NotPlain)) throw error;
      this.fail();
    }
  }

  text(words: string): void {
    if (this.#skipped === 0 && words.trim() !== '') this.fail();
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--;
    else if (name === 'mask') this.#mask = undefined;
    else if (this.#mask === undefined) this.#open.pop();
  }

  fail(): void {
    this.paths = undefined;
  }

  #element(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || silent.includes(name)) this.#skipped++;
    else if (this.#mask !== undefined) this.#inMask(name, attributes);
    else if (name === 'mask')
      this.#mask = Object.keys(attributes).join() === 'id' ? attributes.id : notPlain();
    else this.#painted(name, attributes);
  }

  /** A mask that is one white rectangle over the whole drawing is a window: DiceBear puts one around each portrait. */
  #inMask(
    name: string,
    { x = '0', y = '0', width, height, rx = '0', ry = '0', fill, ...more }: Attributes,
  ): void {
    const sides = [x, y, width, height].map(Number);
    const isWindow =
      name === 'rect' &&
      Number(rx) === 0 &&
      Number(ry) === 0 &&
      ['#fff', '#ffffff', 'white'].includes(fill ?? '') &&
      Object.keys(more).length === 0 &&
      sides.every((side, index) => side === this.#box[index]);
    if (!isWindow || this.#mask === undefined) return notPlain();
    this.#windows.add(this.#mask);
    this.#skipped++;
  }

  #painted(name: string, attributes: Attributes): void {
    const own = geometry[name] ?? notPlain();
    if (this.#open.length >= deepest) notPlain();
    const around = this.#open.at(-1);
    if ((name === 'svg') === (around !== undefined)) notPlain();
    const paint: Paint = { ...(around ?? initial) };
    for (const [key, value] of Object.entries(attributes)) {
      if (own.includes(key) || unseen.test(key)) continue;
      if (key === 'transform') paint.transforms = [value, ...paint.transforms];
      else if (key === 'mask') this.#windows.has(/^url\(#(.+)\)$/.exec(value)?.[1] ?? '') || notPlain();
      else if (key in initial && value !== 'inherit')
        paint[key as Exclude<keyof Paint, 'transforms'>] = value;
      else notPlain();
    }
    this.#open.push(paint);
    if (name === 'svg') {
      this.#box = (attributes.viewBox ?? notPlain())
        .trim()
        .split(/[\s,]+/)
        .map(numberIn);
      const [left = 0, top = 0] = this.#box;
      if (left !== 0 || top !== 0) paint.transforms = [`translate(${-left} ${-top})`];
      return;
    }
    const data = dataOf(name, attributes);
    if (data === undefined) return;
    const fill = colourIn(paint.fill);
    const stroke = strokeOf(paint, finest * Math.max(...this.#box.slice(2)));
    if (fill === undefined && stroke === undefined) return;
    const segments = segmentsOf(data, paint.transforms);
    this.#pieces += segments.length;
    if (!this.paths || this.paths.length >= mostPaths || this.#pieces > mostPieces) return notPlain();
    this.paths.push({
      segments,
      ...(fill !== undefined && { fill: { colour: fill, evenOdd: evenOddIn(paint['fill-rule']) } }),
      ...(stroke && { stroke }),
    });
  }
}

/** @param least how long a dash and its gap are at least, in units of the drawing */
function strokeOf(paint: Paint, least: number): Stroke | undefined {
  const colour = colourIn(paint.stroke);
  const weight = numberIn(paint['stroke-width']);
  if (colour === undefined || weight <= 0) return undefined;
  const scale = scaleOf(paint.transforms);
  const dashes = paint['stroke-dasharray'];
  const oneOf = (names: readonly string[], name: string) =>
    (names.includes(name) ? names.indexOf(name) : notPlain()) as 0 | 1 | 2;
  return {
    colour,
    weight: weight * scale,
    cap: oneOf(['butt', 'round', 'square'], paint['stroke-linecap']),
    join: oneOf(['miter', 'round', 'bevel'], paint['stroke-linejoin']),
    miterLimit: numberIn(paint['stroke-miterlimit']),
    dashes: dashes === 'none' ? [] : lengthsIn(dashes, scale, least),
    phase: numberIn(paint['stroke-dashoffset']) * scale,
  };
}

/** Dashes and gaps by turns, of which some are to be seen. */
function lengthsIn(dashes: string, scale: number, least: number): number[] {
  const lengths = dashes
    .trim()
    .split(/[\s,]+/)
    .map(dash => numberIn(dash) * scale);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.every(length => length >= 0) && whole > 0 && whole >= least ? lengths : notPlain();
}

/** How much longer lines become; those of a path that is stretched in one direction are no longer equally thick. */
function scaleOf(transforms: readonly string[]): number {
  const [a, b, c, d] = matrixOf(transforms);
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
  return Math.abs(across - down) + Math.abs(a * c + b * d) > 1e-6 * across ? notPlain() : across;
}

/** Path data as lines and cubic curves, transformed: the same ones for the same part. */
function segmentsOf(data: string, transforms: readonly string[]): readonly Segment[] {
  const read = () => {
    const { pieces, broken } = piecesOf(data, transforms);
    // What is left of a broken path is for those who know what to make of it.
    return broken ? notPlain() : pieces;
  };
  return data.length > longestPart ? read() : parts.of([data, ...transforms].join('\n'), read);
}

function colourIn(value: string): string | undefined {
  if (value === 'none') return undefined;
  if (value === 'black') return '#000000';
  if (value === 'white') return '#ffffff';
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value)?.[1]?.toLowerCase() ?? notPlain();
  return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`;
}

const evenOddIn = (value: string): boolean =>
  value === 'evenodd' || (value === 'nonzero' ? false : notPlain());
