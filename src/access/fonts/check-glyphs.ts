/** Each code that text shows: is its glyph there, as wide as the font says, and readable as text (10-001, 17-003, 31-011, 31-016, 31-018, 31-030)? */
import type { Findings } from '../report.js';
import { type UsedFont, use } from './font.js';
import { SimpleFont } from './simple.js';

/** Thousandths of an em that widths may differ by; the rounding of a number to thousandths is none. */
const tolerance = 1 + 1e-6;

/** The codes of a font of which something is said. */
type Wrong = Map<string, number[]>;

export function checkGlyphs(font: UsedFont, findings: Findings): void {
  const wrong: Wrong = new Map();
  for (const [code, how] of font.codes) {
    const character = font.character(code);
    if (character === undefined) {
      note(wrong, '10-001', code);
      if ((how & use.inFormula) !== 0) note(wrong, '17-003', code);
    }
    checkGlyph(font, code, (how & use.drawn) !== 0, wrong);
  }
  for (const [point, codes] of wrong)
    findings.add(
      point,
      { page: font.page },
      `"${font.name}": ${codeNames(codes, font.kind === 'Type0' ? 4 : 2)}`,
    );
}

function checkGlyph(font: UsedFont, code: number, drawn: boolean, wrong: Wrong): void {
  const { glyphs, program } = font;
  if (font.kind === 'Type3' && glyphs instanceof SimpleFont) {
    if (drawn && !glyphs.draws(code)) note(wrong, '31-011', code);
    return;
  }
  if (!program || 'unread' in program) return;
  const shown = glyphs.shown(code, program);
  if (shown === 'unknown') return;
  if (shown === 'missing') {
    const byCmap = glyphs instanceof SimpleFont && glyphs.isTrueType;
    if (drawn) note(wrong, byCmap ? '31-018' : '31-011', code);
    return;
  }
  if (shown.glyph === 0) return note(wrong, '31-030', code);
  if (shown.glyph >= program.count && drawn) note(wrong, '31-011', code);
  const [said, real] = [glyphs.width(code), program.width(shown.glyph)];
  if (drawn && said !== undefined && real !== undefined && Math.abs(said - real) > tolerance)
    note(wrong, '31-016', code);
}

function note(wrong: Wrong, point: string, code: number): void {
  const codes = wrong.get(point) ?? [];
  codes.push(code);
  wrong.set(point, codes);
}

/** `code 0041`, `codes 0041, 0042, 0043 and 7 more` */
function codeNames(codes: readonly number[], digits: number): string {
  const names = codes.slice(0, 3).map(code => code.toString(16).padStart(digits, '0'));
  const more = codes.length > 3 ? ` and ${codes.length - 3} more` : '';
  return `${codes.length === 1 ? 'code' : 'codes'} ${names.join(', ')}${more}`;
}
