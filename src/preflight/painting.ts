/** What a page paints with: its content streams followed as a printer does, into forms, patterns, masks, glyphs and annotations. */
import { unitOf } from './boxes.js';
import {
  asDict,
  asStream,
  contentOf,
  decoded,
  type Objects,
  type PdfDict,
  type PdfObject,
  type PdfStream,
  type PrintedPage,
} from './document.js';
import { extentBetween, extentOf, type Matrix, matrixOf, product } from './matrix.js';
import { type Operand, type Operation, operationsOf } from './tokens.js';

/** A colour space: an object of the file, or a name that needs none (`DeviceRGB`). */
export type Space = PdfObject | string | undefined;

export type Mark =
  /** An operator that names a colour and its space at once: `rg`. */
  | { kind: 'colour'; operator: string; where: string }
  | { kind: 'space'; space: Space; of: string; where: string }
  | { kind: 'font'; name: string; font: PdfDict }
  | Picture;

/** A raster picture of so many pixels; its matrix takes the unit square to points on paper. */
export interface Picture {
  kind: 'picture';
  width: number;
  height: number;
  matrix: Matrix;
  /** True in a pattern, which paints it in other places too. */
  repeats: boolean;
}

/** Where in the file a stream is painted. */
interface Stand {
  resources: PdfDict | undefined;
  /** From the stream's own coordinates to points on paper. */
  matrix: Matrix;
  /** For messages: `the page`, `form "Fm1"`. */
  where: string;
  /** False in masks and glyphs, whose pictures nobody sees as such. */
  seen: boolean;
  repeats: boolean;
  /** The streams around: one that is painted inside itself would never end. */
  around: readonly PdfObject[];
}

/** Deeper than anybody nests forms. */
const deepest = 40;

/** All marks of a page in painting order; throws where a stream cannot be decoded. */
export function* marksOf(page: PrintedPage, objects: Objects): Generator<Mark> {
  const { dict } = page;
  const unit = unitOf(page, objects);
  const walker = new Walker(objects);
  const stand: Stand = {
    resources: objects.dict(objects.holderOf(dict, 'Resources'), 'Resources'),
    matrix: [unit, 0, 0, unit, 0, 0],
    where: 'the page',
    seen: true,
    repeats: false,
    around: [],
  };
  yield* walker.group(dict, stand);
  yield* walker.content(contentOf(page, objects), stand);
  for (const annotation of objects.list(dict, 'Annots') ?? [])
    yield* walker.annotation(asDict(annotation), stand);
}

class Walker {
  /** Resources whose fonts have been told, and patterns and masks whose colours have. */
  readonly #told = new Set<PdfObject>();

  constructor(private readonly objects: Objects) {}

  *content(content: Uint8Array, stand: Stand): Generator<Mark> {
    yield* this.#fonts(stand);
    let { matrix } = stand;
    const saved: Matrix[] = [];
    for (const operation of operationsOf(content)) {
      if (operation.operator === 'q') saved.push(matrix);
      else if (operation.operator === 'Q') matrix = saved.pop() ?? matrix;
      else if (operation.operator === 'cm') {
        const numbers = operation.operands.flatMap(one => (one.type === 'number' ? one.value : []));
        matrix = product(matrixOf(numbers), matrix);
      } else yield* this.#paints(operation, stand, matrix);
    }
  }

  /** What an operation that changes no matrix paints with. */
  *#paints({ operator, operands }: Operation, stand: Stand, matrix: Matrix): Generator<Mark> {
    const { where } = stand;
    const last = operands.at(-1);
    const name = last?.type === 'name' ? last.value : undefined;
    if (operator === 'rg' || operator === 'RG') yield { kind: 'colour', operator, where };
    else if (operator === 'BI') yield* this.#inline(last, stand, matrix);
    else if (name === undefined) return;
    else if (operator === 'cs' || operator === 'CS')
      yield { kind: 'space', space: this.#space(name, stand), of: `operator "${operator}"`, where };
    else if (operator === 'scn' || operator === 'SCN') yield* this.#pattern(name, stand);
    else if (operator === 'sh')
      yield* this.#shading(asDict(this.#resource('Shading', name, stand)), `shading "${name}"`, where);
    else if (operator === 'gs')
      yield* this.#state(asDict(this.#resource('ExtGState', name, stand)), stand, matrix);
    else if (operator === 'Do') yield* this.#object(name, stand, matrix);
  }

  *#object(name: string, stand: Stand, matrix: Matrix): Generator<Mark> {
    const stream = asStream(this.#resource('XObject', name, stand));
    if (!stream) return;
    const kind = this.objects.name(stream, 'Subtype');
    if (kind === 'Form') yield* this.form(stream, { ...stand, matrix, where: `form "${name}"` });
    const mask = this.objects.at(stream, 'ImageMask');
    if (kind !== 'Image' || (mask?.type === 'bool' && mask.value)) return;
    const { where } = stand;
    yield { kind: 'space', space: this.objects.at(stream, 'ColorSpace'), of: `picture "${name}"`, where };
    if (!stand.seen) return;
    const width = this.objects.number(stream, 'Width') ?? 0;
    const height = this.objects.number(stream, 'Height') ?? 0;
    yield { kind: 'picture', width, height, matrix, repeats: stand.repeats };
  }

  /** A form, with the matrix in force where it is painted. */
  *form(stream: PdfStream, stand: Stand): Generator<Mark> {
    if (stand.around.includes(stream) || stand.around.length > deepest) return;
    const inside: Stand = {
      ...stand,
      resources: this.objects.dict(stream, 'Resources') ?? stand.resources,
      matrix: product(matrixOf(this.objects.numbers(stream, 'Matrix', 6)), stand.matrix),
      around: [...stand.around, stream],
    };
    yield* this.group(stream, inside);
    yield* this.content(decoded(stream), inside);
  }

