/** Is it known in which language each text is (checkpoint 11)? */
import type { PdfDict, PrintedPdf } from '../preflight/document.js';
import type { Marks, Piece } from './content.js';
import { blank } from './elements.js';
import type { Findings } from './report.js';
import type { Structure, StructureElement } from './structure.js';
import type { Xmp } from './xmp.js';

export class LanguageCheck {
  /** That of the whole file. */
  readonly #whole: string | undefined;

  constructor(
    private readonly pdf: PrintedPdf,
    private readonly findings: Findings,
  ) {
    this.#whole = this.#tag(pdf.catalogue, {});
  }

  see({ kind, at }: Piece): void {
    const { marks, page } = at;
    if (this.#whole !== undefined) return;
    if ((kind === 'text' && !marks.artifact) || kind === 'instead') {
      if (!this.#isKnown(marks))
        this.findings.add(kind === 'text' ? '11-001' : '11-002', { page, element: marks.owner?.path });
    }
  }

  /** Languages and texts of elements. */
  structure({ elements }: Structure): void {
    const { objects } = this.pdf;
    for (const element of elements) {
      const { dict, page, path } = element;
      if (dict.has('Lang')) this.#tag(dict, { page, element: path });
      const said = ['Alt', 'ActualText', 'E'].some(key => !blank(objects.text(dict, key)));
      if (said && this.of(element) === undefined) this.findings.add('11-002', { page, element: path });
    }
  }

  /** Bookmarks, and the title in the metadata. */
  document(xmp: Xmp | undefined): void {
    const { catalogue, objects } = this.pdf;
    if (this.#whole !== undefined) return;
    if (objects.dict(objects.dict(catalogue, 'Outlines'), 'First')) this.findings.add('11-003');
    const spoken = xmp?.titles.some(({ language }) => !blank(language) && language !== 'x-default');
    if (xmp && !spoken) this.findings.add('11-006');
  }

  /** The language of an element: its own, that of one around it, or that of the file. */
  of(element: StructureElement | undefined): string | undefined {
    for (let at = element; at; at = at.parent) {
      const own = this.pdf.objects.text(at.dict, 'Lang');
      if (!blank(own)) return own;
    }
    return this.#whole;
  }

  #isKnown({ language, owner }: Marks): boolean {
    return !blank(language) || this.of(owner) !== undefined;
  }

  /** The language that a dictionary names; an empty one says that it is not known. */
  #tag(holder: PdfDict, spot: { page?: number | undefined; element?: string }): string | undefined {
    const language = this.pdf.objects.text(holder, 'Lang');
    if (language === undefined || blank(language)) return undefined;
    if (!/^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(language)) this.findings.add('UA1:7.2', spot, `"${language}"`);
    return language;
  }
}
