/** Is all content tagged or an artifact, and do structure and content agree on what belongs to what (checkpoints 01 and 30)? */
import type { Objects, PdfDict, PdfStream, PrintedPdf } from '../preflight/document.js';
import type { Piece } from './content.js';
import type { Findings } from './report.js';
import type { Structure, StructureElement } from './structure.js';

/** How much of a page is neither tagged nor an artifact. */
interface Untagged {
  text: number;
  shape: number;
  picture: number;
}

export class TaggingCheck {
  readonly #untagged = new Map<number, Untagged>();
  /** How often each form is painted, and first where. */
  readonly #painted = new Map<PdfStream, { times: number; page: number }>();
  /** The numbers of marked content that each stream has. */
  readonly #marked = new Map<PdfDict, Set<number>>();

  constructor(
    private readonly objects: Objects,
    private readonly structure: Structure | undefined,
    private readonly findings: Findings,
  ) {}

  see(piece: Piece): void {
    const { at } = piece;
    const spot = { page: at.page, element: at.marks.owner?.path };
    if (piece.kind === 'misplaced') this.findings.add(piece.point, spot);
    else if (piece.kind === 'form') this.#form(piece.stream, at.page);
    else if (piece.kind === 'marked') this.#mark(piece);
    else if (piece.kind !== 'instead' && !at.free && !at.marks.artifact && !at.marks.owner) {
      const found = this.#untagged.get(at.page) ?? { text: 0, shape: 0, picture: 0 };
      found[piece.kind === 'text' ? 'text' : piece.what]++;
      this.#untagged.set(at.page, found);
    }
  }

  /** When all content has been seen. */
  end(): void {
    for (const [page, found] of this.#untagged) this.findings.add('01-005', { page }, counted(found));
    for (const [stream, { times, page }] of this.#painted)
      if (times > 1 && this.#marked.has(stream)) this.findings.add('30-002', { page }, `${times} times`);
  }

  #form(stream: PdfStream, page: number): void {
    if (this.objects.at(stream, 'Ref')) this.findings.add('30-001', { page });
    const painted = this.#painted.get(stream) ?? { times: 0, page };
    painted.times++;
    this.#painted.set(stream, painted);
  }

  #mark({ at, stream, mcid, inside }: Extract<Piece, { kind: 'marked' }>): void {
    const marked = this.#marked.get(stream) ?? new Set();
    const again = marked.has(mcid) && !this.#painted.has(stream as PdfStream);
    this.#marked.set(stream, marked.add(mcid));
    const owner = this.structure?.ownerOf(stream, mcid);
    const spot = { page: at.page, element: owner?.path };
    const says = (detail: string) => this.findings.add('UA1:7.1', spot, detail);
    if (again) says(`the marked content ${mcid} comes twice`);
    if (!this.structure) return;
    if (inside && owner) says(`the marked content ${mcid} stands inside other tagged content`);
    if (!owner) return says(`no element has the marked content ${mcid}`);
    const key = this.objects.number(stream, 'StructParents');
    if (this.structure.parentFor(key, mcid) !== owner.dict)
      says(`the parent tree does not lead from the marked content ${mcid} to its element`);
  }

  /** Content that the structure names, and that no page shows. */
  lost({ elements }: Structure): void {
    for (const { kids, path, page } of elements) {
      for (const kid of kids) {
        if (kid.kind !== 'content' || (kid.stream && this.#marked.get(kid.stream)?.has(kid.mcid))) continue;
        this.findings.add(
          'UA1:7.1',
          { page: kid.page ?? page, element: path },
          `its marked content ${kid.mcid} is not on the page`,
        );
      }
    }
  }
}

/** `2 texts, 1 shape` */
function counted(found: Untagged): string {
  return Object.entries(found)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** Whether the structure tree itself is whole: each element has its parent, and holds what can be held. */
export function checkTree(structure: Structure | undefined, pdf: PrintedPdf, findings: Findings): void {
  if (!structure) return findings.add('UA1:7.1', {}, 'there is no structure tree');
  const root = pdf.objects.dict(pdf.catalogue, 'StructTreeRoot');
  if (structure.elements.length === 0) findings.add('UA1:7.1', {}, 'the structure tree is empty');
  for (const element of structure.elements) {
    const { dict, parent, kids } = element;
    const says = (detail: string) => findings.add('UA1:7.1', spotOf(element), detail);
    if (pdf.objects.dict(dict, 'P') !== (parent?.dict ?? root))
      says('the element does not name its parent (P)');
    if (kids.some(({ kind }) => kind === 'broken')) says('the element holds something that is not there');
  }
}

const spotOf = ({ page, path }: StructureElement) => ({ page, element: path });
