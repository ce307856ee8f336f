/** Drawings (SVG) as operators: plain ones painted here, all others by svg-to-pdfkit on a scratch page of PDFKit, and taken from there. */
import { plainPaths } from '../art/paths.js';
import type { Inks } from '../press/inks.js';
import type { InkedArt } from '../press/page.js';
import { drawingColour, hexOf, keepToInks } from './colour.js';
import { finely, nameOf, type PdfObjects, type Ref, refer, textString } from './objects.js';
import { pathOperators } from './plain.js';

/** An object of PDFKit that is not written by it, but held. */
interface Held {
  data: Record<string, unknown>;
  parts: (string | Uint8Array)[];
  /** All of them, when the object is whole. */
  bytes?: Uint8Array;
}

/** A drawing in its own units, from the top left corner. */
export interface Drawn {
  operators: Uint8Array;
  resources: Record<string, unknown>;
  width: number;
  height: number;
}

/** The parts of PDFKit that its types leave out. */
interface Scratch {
  ref(data?: Record<string, unknown>): object;
  _ctm: number[];
  _refEnd(ref: object): void;
  page: { content: object; resources: { data: Record<string, unknown> } };
}

const encoder = new TextEncoder();

/** Objects of scratch pages, by PDFKit's own. */
const held = new WeakMap<object, Held>();

/** Drawings that have been painted already, in the inks of a pack: portraits and logos come again in many files. */
const known = new WeakMap<Inks, Map<string, Promise<Drawn>>>();
const mostKnown = 200;

/** Paints a drawing; the same drawing in the same inks once. @throws when svg-to-pdfkit warns of anything */
export function drawn(art: InkedArt, inks: Inks): Promise<Drawn> {
  const shelf = known.get(inks) ?? new Map<string, Promise<Drawn>>();
  known.set(inks, shelf);
  const before = shelf.get(art.svg);
  if (before) return before;
  if (shelf.size >= mostKnown) shelf.clear();
  const made = draw(art, inks);
  shelf.set(art.svg, made);
  return made;
}

async function draw({ svg, width, height }: InkedArt, inks: Inks): Promise<Drawn> {
  const paths = plainPaths(svg);
  if (paths) {
    const operators = encoder.encode(pathOperators(paths, Math.max(width, height), inks));
    return { operators, resources: {}, width, height };
  }
  // Loaded when there is a drawing: most calls of the program paint none.
  const [{ default: PDFDocument }, { default: SVGtoPDF }] = await Promise.all([
    import('pdfkit'),
    import('svg-to-pdfkit'),
  ]);
  const pdf = new PDFDocument({ autoFirstPage: false, compress: false, font: null as unknown as string });
  const scratch = pdf as unknown as Scratch;
  pdf.on('data', () => {});
  const refAsBefore = scratch.ref.bind(pdf);
  scratch.ref = data => hold(refAsBefore(data), scratch);
  keepToInks(pdf, inks);
  pdf.addPage({ size: [width, height], margin: 0 });
  const { page } = scratch;
  const operators = heldBy(page.content);
  const before = operators.parts.length;
  // The drawing is a form: its units are those of the viewBox, and y grows downwards, as its place on the page has it.
  scratch._ctm = [1, 0, 0, 1, 0, 0];
  // The session room has checked the drawing; nothing may be read from outside, whatever it says.
  SVGtoPDF(pdf, svg, 0, 0, {
    width,
    height,
    assumePt: true,
    imageCallback: link => (link.startsWith('data:') ? link : ''),
    ...(inks.space !== 'rgb' && {
      colorCallback: (colour: readonly [number[], number] | undefined) =>
        colour && [drawingColour(inks.of(hexOf(colour[0]))), colour[1]],
    }),
    warningCallback: warning => {
      throw new Error(`A drawing could not be painted: ${warning}`);
    },
  });
  const bytes = joined(operators.parts.splice(before));
  // Images inside the drawing are unpacked on the side: PDFKit ends when they are there.
  await new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve).on('error', reject);
    pdf.end();
  });
  return { operators: bytes, resources: { ...page.resources.data }, width, height };
}

/** Keeps what is written into an object of PDFKit, and PDFKit from writing it. */
function hold(ref: object, scratch: Scratch): object {
  const parts: (string | Uint8Array)[] = [];
  const writable = ref as {
    data: Record<string, unknown>;
    write(chunk: string | Uint8Array): void;
    finalize(): void;
  };
  held.set(ref, { data: writable.data, parts });
  writable.write = chunk => {
    parts.push(typeof chunk === 'string' ? `${chunk}\n` : chunk);
  };
  writable.finalize = () => scratch._refEnd(ref);
  return ref;
}

function heldBy(ref: object): Held {
  const own = held.get(ref);
  if (!own) throw new Error('An object of PDFKit is not known.');
  own.data = (ref as { data: Record<string, unknown> }).data;
  return own;
}

/** Writes a drawing as a form (ISO 32000-1, 8.10), with all objects that it needs. */
export function embedDrawing({ operators, resources, width, height }: Drawn, objects: PdfObjects): Ref {
  const done = new Map<object, Ref>();
  const embed = (ref: object): Ref => {
    const before = done.get(ref);
    if (before !== undefined) return before;
    const own = heldBy(ref);
    const { data, parts } = own;
    if (parts.length === 0) {
      const number = objects.reserve();
      done.set(ref, number);
      objects.set(number, write(data));
      return number;
    }
    const { Length: _, ...rest } = data;
    const dictionary = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, write(value)]));
    own.bytes ??= joined(parts);
    const number =
      'Filter' in rest ? objects.raw(dictionary, own.bytes) : objects.stream(dictionary, own.bytes);
    done.set(ref, number);
    return number;
  };
  /** As PDFKit writes values: plain strings are names, String objects are text. */
  const write = (value: unknown): string => {
    if (typeof value === 'number') return finely(value);
    if (typeof value === 'string') return nameOf(value);
    if (value instanceof String) return textString(value.valueOf());
    if (Array.isArray(value)) return `[${value.map(write).join(' ')}]`;
    if (value === null || typeof value !== 'object') return String(value);
    if (held.has(value)) return refer(embed(value));
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    return `<<${entries.map(([key, one]) => `${nameOf(key)} ${write(one)}`).join(' ')}>>`;
  };
  const own = Object.entries(resources).filter(
    ([kind, names]) => kind !== 'ProcSet' && Object.keys(names as object).length > 0,
  );
  return objects.stream(
    {
      Type: '/XObject',
      Subtype: '/Form',
      BBox: [0, 0, width, height],
      Resources: `<<${own.map(([kind, names]) => `/${kind} ${write(names)}`).join(' ')}>>`,
    },
    operators,
  );
}

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array {
  if (parts.every(part => typeof part === 'string')) return encoder.encode(parts.join(''));
  const encoded = parts.map(part => (typeof part === 'string' ? encoder.encode(part) : part));
  const bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of encoded) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
