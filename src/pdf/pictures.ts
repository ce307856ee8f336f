/** Pictures in a PDF: photographs as images that are embedded once, drawings as paths. */
import SVGtoPDF from 'svg-to-pdfkit';
import type { Inks } from '../press/inks.js';
import type { InkedArt, InkedPhoto } from '../press/page.js';
import type { Box } from '../units.js';
import { drawingColour, hexOf } from './colour.js';

/** An image as PDFKit knows it: what it has embedded, or what it is to embed when it is first shown. */
interface Image {
  label: string;
  width: number;
  height: number;
  obj: unknown;
}

interface ImageWriter {
  openImage(bytes: Uint8Array): Image;
  ref(data: Record<string, unknown>): { end(bytes?: Uint8Array): void };
  image(image: Image, x: number, y: number, size: { width: number; height: number }): void;
}

export class Pictures {
  readonly #images = new Map<Uint8Array, Image>();

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly inks: Inks,
  ) {}

  /** Shows a photograph in a box, mm. */
  photo(photo: InkedPhoto, { x, y, width, height }: Box): void {
    const writer = this.pdf as unknown as ImageWriter;
    let image = this.#images.get(photo.bytes);
    if (!image) {
      image = photo.alpha ? this.#masked(photo, photo.alpha) : writer.openImage(photo.bytes);
      this.#images.set(photo.bytes, image);
    }
    writer.image(image, x, y, { width, height });
  }

  /** A JPEG with a soft mask beside it, which PDFKit does not know. */
  #masked({ bytes, width, height, space: inks }: InkedPhoto, alpha: Uint8Array): Image {
    const writer = this.pdf as unknown as ImageWriter;
    const space = { cmyk: 'DeviceCMYK', grey: 'DeviceGray', rgb: 'DeviceRGB' }[inks ?? 'rgb'];
    const common = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
    const mask = writer.ref({ ...common, ColorSpace: 'DeviceGray' });
    mask.end(alpha);
    const obj = writer.ref({
      ...common,
      ColorSpace: space,
      Filter: 'DCTDecode',
      SMask: mask,
      // JPEGs in CMYK are written inverted, as Photoshop does.
      ...(space === 'DeviceCMYK' && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
    });
    obj.end(bytes);
    return { label: `Masked${this.#images.size + 1}`, width, height, obj };
  }

  /** Paints a drawing in its own units, from the origin. */
  art({ svg, width, height }: InkedArt): void {
    const { inks } = this;
    // The session room has checked the drawing; nothing may be read from outside, whatever it says.
    SVGtoPDF(this.pdf, svg, 0, 0, {
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
  }
}
