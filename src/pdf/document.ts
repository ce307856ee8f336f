/** A PDF being written: its pages, what they share, and the tree of what is on them. */
import { type FieldFrame, textOf } from '../layout/frame.js';
import type { Inks } from '../press/inks.js';
import type { Ink, InkedFrame, InkedPicture, Layer, Page } from '../press/page.js';
import { directionOf } from '../type/direction.js';
import { type Box, mmToPt } from '../units.js';
import { Content, type Painted } from './content.js';
import { type Drawn, embedDrawing } from './drawings.js';
import { embedField, formOf } from './fields.js';
import { EmbeddedFont } from './fonts.js';
import { together, whole } from './marked.js';
import { dateString, type Machines, PdfObjects, type Ref, refer, textString, type Value } from './objects.js';
import { type OutlineEntry, outlineOf, pageLabels } from './outline.js';
import { paintFrame, paintFrames, placed, type Stock } from './paint.js';
import { embedPhoto } from './photos.js';
import type { FontShelf } from './shelf.js';
import { outputIntent, xmp } from './standards.js';
import { type Element, StructureTree, type Tag, tagsOf } from './structure.js';

/** What viewers and catalogues show of a document. */
export interface DocumentInfo {
  title: string;
  /** BCP 47. */
  language: string;
  created: Date;
  /** True when its fields can be filled in on a screen. */
  fillable?: boolean;
}

/** What a document is made with. */
export interface Workshop {
  shelf: FontShelf;
  inks: Inks;
  machines: Machines;
  /** The drawings on its pages, painted. */
  drawings: ReadonlyMap<string, Drawn>;
  /** Frames that it shows more than once as one picture: they are written once. */
  shared: ReadonlySet<object>;
}

/** What is typed is set in where the font of the sheet cannot be a simple one. */
const typedFace = 'fonts/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf';

interface Named {
  name: string;
  ref: Ref;
}

/** Marks of the press that are the same in all files. */
const marksOfAll = new WeakMap<Layer, Painted>();

export class PdfDocument implements Stock {
  readonly #objects: PdfObjects;
  readonly #pages: Ref[] = [];
  readonly #root: Ref;
  readonly #tree = new StructureTree();
  readonly #outline: OutlineEntry[] = [];
  readonly #names: (string | undefined)[] = [];
  readonly #fonts = new Map<string, EmbeddedFont>();
  readonly #pictures = new Map<object | string, Named>();
  readonly #forms = new Map<object, Named>();
  readonly #latest = new Map<string, Element>();
  readonly #marks = new Map<Layer, Painted>();
  readonly #fields: Ref[] = [];
  #typedIn: string | undefined;

  constructor(
    private readonly info: DocumentInfo,
    private readonly workshop: Workshop,
  ) {
    // PDF/X-4 is PDF 1.6.
    this.#objects = new PdfObjects(workshop.inks.space === 'cmyk' ? '1.6' : '1.7', workshop.machines);
    this.#root = this.#objects.reserve();
  }