  /** The space that a transparent group is mixed in. */
  *group(holder: PdfDict, { where }: Stand): Generator<Mark> {
    const space = this.objects.at(this.objects.dict(holder, 'Group'), 'CS');
    if (space) yield { kind: 'space', space, of: 'transparency group', where };
  }

  /** An annotation that is printed: its appearance fills its rectangle (12.5.5). */
  *annotation(annotation: PdfDict | undefined, page: Stand): Generator<Mark> {
    const flags = this.objects.number(annotation, 'F') ?? 0;
    const [hidden, print] = [2, 4];
    if ((flags & hidden) !== 0 || (flags & print) === 0) return;
    const normal = this.objects.at(this.objects.dict(annotation, 'AP'), 'N');
    const state = this.objects.name(annotation, 'AS') ?? 'Off';
    const stream = asStream(normal) ?? asStream(this.objects.at(asDict(normal), state));
    const [rect, box] = [
      this.objects.numbers(annotation, 'Rect', 4),
      this.objects.numbers(stream, 'BBox', 4),
    ];
    if (!stream || !rect || !box) return;
    const to = extentBetween(rect);
    const from = extentOf(extentBetween(box), matrixOf(this.objects.numbers(stream, 'Matrix', 6)));
    const across = (to.right - to.left) / (from.right - from.left || 1);
    const up = (to.top - to.bottom) / (from.top - from.bottom || 1);
    const fit: Matrix = [across, 0, 0, up, to.left - from.left * across, to.bottom - from.bottom * up];
    const matrix = product(fit, page.matrix);
    yield* this.form(stream, { ...page, resources: undefined, matrix, where: 'an annotation' });
  }

  *#pattern(name: string, stand: Stand): Generator<Mark> {
    const pattern = this.#resource('Pattern', name, stand);
    const dict = asDict(pattern);
    if (!pattern || !dict || this.#told.has(pattern)) return;
    this.#told.add(pattern);
    const where = `pattern "${name}"`;
    yield* this.#shading(this.objects.dict(dict, 'Shading'), 'shading', where);
    const tiling = asStream(pattern);
    // A pattern stands on the coordinates of the stream that it is a resource of, whatever the matrix in force.
    if (tiling) yield* this.form(tiling, { ...stand, where, repeats: true });
  }

  *#shading(shading: PdfDict | undefined, of: string, where: string): Generator<Mark> {
    const space = this.objects.at(shading, 'ColorSpace');
    if (space) yield { kind: 'space', space, of, where };
  }

  /** The mask of a graphics state, and the font that one may set. */
  *#state(state: PdfDict | undefined, stand: Stand, matrix: Matrix): Generator<Mark> {
    const font = asDict(this.objects.list(state, 'Font')?.[0]);
    if (font) yield { kind: 'font', name: 'of a graphics state', font };
    const mask = asStream(this.objects.at(this.objects.dict(state, 'SMask'), 'G'));
    if (!mask || this.#told.has(mask)) return;
    this.#told.add(mask);
    yield* this.form(mask, { ...stand, matrix, seen: false, where: `a mask in ${stand.where}` });
  }

  /** All fonts of the resources; the glyphs of a Type 3 font are content streams too. */
  *#fonts(stand: Stand): Generator<Mark> {
    const fonts = this.objects.dict(stand.resources, 'Font');
    if (!fonts || this.#told.has(fonts)) return;
    this.#told.add(fonts);
    for (const { value: name } of fonts.keys()) {
      const font = this.objects.dict(fonts, name);
      if (!font) continue;
      yield { kind: 'font', name, font };
      const glyphs = this.objects.dict(font, 'CharProcs');
      const where = `glyphs of font "${name}"`;
      const resources = this.objects.dict(font, 'Resources') ?? stand.resources;
      for (const { value: glyph } of glyphs?.keys() ?? []) {
        const stream = asStream(this.objects.at(glyphs, glyph));
        if (stream) yield* this.form(stream, { ...stand, resources, where, seen: false });
      }
    }
  }

  *#inline(image: Operand | undefined, stand: Stand, matrix: Matrix): Generator<Mark> {
    if (image?.type !== 'dict') return;
    const value = (short: string, long: string) => image.entries.get(short) ?? image.entries.get(long);
    const mask = value('IM', 'ImageMask');
    if (mask?.type === 'word' && mask.value === 'true') return;
    const { where } = stand;
    const space = value('CS', 'ColorSpace');
    // An indexed space is written out: `[/I /RGB 1 <…>]`.
    const named = space?.type === 'array' ? space.items.slice(0, 2) : [space];
    for (const name of named) {
      if (name?.type === 'name')
        yield { kind: 'space', space: this.#space(name.value, stand), of: 'an inline picture', where };
    }
    const number = (one: Operand | undefined) => (one?.type === 'number' ? one.value : 0);
    const [width, height] = [number(value('W', 'Width')), number(value('H', 'Height'))];
    if (stand.seen) yield { kind: 'picture', width, height, matrix, repeats: stand.repeats };
  }

  /** A colour space of the resources; a name that they do not have is that of a device. */
  #space(name: string, stand: Stand): Space {
    return this.#resource('ColorSpace', name, stand) ?? (name === 'RGB' ? 'DeviceRGB' : name);
  }

  #resource(kind: string, name: string, { resources }: Stand): PdfObject | undefined {
    return this.objects.at(this.objects.dict(resources, kind), name);
  }
}
