/** Fonts that text is shown in: embedded, whole, and readable as text (checkpoints 10, 17-003 and 31). */
import type { Objects, PdfDict } from '../../preflight/document.js';
import type { Piece } from '../content.js';
import { machinePoints } from '../points/points.js';
import type { Findings } from '../report.js';
import { checkComposite } from './check-composite.js';
import { checkGlyphs } from './check-glyphs.js';
import { checkSimple } from './check-simple.js';
import { holds } from './cmap.js';
import { CompositeFont } from './composite.js';
import { UsedFont, use } from './font.js';

/** The points that need the codes of a text, those that need the font file, and all that need the font to be read. */
const codePoints = ['10-001', '17-003', '31-011', '31-016', '31-018', '31-030'];
const filePoints = ['11', '12', '13', '14', '15', '16', '17', '18', '23', '25', '26', '30'].map(
  number => `31-0${number}`,
);
const fontPoints = machinePoints.filter(point => codePoints.includes(point) || point.startsWith('31'));

export class FontCheck {
  readonly #fonts = new Map<PdfDict, UsedFont | undefined>();

  constructor(
    private readonly objects: Objects,
    private readonly findings: Findings,
  ) {}

  see(piece: Piece): void {
    if (piece.kind !== 'text' || !piece.font) return;
    const { at, codes, drawn, font } = piece;
    let owner = at.marks.owner;
    while (owner && owner.role !== 'Formula') owner = owner.parent;
    const how = use.shown | (drawn ? use.drawn : 0) | (owner ? use.inFormula : 0);
    this.#fontFor(font, at.page)?.show(codes, how);
  }

  #fontFor(dict: PdfDict, page: number): UsedFont | undefined {
    if (!this.#fonts.has(dict)) this.#fonts.set(dict, this.#open(dict, page));
    return this.#fonts.get(dict);
  }

  #open(dict: PdfDict, page: number): UsedFont | undefined {
    try {
      return new UsedFont(dict, page, this.objects);
    } catch (error) {
      const name = this.objects.name(dict, 'BaseFont') ?? '';
      this.findings.undecided(fontPoints, `the font "${name}" cannot be read (${said(error)})`);
      return undefined;
    }
  }

  /** When all text has been seen. */
  end(): void {
    for (const font of this.#fonts.values()) {
      if (!font) continue;
      try {
        this.#check(font);
      } catch (error) {
        this.findings.undecided(fontPoints, `the font "${font.name}" cannot be read (${said(error)})`);
      }
    }
  }

  #check(font: UsedFont): void {
    const { findings, objects } = this;
    const spot = { page: font.page };
    const name = `"${font.name}"`;
    const drawn = font.undecoded || [...font.codes.values()].some(how => (how & use.drawn) !== 0);
    if (!font.program && drawn && font.kind !== 'Type3') findings.add('31-009', spot, name);
    if (font.program && 'unread' in font.program)
      findings.undecided(filePoints, `the file of the font ${name} cannot be read (${font.program.unread})`);
    if (font.undecoded)
      findings.undecided(codePoints, `the codes of the font ${name} follow a table that is not at hand`);
    if (font.glyphs instanceof CompositeFont) checkComposite(font, font.glyphs, objects, findings);
    else checkSimple(font, font.glyphs, objects, findings);
    checkGlyphs(font, findings);
    if (font.toUnicode && holds(font.toUnicode, [0])) findings.add('31-028', spot, name);
    if (font.toUnicode && holds(font.toUnicode, [0xfeff, 0xfffe])) findings.add('31-029', spot, name);
  }
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
