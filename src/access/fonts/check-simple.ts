/** Simple fonts: encodings, cmaps and names (31-012, 31-013, 31-017, 31-019 to 31-027). */
import type { Objects } from '../../preflight/document.js';
import type { Findings } from '../report.js';
import type { UsedFont } from './font.js';
import { characterOf, isNumber, standardStrings } from './latin.js';
import type { FontProgram } from './program.js';
import type { SimpleFont } from './simple.js';

export function checkSimple(font: UsedFont, glyphs: SimpleFont, objects: Objects, findings: Findings): void {
  const says = (point: string, detail = '') =>
    findings.add(point, { page: font.page }, `"${font.name}"${detail}`);
  const program = font.program && 'count' in font.program ? font.program : undefined;
  if (glyphs.isTrueType && glyphs.isSymbolic) checkSymbols(glyphs, program, says);
  else if (glyphs.isTrueType) checkLetters(glyphs, program, says, findings);
  else checkCharSet(font, program, objects, says);
  if (!font.toUnicode && !isReadable(font, glyphs, findings)) says('31-027');
}

type Says = (point: string, detail?: string) => void;

function checkSymbols(glyphs: SimpleFont, program: FontProgram | undefined, says: Says): void {
  if (glyphs.hasEncoding) says('31-024');
  const cmaps = program?.cmaps;
  if (cmaps?.length === 0) says('31-025');
  if (cmaps && cmaps.length > 1 && !cmaps.some(({ platform, encoding }) => platform === 3 && encoding === 0))
    says('31-026');
}

function checkLetters(
  glyphs: SimpleFont,
  program: FontProgram | undefined,
  says: Says,
  findings: Findings,
): void {
  const { base, differences, hasEncoding, isChanged } = glyphs;
  if (!hasEncoding) says('31-019');
  else if (isChanged && base === undefined) says('31-020');
  else if (base !== 'WinAnsiEncoding' && base !== 'MacRomanEncoding') says('31-021', ` uses "${base ?? ''}"`);
  const names = [...new Set(differences.values())].filter(name => name !== '.notdef' && !isListed(name));
  const numbers = names.filter(isNumber);
  if (numbers.length > 0) says('31-022', `: ${inShort(numbers)}`);
  else if (names.length > 0)
    findings.undecided(['31-022'], `the Adobe Glyph List, which may know ${inShort(names)}, is not at hand`);
  const cmaps = program?.cmaps;
  if (!cmaps) return;
  if (cmaps.every(({ platform, encoding }) => platform === 3 && encoding === 0)) says('31-017');
  if (differences.size > 0 && !cmaps.some(({ platform, encoding }) => platform === 3 && encoding === 1))
    says('31-023');
}

const standard = new Set(standardStrings);

/** Names that are in the Adobe Glyph List for sure, or are made by its rules. */
const isListed = (name: string): boolean => characterOf(name) !== undefined || standard.has(name);

/** `/A/B/space` */
function checkCharSet(font: UsedFont, program: FontProgram | undefined, objects: Objects, says: Says): void {
  const set = objects.text(objects.dict(font.dict, 'FontDescriptor'), 'CharSet');
  if (set === undefined || !program?.names || font.kind === 'Type3') return;
  const listed = new Set(
    set
      .split('/')
      .slice(1)
      .map(name => name.trim()),
  );
  const there = program.names.glyphs;
  const left = [...there.keys()].filter(name => name !== '.notdef' && !listed.has(name));
  const absent = [...listed].filter(name => !there.has(name));
  if (left.length > 0) says('31-012', `: ${inShort(left)}`);
  if (absent.length > 0) says('31-013', `: ${inShort(absent)}`);
}

const inShort = (names: readonly string[]): string =>
  `${names
    .slice(0, 3)
    .map(name => `"${name}"`)
    .join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;

/** The exceptions from ToUnicode (ISO 14289-1, 7.21.7). */
function isReadable(font: UsedFont, glyphs: SimpleFont, findings: Findings): boolean {
  const { base, differences, isSymbolic, isTrueType } = glyphs;
  if (isTrueType && !isSymbolic) return true;
  if (
    ['MacRomanEncoding', 'MacExpertEncoding', 'WinAnsiEncoding'].includes(base ?? '') &&
    differences.size === 0
  )
    return true;
  if (isTrueType) return false;
  const characters = [...font.codes.keys()].map(code => glyphs.character(code));
  if (characters.includes(undefined)) return false;
  if (characters.includes('unknown'))
    findings.undecided(
      ['10-001', '31-027'],
      `the font "${font.name}" has glyph names of which no list is at hand`,
    );
  return true;
}