  /** Adds a page. All places on it are mm from its top left corner. */
  addPage({ size, trim, bleed, name, layers }: Page): void {
    const objects = this.#objects;
    const page = objects.reserve();
    const scale = mmToPt(1);
    const start = new Content();
    start.transform(scale, 0, 0, -scale, 0, mmToPt(size.height));
    const marks: Element[] = [];
    const first = this.#fields.length;
    const on = { marks, page, height: size.height };
    const [only] = layers;
    if (only && layers.length === 1) this.#layer(only, { ...on, content: start });
    // Each of several layers is a stream of its own: marks of the press are the same on many pages.
    const parts = layers.length > 1 ? layers.map(layer => this.#part(layer, on)) : [];
    parts.unshift({ content: start, bytes: start.end() });
    const streams = parts.flatMap(({ bytes }) => (bytes.length > 0 ? refer(objects.content(bytes)) : []));
    const sides = (box: Box): Value =>
      [box.x, size.height - box.y - box.height, box.x + box.width, size.height - box.y].map(mmToPt);
    const whole = sides({ x: 0, y: 0, ...size });
    objects.set(page, {
      Type: '/Page',
      Parent: refer(this.#root),
      MediaBox: whole,
      // Prepress wants to find a trim box on every page.
      TrimBox: trim ? sides(trim) : bleed || this.workshop.inks.space !== 'cmyk' ? undefined : whole,
      BleedBox: bleed && sides(bleed),
      Resources: Content.resourcesOf(parts.map(({ content }) => content)),
      Contents: streams.length === 1 ? (streams[0] as string) : streams,
      StructParents: this.#tree.page(marks),
      Annots: this.#fields.length > first ? this.#fields.slice(first).map(refer) : undefined,
      Tabs: '/S',
    });
    this.#pages.push(page);
    this.#names.push(name);
  }

  /** A layer as a part of the content of a page; marks that are known are not painted again. */
  #part(layer: Layer, on: { marks: Element[]; page: Ref; height: number }): Painted {
    const known = marksOfAll.get(layer) ?? this.#marks.get(layer);
    if (known) return known;
    const content = new Content();
    this.#layer(layer, { ...on, content });
    const part = { content, bytes: content.end() };
    if (!layer.means) (content.needsNothing ? marksOfAll : this.#marks).set(layer, part);
    return part;
  }

  /** Paints a layer; what its frames mean goes into the tree, and what means nothing is an artifact (14.8.2.2). */
  #layer(layer: Layer, on: { content: Content; marks: Element[]; page: Ref; height: number }): void {
    const { frames, means } = layer;
    if (frames.length === 0) return;
    const { content, marks, page } = on;
    const tags = means && tagsOf(means, frames, this.info.language, this.#latest);
    if (tags) this.#tree.root.kids.push(tags.root);
    const marked = (tag: Tag | undefined, paint: () => void) => {
      if (tag) {
        const { element, slot } = tag;
        slot.content = { page, mark: marks.length };
        content.add(`/${element.type} <</MCID ${marks.length}>> BDC`);
        marks.push(element);
      } else content.add('/Artifact BMC');
      paint();
      content.add('EMC');
    };
    placed(layer, content, () => {
      if (!tags || means?.reading.means.role === 'figure')
        return marked(tags && whole(tags.root), () => paintFrames(layer, content, this));
      for (const [tag, group] of together(frames, tags)) {
        const [field, ...values] = group;
        if (tag && field?.kind === 'field' && this.info.fillable) {
          this.#field(field, values, tag.element, layer, on);
          continue;
        }
        const seen = group.filter(({ kind }) => kind !== 'field');
        if (seen.length === 0) continue;
        marked(tag, () => {
          for (const frame of seen) paintFrame(frame, content, this, tag?.goesOn);
        });
      }
    });
    for (const { level, frame } of tags?.headings ?? []) {
      const own = frames[frame];
      if (own?.kind !== 'text') continue;
      const top = mmToPt(on.height - layer.y - own.box.y * layer.scale);
      this.#outline.push({ title: textOf(own), level, page, top });
    }
  }

  /** A field to type in, with the words that it holds already. */
  #field(
    field: FieldFrame<Ink>,
    values: readonly InkedFrame[],
    element: Element,
    { x, y, scale }: Layer,
    { page, height }: { page: Ref; height: number },
  ): void {
    const texts = values.filter(frame => frame.kind === 'text');
    const [left, top] = [x + field.box.x * scale, height - y - field.box.y * scale];
    const place = [left, top - field.box.height * scale, left + field.box.width * scale, top].map(mmToPt);
    const ref = embedField(
      {
        field,
        label: element.label ?? '',
        value: texts.map(textOf).join('\n'),
        paint: appearance => {
          appearance.transform(1, 0, 0, 1, -field.box.x, -field.box.y);
          for (const text of texts) paintFrame(text, appearance, this);
        },
        page,
        place: place as [number, number, number, number],
        key: this.#tree.annotation(element),
      },
      this.#objects,
    );
    element.kids.push({ content: { page, annotation: ref } });
    this.#fields.push(ref);
    this.#typedIn ??= this.workshop.shelf.facts(field.face).isTrueType ? field.face : typedFace;
  }

  /** Finishes the file. */
  end(): Uint8Array {
    const objects = this.#objects;
    const { info, workshop } = this;
    const created = dateString(info.created);
    const about = objects.add({
      Title: textString(info.title),
      Creator: '(padpress)',
      Producer: '(padpress)',
      CreationDate: created,
      ModDate: created,
      ...(workshop.inks.space === 'cmyk' && { Trapped: '/False' }),
    });
    for (const font of this.#fonts.values()) font.embed(objects);
    const catalogue = objects.add({
      Type: '/Catalog',
      Pages: refer(this.#root),
      Lang: textString(info.language),
      MarkInfo: { Marked: true },
      StructTreeRoot: refer(this.#tree.write(objects)),
      // Viewers shall show the title, and offer to print at true size.
      ViewerPreferences: {
        DisplayDocTitle: true,
        PrintScaling: '/None',
        ...(directionOf(info.language) === 'rtl' && { Direction: '/R2L' }),
      },
      ...(this.#typedIn !== undefined && {
        AcroForm: formOf(this.#fields, this.#typedIn, workshop.shelf, objects),
      }),
      PageLabels: pageLabels(this.#names),
      ...outlineOf(this.#outline, objects),
      OutputIntents: [refer(outputIntent(workshop.inks.space, objects))],
      Metadata: refer(
        objects.raw(
          { Type: '/Metadata', Subtype: '/XML' },
          new TextEncoder().encode(xmp(info, workshop.inks.space)),
        ),
      ),
    });
    objects.set(this.#root, {
      Type: '/Pages',
      Kids: this.#pages.map(refer),
      Count: this.#pages.length,
    });
    return objects.file(catalogue, about);
  }

  font(face: string): EmbeddedFont {
    let font = this.#fonts.get(face);
    if (!font) {
      font = new EmbeddedFont(`F${this.#fonts.size + 1}`, this.#objects.reserve(), face, this.workshop.shelf);
      this.#fonts.set(face, font);
    }
    return font;
  }

  picture(picture: Exclude<InkedPicture['picture'], { kind: 'plate' }>): Named {
    const key = picture.kind === 'photo' ? picture.bytes : picture.svg;
    let named = this.#pictures.get(key);
    if (!named) {
      const ref = picture.kind === 'photo' ? embedPhoto(picture, this.#objects) : this.#drawing(picture.svg);
      named = { name: `P${this.#pictures.size + 1}`, ref };
      this.#pictures.set(key, named);
    }
    return named;
  }

  #drawing(svg: string): Ref {
    const drawing = this.workshop.drawings.get(svg);
    if (!drawing) throw new Error('A drawing was not painted.');
    return embedDrawing(drawing, this.#objects);
  }

  /** Frames that are shown several times are a form that pages share (8.10). */
  form(layer: Layer): Named | undefined {
    const { frames, size } = layer;
    if (!this.workshop.shared.has(frames)) return undefined;
    let form = this.#forms.get(frames);
    if (!form) {
      const content = new Content();
      for (const frame of frames) paintFrame(frame, content, this);
      const ref = this.#objects.stream(
        {
          Type: '/XObject',
          Subtype: '/Form',
          BBox: [0, 0, size.width, size.height],
          Resources: content.resources,
        },
        content.end(),
      );
      form = { name: `S${this.#forms.size + 1}`, ref };
      this.#forms.set(frames, form);
    }
    return form;
  }
}
