/** A PDF being written: the one class that touches PDFKit, and all access to its private parts. */
import { type Font, create as openFont } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { Ink } from '../press/page.js';
import type { Run } from '../type/face.js';
import { mmToPt, type Size } from '../units.js';

/** What viewers and catalogues show of a document. */
export interface DocumentInfo {
  title: string;
  /** BCP 47. */
  language: string;
  created: Date;
}

/** The parts of PDFKit's embedded font that its types leave out. */
interface EmbeddedFont {
  id: string;
  subset: { includeGlyph(glyph: number): number };
  widths: number[];
  unicode: number[][];
  ref(): unknown;
}

/** Font files opened for embedding, once per process and shared by all documents. */
export class FontShelf {
  readonly #fonts = new Map<string, Font>();

  /** @param fontFile gives the bytes of a font by its key */
  constructor(private readonly fontFile: (key: string) => Uint8Array) {}

  font(key: string): Font {
    let font = this.#fonts.get(key);
    if (!font) {
      const bytes = this.fontFile(key);
      const opened = openFont(bytes as Parameters<typeof openFont>[0]);
      if (!('createSubset' in opened)) throw new Error(`${key} is a font collection.`);
      font = opened;
      this.#fonts.set(key, font);
    }
    return font;
  }
}

export class PdfDocument {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #bytes: Promise<Uint8Array>;
  readonly #embedded = new Map<string, EmbeddedFont>();

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
   * Writes finished runs with their left end at `x` and their baseline at `y` (mm). `em` is the type size, mm. What a reader
   * gets out of the file is the text of the runs: where glyphs alone would not say it, the text is written beside them.
   */
  runs(runs: readonly Run[], x: number, y: number, em: number, ink: Ink): void {
    this.#pdf.fillColor(toRgb(ink));
    let left = x;
    for (const run of runs) {
      this.#run(run, left, y, em);
      left += run.width * em;
    }
  }

  #run(run: Run, x: number, y: number, em: number): void {
    const font = this.#embed(run.face);
    const pdfFont = this.shelf.font(run.face);
    const perEm = 1000 / pdfFont.unitsPerEm;
    const operators: string[] = [`BT /${font.id} ${number(em)} Tf 1 0 0 -1 ${number(x)} ${number(y)} Tm`];
    let shown: string[] = [];
    let hex = '';
    let rise = 0;
    let heard = '';
    let pending = 0;
    const flush = () => {
      if (hex) shown.push(`<${hex}>`);
      hex = '';
    };
    const show = () => {
      flush();
      if (shown.length > 0) operators.push(`[${shown.join(' ')}] TJ`);
      shown = [];
    };
    for (const glyph of run.glyphs) {
      const code = font.subset.includeGlyph(glyph.id);
      const width = font.widths[code] ?? pdfFont.getGlyph(glyph.id).advanceWidth * perEm;
      font.widths[code] = width;
      font.unicode[code] ??= codePoints(glyph.text);
      heard += String.fromCodePoint(...font.unicode[code]);
      // TJ numbers move against the writing direction, in thousandths of an em.
      const before = pending - glyph.dx * 1000;
      if (Math.abs(before) > 0.05) {
        flush();
        shown.push(number(before));
      }
      if (glyph.dy !== rise) {
        show();
        operators.push(`${number(glyph.dy * em)} Ts`);
        rise = glyph.dy;
      }
      hex += code.toString(16).padStart(4, '0');
      pending = width + glyph.dx * 1000 - glyph.advance * 1000;
    }
    show();
    if (rise !== 0) operators.push('0 Ts');
    operators.push('ET');
    const content = operators.join('\n');
    this.#write(
      heard === run.text ? content : `/Span <</ActualText ${utf16(run.text)}>> BDC\n${content}\nEMC`,
    );
  }

  #embed(key: string): EmbeddedFont {
    let font = this.#embedded.get(key);
    if (!font) {
      this.#pdf.registerFont(key, this.shelf.font(key) as unknown as string);
      this.#pdf.font(key);
      font = (this.#pdf as unknown as { _font: EmbeddedFont })._font;
      this.#embedded.set(key, font);
    }
    const page = this.#pdf.page as unknown as { fonts: Record<string, unknown> };
    page.fonts[font.id] ??= font.ref();
    return font;
  }

  #write(content: string): void {
    (this.#pdf as unknown as { addContent(content: string): void }).addContent(content);
  }
}

/** PDFKit takes red, green and blue from 0 to 255. */
export const toRgb = (ink: Ink): [number, number, number] => [ink[0] * 255, ink[1] * 255, ink[2] * 255];

const codePoints = (text: string): number[] => [...text].map(character => character.codePointAt(0) ?? 0);

/** A number as PDF writes it, to a ten-thousandth. */
const number = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** A PDF text string in UTF-16 with its byte order mark. */
function utf16(text: string): string {
  let hex = 'feff';
  for (let index = 0; index < text.length; index++)
    hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return `<${hex}>`;
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
