/** A PDF being written: the one class that touches PDFKit, and all access to its private parts. */
import { type Font, create as openFont } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { Inks } from '../press/inks.js';
import type { Ink, InkedArt, InkedPhoto, Layer, Page } from '../press/page.js';
import type { PlacedRun } from '../type/lines.js';
import { type Box, mmToPt, type Size } from '../units.js';
import { type CodedFont, codedFont, type EmbeddedFont } from './codes.js';
import { colourOperator, keepToInks } from './colour.js';
import { Pictures } from './pictures.js';
import { forPrepress } from './standards.js';
import { lineOperators } from './strings.js';

/** What viewers and catalogues show of a document. */
export interface DocumentInfo {
  title: string;
  /** BCP 47. */
  language: string;
  created: Date;
}

/** Font files opened for embedding, once per process and shared by all documents. */
export class FontShelf {
  readonly #fonts = new Map<string, Font>();
  readonly #ghosts = new Map<string, number | undefined>();

  /** @param fontFile gives the bytes of a font by its key */
  constructor(private readonly fontFile: (key: string) => Uint8Array | undefined) {}

  font(key: string): Font {
    let font = this.#fonts.get(key);
    if (!font) {
      const bytes = this.fontFile(key);
      if (!bytes) throw new Error(`There is no font ${key}.`);
      const opened = openFont(bytes as Parameters<typeof openFont>[0]);
      if (!('createSubset' in opened)) throw new Error(`${key} is a font collection.`);
      font = opened;
      this.#fonts.set(key, font);
    }
    return font;
  }

  /** The number of a glyph that has neither ink nor width; undefined when the font has none. */
  ghost(key: string): number | undefined {
    if (!this.#ghosts.has(key)) {
      const font = this.font(key);
      let id: number | undefined;
      for (let glyph = 1; glyph < font.numGlyphs && id === undefined; glyph++) {
        const { advanceWidth, path } = font.getGlyph(glyph);
        if (advanceWidth === 0 && path.commands.length === 0) id = glyph;
      }
      this.#ghosts.set(key, id);
    }
    return this.#ghosts.get(key);
  }
}

/** What of PDFKit's page and document its types leave out. */
interface Paper {
  fonts: Record<string, unknown>;
  xobjects: Record<string, unknown>;
  dictionary: { data: Record<string, unknown> };
}
interface Inside {
  page: Paper;
  _ctm: number[];
  _root: { data: Record<string, unknown> };
  addContent(content: string): void;
  ref(data?: Record<string, unknown>): {
    data: Record<string, unknown>;
    write(content: string): void;
    end(): void;
  };
}

export class PdfDocument {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #bytes: Promise<Uint8Array>;
  readonly #embedded = new Map<string, CodedFont>();
  readonly #forms = new Map<object, { name: string; ref: unknown }>();
  readonly #pictures: Pictures;

