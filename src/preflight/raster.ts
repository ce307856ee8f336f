/** Pages as pixels, by pdf.js on a canvas. Both are loaded only when ink is measured; the canvas is a native module that some systems lack. */
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Draws the pages of PDFs. */
export interface Rasteriser {
  open(bytes: Uint8Array): Promise<RasterPdf>;
}

export interface RasterPdf {
  /** The page (from 1) on white, about so many pixels large whatever its size on paper. */
  page(number: number, pixels: number): Promise<Raster>;
  close(): Promise<void>;
}

export interface Raster {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each pixel, in rows from the top. */
  data: Uint8ClampedArray;
}

/** Undefined where the canvas is missing. */
export async function loadRasteriser(): Promise<Rasteriser | undefined> {
  let canvas: typeof import('@napi-rs/canvas');
  try {
    // pdf.js finds it by itself, but fails without a word that people could use when it does not.
    canvas = await import('@napi-rs/canvas');
  } catch {
    return undefined;
  }
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return {
    async open(bytes) {
      // A copy: pdf.js takes the bytes away from whoever gives them, and refuses Node's buffers. It prints nothing but errors.
      const task = getDocument({
        data: new Uint8Array(bytes),
        verbosity: VerbosityLevel.ERRORS,
        isEvalSupported: false,
      });
      return rasterPdf(await task.promise, canvas);
    },
  };
}

function rasterPdf(pdf: PDFDocumentProxy, { createCanvas }: typeof import('@napi-rs/canvas')): RasterPdf {
  return {
    async page(number, pixels) {
      const page = await pdf.getPage(number);
      const whole = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: Math.sqrt(pixels / (whole.width * whole.height)) });
      const width = Math.max(1, Math.round(viewport.width));
      const height = Math.max(1, Math.round(viewport.height));
      const canvas = createCanvas(width, height);
      // As printed: with annotations that are for paper, and without those that are for screens.
      await page.render({ canvas, viewport, intent: 'print', background: '#ffffff' }).promise;
      const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
      page.cleanup();
      return { width, height, data };
    },
    close: () => pdf.destroy(),
  };
}
