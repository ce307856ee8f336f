/** A PDF being written: the one class that touches PDFKit, and all access to its private parts. */
import { type Font, create as openFont } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { Ink } from '../press/page.js';
import type { PlacedRun } from '../type/lines.js';
import { mmToPt, type Size } from '../units.js';
import { type CodedFont, codedFont, type EmbeddedFont } from './codes.js';
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

export class PdfDocument {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #bytes: Promise<Uint8Array>;
  readonly #embedded = new Map<string, CodedFont>();

  constructor(
    info: DocumentInfo,
    private readonly shelf: FontShelf,
  ) {
    this.#pdf = new PDFDocument({
      autoFirstPage: false,
      // PDFKit opens Helvetica, which cannot be embedded, unless it is told that there is no font.
      font: null as unknown as string,
      pdfVersion: '1.7',
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
    const chunks: Uint8Array[] = [];
    this.#bytes = new Promise((resolve, reject) => {
      this.#pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      this.#pdf.on('end', () => resolve(joined(chunks)));
      this.#pdf.on('error', reject);
    });
  }

  /** Starts a page; size in mm. From here on all places are mm from its top left corner. */
  addPage({ width, height }: Size): void {
    this.#pdf.addPage({ size: [mmToPt(width), mmToPt(height)], margin: 0 });
    const scale = mmToPt(1);
    this.#pdf.transform(scale, 0, 0, scale, 0, 0);
  }

  /** Finishes the file. */
  end(): Promise<Uint8Array> {
    this.#pdf.end();
    return this.#bytes;
  }

  /** PDFKit itself, for shapes and pictures. */
  get drawing(): PDFKit.PDFDocument {
    return this.#pdf;
  }

  /**
   * Writes the runs of a line with its left end at `x` and its baseline at `y` (mm). `em` is the type size, mm.
   */
  runs(runs: readonly PlacedRun[], x: number, y: number, em: number, ink: Ink): void {
    this.#pdf.fillColor(toRgb(ink));
    const operators = lineOperators(runs, x, y, em, face => this.#embed(face));
    (this.#pdf as unknown as { addContent(content: string): void }).addContent(operators);
  }

  #embed(key: string): CodedFont {
    let font = this.#embedded.get(key);
    if (!font) {
      this.#pdf.registerFont(key, this.shelf.font(key) as unknown as string);
      this.#pdf.font(key);
      font = codedFont((this.#pdf as unknown as { _font: EmbeddedFont })._font, this.shelf, key);
      this.#embedded.set(key, font);
    }
    const page = this.#pdf.page as unknown as { fonts: Record<string, unknown> };
    page.fonts[font.id] ??= font.ref();
    return font;
  }
}

/** PDFKit takes red, green and blue from 0 to 255. */
export const toRgb = (ink: Ink): [number, number, number] => [ink[0] * 255, ink[1] * 255, ink[2] * 255];

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
