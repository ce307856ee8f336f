/** Fonts travel with the file: a print shop that has to find one itself prints with another. */
import { asDict, type Objects, type PdfDict } from './document.js';
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

function isEmbedded(font: PdfDict, objects: Objects): boolean {
  const kind = objects.name(font, 'Subtype');
  // The glyphs of a Type 3 font are drawings in the file.
  if (kind === 'Type3') return true;
  const [descendant] = objects.list(font, 'DescendantFonts') ?? [];
  const holder = kind === 'Type0' ? asDict(descendant) : font;
  const descriptor = objects.dict(holder, 'FontDescriptor');
  return ['FontFile', 'FontFile2', 'FontFile3'].some(file => objects.at(descriptor, file)?.type === 'stream');
}
