/** Fonts travel with the file: a print shop that has to find one itself prints with another. */
import { asDict, asStream, type Objects, type PdfDict, type PdfStream } from './document.js';
import type { Finding } from './finding.js';
import type { Mark } from './painting.js';

export function checkFonts(marks: readonly Mark[], objects: Objects, page: number): Finding[] {
  return marks.flatMap((mark): Finding[] => {
    if (mark.kind !== 'font' || isEmbedded(mark.font, objects)) return [];
    const name = objects.name(mark.font, 'BaseFont') ?? mark.name;
    return [
      {
        severity: 'error',
        page,
        message: `the font "${name}" is not embedded, so it would be printed with another one.`,
        hint: 'Build it again with "padpress build"; programs that change PDFs may take fonts out.',
      },
    ];
  });
}

const isEmbedded = (font: PdfDict, objects: Objects): boolean =>
  // The glyphs of a Type 3 font are drawings in the file.
  objects.name(font, 'Subtype') === 'Type3' || fontProgram(font, objects) !== undefined;

/** The font file that a font brings along. */
export function fontProgram(font: PdfDict, objects: Objects): PdfStream | undefined {
  const descriptor = objects.dict(descendantOf(font, objects) ?? font, 'FontDescriptor');
  for (const file of ['FontFile', 'FontFile2', 'FontFile3']) {
    const stream = asStream(objects.at(descriptor, file));
    if (stream) return stream;
  }
  return undefined;
}

/** The font inside a composite one, which has its glyphs. */
export function descendantOf(font: PdfDict, objects: Objects): PdfDict | undefined {
  const [descendant] = objects.list(font, 'DescendantFonts') ?? [];
  return objects.name(font, 'Subtype') === 'Type0' ? asDict(descendant) : undefined;
}
