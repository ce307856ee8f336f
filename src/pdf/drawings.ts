/** Drawings (SVG) as operators: plain ones painted here, all others by svg-to-pdfkit on a scratch page of PDFKit, and taken from there. */
import { plainPaths } from '../art/paths.js';
import type { Inks } from '../press/inks.js';
import type { InkedArt } from '../press/page.js';
import { Recent } from '../recent.js';
import { drawingColour, hexOf, keepToInks } from './colour.js';
import { encoded, finely, nameOf, type PdfObjects, type Ref, refer, textString } from './objects.js';
import { plainArt } from './plain.js';

/** An object of the drawing: a dictionary, and the bytes of its stream where it is one. */
class Held {
  data: Record<string, unknown> = {};
  bytes?: Uint8Array;
  /** What it is, where it may come again in other drawings. */
  same?: string;
}

/** What was written into an object of PDFKit, and what is made of it. */
interface Caught {
  parts: (string | Uint8Array)[];
  held?: Held;
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

/** Drawings that have been painted already, in the inks of a pack: portraits and logos come again in many files. */
const known = new WeakMap<Inks, Recent<string, Promise<Drawn>>>();
/** Those of some ten sessions, each a hundred kilobytes. */
const mostKept = 64;

/** Paints a drawing; the same drawing in the same inks once. @throws when svg-to-pdfkit warns of anything */
export function drawn(art: InkedArt, inks: Inks): Promise<Drawn> {
  const shelf = known.get(inks) ?? new Recent<string, Promise<Drawn>>(mostKept);
  known.set(inks, shelf);
  return shelf.of(art.svg, () => draw(art, inks));
}

async function draw({ svg, width, height }: InkedArt, inks: Inks): Promise<Drawn> {
  const paths = plainPaths(svg);
  if (paths) {
    const { operators, parts, unit } = plainArt(paths, Math.max(width, height), inks);
    const BBox = [0, 0, width * unit, height * unit];
    const forms = parts.map(({ operators: same, bytes }, index) => {
      const data = { Type: 'XObject', Subtype: 'Form', BBox, Resources: {} };
      return [`P${index}`, Object.assign(new Held(), { data, bytes, same: `${BBox} ${same}` })];
    });
    return {
      operators: encoder.encode(operators),
      resources: { XObject: Object.fromEntries(forms) },
      width,
      height,
    };
  }
  // Loaded when there is a drawing: most calls of the program paint none.
  const [{ default: PDFDocument }, { default: SVGtoPDF }] = await Promise.all([
    import('pdfkit'),
    import('svg-to-pdfkit'),
  ]);
  const pdf = new PDFDocument({ autoFirstPage: false, compress: false, font: null as unknown as string });
  const scratch = pdf as unknown as Scratch;
  pdf.on('data', () => {});
  const caught = new Map<object, Caught>();
  const refAsBefore = scratch.ref.bind(pdf);
  scratch.ref = data => {
    const ref = refAsBefore(data);
    caught.set(ref, catching(ref, scratch));
    return ref;
  };
  keepToInks(pdf, inks);
  pdf.addPage({ size: [width, height], margin: 0 });
  const { page } = scratch;
  const operators = caught.get(page.content)?.parts ?? [];
  const before = operators.length;
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
  const bytes = encoded(operators.splice(before));
  // Images inside the drawing are unpacked on the side: PDFKit ends when they are there.
  await new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve).on('error', reject);
    pdf.end();
  });
  return {
    operators: bytes,
    resources: plain(page.resources.data, caught) as Drawn['resources'],
    width,
    height,
  };
}

/** Keeps what is written into an object of PDFKit, and PDFKit from writing it. */
function catching(ref: object, scratch: Scratch): Caught {
  const parts: (string | Uint8Array)[] = [];
  const writable = ref as {
    write(chunk: string | Uint8Array): void;
    finalize(): void;
  };
  writable.write = chunk => {
    parts.push(typeof chunk === 'string' ? `${chunk}\n` : chunk);
  };
  writable.finalize = () => scratch._refEnd(ref);
  return { parts };
}

/** A value without PDFKit's objects, each of which would hold its whole document. */
function plain(value: unknown, caught: Map<object, Caught>): unknown {
  if (value === null || typeof value !== 'object' || value instanceof String || value instanceof Held)
    return value;
  if (Array.isArray(value)) return value.map(one => plain(one, caught));
  const own = caught.get(value);
  if (!own) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one, caught)]));
  }
  if (own.held) return own.held;
  // Known before what it holds: objects may hold each other.
  const held = new Held();
  own.held = held;
  if (own.parts.length > 0) held.bytes = encoded(own.parts);
  Object.assign(held.data, plain((value as { data: object }).data, caught));
  return held;
}

/** What has been written into a file. */
const embedded = new WeakMap<PdfObjects, Map<Held | string, Ref>>();

/** Writes a drawing as a form (ISO 32000-1, 8.10), with all objects that it needs. */
export function embedDrawing({ operators, resources, width, height }: Drawn, objects: PdfObjects): Ref {
  const done = embedded.get(objects) ?? new Map<Held | string, Ref>();
  embedded.set(objects, done);
  const embed = (held: Held): Ref => {
    const before = done.get(held.same ?? held);
    if (before !== undefined) return before;
    const { data, bytes } = held;
    if (!bytes) {
      const number = objects.reserve();
      done.set(held.same ?? held, number);
      objects.set(number, write(data));
      return number;
    }
    const { Length: _, ...rest } = data;
    const dictionary = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, write(value)]));
    const number = 'Filter' in rest ? objects.raw(dictionary, bytes) : objects.stream(dictionary, bytes);
    done.set(held.same ?? held, number);
    return number;
  };
  /** As PDFKit writes values: plain strings are names, String objects are text. */
  const write = (value: unknown): string => {
    if (typeof value === 'number') return finely(value);
    if (typeof value === 'string') return nameOf(value);
    if (value instanceof String) return textString(value.valueOf());
    if (Array.isArray(value)) return `[${value.map(write).join(' ')}]`;
    if (value === null || typeof value !== 'object') return String(value);
    if (value instanceof Held) return refer(embed(value));
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
