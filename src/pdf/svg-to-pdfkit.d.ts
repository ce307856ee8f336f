/** The part of `svg-to-pdfkit` that we use; the package brings no types of its own. */
declare module 'svg-to-pdfkit' {
  export default function SVGtoPDF(
    document: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: {
      width: number;
      height: number;
      assumePt: boolean;
      imageCallback(link: string): string;
      colorCallback?(
        colour: readonly [number[], number] | undefined,
      ): readonly [number[], number] | undefined;
      warningCallback(warning: string): void;
    },
  ): void;
}