  constructor(
    private readonly info: DocumentInfo,
    private readonly shelf: FontShelf,
    private readonly inks: Inks,
  ) {
    this.#pdf = new PDFDocument({
      autoFirstPage: false,
      // PDFKit opens Helvetica, which cannot be embedded, unless it is told that there is no font.
      font: null as unknown as string,
      // PDF/X-4 is PDF 1.6.
      pdfVersion: inks.space === 'cmyk' ? '1.6' : '1.7',
      lang: info.language,
      displayTitle: true,
      info: {
        Title: info.title,
        Creator: 'padpress',
        Producer: 'padpress',
        CreationDate: info.created,
        ModDate: info.created,
      },
    });
    keepToInks(this.#pdf, inks);
    this.#pictures = new Pictures(this.#pdf, inks);
    // Viewers shall offer to print at true size.
    const preferences = this.#inside._root.data.ViewerPreferences as Paper['dictionary'];
    preferences.data.PrintScaling = 'None';
    const chunks: Uint8Array[] = [];
    this.#bytes = new Promise((resolve, reject) => {
      this.#pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      this.#pdf.on('end', () => resolve(joined(chunks)));
      this.#pdf.on('error', reject);
    });
  }

  get #inside(): Inside {
    return this.#pdf as unknown as Inside;
  }

  /** Starts a page. From here on all places are mm from its top left corner. */
  addPage({ size, trim, bleed }: Omit<Page, 'layers'>): void {
    this.#pdf.addPage({ size: [mmToPt(size.width), mmToPt(size.height)], margin: 0 });
    const { data } = this.#inside.page.dictionary;
    const sides = (box: Box) =>
      [box.x, size.height - box.y - box.height, box.x + box.width, size.height - box.y].map(mmToPt);
    if (trim) data.TrimBox = sides(trim);
    if (bleed) data.BleedBox = sides(bleed);
    // Prepress wants to find a trim box on every page.
    else if (this.inks.space === 'cmyk') data.TrimBox ??= sides({ x: 0, y: 0, ...size });
    const scale = mmToPt(1);
    this.#pdf.transform(scale, 0, 0, scale, 0, 0);
  }

  /** Finishes the file. */
  end(): Promise<Uint8Array> {
    if (this.inks.space === 'cmyk') forPrepress(this.#pdf, this.info);
    this.#pdf.end();
    return this.#bytes;
  }

  /** PDFKit itself, for shapes. */
  get drawing(): PDFKit.PDFDocument {
    return this.#pdf;
  }

  /** Paints with the origin of a layer at its place, and only inside its clip. */
  placed({ x, y, scale, turned, clip }: Omit<Layer, 'frames' | 'size'>, paint: () => void): void {
    if (x === 0 && y === 0 && scale === 1 && !turned && !clip) return paint();
    this.#pdf.save();
    if (clip) this.#pdf.rect(clip.x, clip.y, clip.width, clip.height).clip();
    if (turned) this.#pdf.transform(0, -scale, scale, 0, x, y);
    else this.#pdf.transform(scale, 0, 0, scale, x, y);
    paint();
    this.#pdf.restore();
  }

  /** Shows what has been painted under a key before, or paints it now, as a form that pages share (ISO 32000-2, 8.10). */
  show(key: object, size: Size, paint: () => void): void {
    let form = this.#forms.get(key);
    if (!form) {
      form = { name: `Sheet${this.#forms.size + 1}`, ref: this.#form(size, paint) };
      this.#forms.set(key, form);
    }
    this.#inside.page.xobjects[form.name] = form.ref;
    this.#inside.addContent(`/${form.name} Do`);
  }

  /** PDFKit knows no forms: for a while, what it takes for its page is one. */
  #form({ width, height }: Size, paint: () => void): unknown {
    const inside = this.#inside;
    const resources = inside.ref();
    const form = inside.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: resources,
    });
    const [page, matrix] = [inside.page, inside._ctm];
    const used: Record<string, Record<string, unknown>> = {
      Font: {},
      XObject: {},
      ExtGState: {},
      Pattern: {},
      ColorSpace: {},
    };
    inside._ctm = [1, 0, 0, 1, 0, 0];
    inside.page = {
      ...{ width: mmToPt(width), height: mmToPt(height), write: (content: string) => form.write(content) },
      ...{ fonts: used.Font, xobjects: used.XObject, ext_gstates: used.ExtGState },
      ...{ patterns: used.Pattern, colorSpaces: used.ColorSpace, dictionary: page.dictionary },
    } as unknown as Paper;
    paint();
    [inside.page, inside._ctm] = [page, matrix];
    for (const [kind, names] of Object.entries(used))
      if (Object.keys(names).length > 0) resources.data[kind] = names;
    resources.end();
    form.end();
    return form;
  }

  fillWith(ink: Ink): void {
    this.#inside.addContent(colourOperator(ink));
  }

  strokeWith(ink: Ink): void {
    this.#inside.addContent(colourOperator(ink, true));
  }

  photo(photo: InkedPhoto, box: Box): void {
    this.#pictures.photo(photo, box);
  }

  art(art: InkedArt): void {
    this.#pictures.art(art);
  }

  /**
   * Writes the runs of a line with its left end at `x` and its baseline at `y` (mm). `em` is the type size, mm.
   */
  runs(runs: readonly PlacedRun[], x: number, y: number, em: number, ink: Ink): void {
    this.fillWith(ink);
    this.#inside.addContent(lineOperators(runs, x, y, em, face => this.#embed(face)));
  }

  #embed(key: string): CodedFont {
    let font = this.#embedded.get(key);
    if (!font) {
      this.#pdf.registerFont(key, this.shelf.font(key) as unknown as string);
      this.#pdf.font(key);
      font = codedFont((this.#pdf as unknown as { _font: EmbeddedFont })._font, this.shelf, key);
      this.#embedded.set(key, font);
    }
    this.#inside.page.fonts[font.id] ??= font.ref();
    return font;
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
