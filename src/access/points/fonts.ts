/** The points on fonts: checked for each font that text is shown in. */
import type { PointRow } from './points.js';

const embed = 'Embed the font anew with a program that writes PDF/UA.';
const program = 'the font dictionary and the embedded font program';
const dictionary = 'the font dictionary';
const cmap = 'the encoding (CMap) of the font';
const glyphs = 'each code that text shows, in the embedded font program';
const toUnicode = 'the ToUnicode map of the font';

export const fontPoints: readonly PointRow[] = [
  ['31-001', 'the character collections of a font and its encoding differ (Registry)', embed, cmap],
  ['31-002', 'the character collections of a font and its encoding differ (Ordering)', embed, cmap],
  [
    '31-003',
    'the character collection of a font is newer than that of its encoding (Supplement)',
    embed,
    `${cmap}; the protocol has the comparison the other way round, we follow ISO 14289-1, 7.21.3.1`,
  ],
  [
    '31-004',
    'the CIDToGIDMap of a font is neither a stream nor Identity',
    'Give the font the CIDToGIDMap Identity, or a stream.',
    dictionary,
  ],
  ['31-005', 'a font has no CIDToGIDMap', 'Give the font the CIDToGIDMap Identity, or a stream.', dictionary],
  ['31-006', 'the encoding of a font is neither a standard one nor embedded', embed, cmap],
  ['31-007', 'the encoding of a font contradicts itself on the writing direction (WMode)', embed, cmap],
  ['31-008', 'the encoding of a font uses another one that is not standard', embed, cmap],
  ['31-009', 'a font is not embedded', 'Embed all fonts.', `${dictionary}; text that is not drawn is exempt`],
  ['31-011', 'a font lacks a glyph that the text needs', embed, glyphs],
  [
    '31-012',
    'a font has glyphs that its CharSet does not list',
    'Take CharSet out; nothing needs it.',
    program,
  ],
  [
    '31-013',
    'the CharSet of a font lists glyphs that are not there',
    'Take CharSet out; nothing needs it.',
    program,
  ],
  [
    '31-014',
    'a font has glyphs that its CIDSet does not list',
    'Take CIDSet out; nothing needs it.',
    program,
  ],
  [
    '31-015',
    'the CIDSet of a font lists glyphs that are not there',
    'Take CIDSet out; nothing needs it.',
    program,
  ],
  [
    '31-016',
    'the widths of a font are not those of its glyphs',
    embed,
    `${glyphs}; one thousandth of an em is allowed`,
  ],
  ['31-017', 'a text font has only a cmap for symbols', embed, program],
  ['31-018', 'a glyph cannot be found by the cmaps of a text font', embed, glyphs],
  ['31-019', 'a text font has no encoding', embed, dictionary],
  ['31-020', 'the encoding of a text font has no base encoding', embed, dictionary],
  ['31-021', 'the encoding of a text font is neither MacRoman nor WinAnsi', embed, dictionary],
  [
    '31-022',
    'the encoding of a text font has a glyph name that the Adobe Glyph List does not know',
    embed,
    'the Differences of the encoding; the list of names has to be known',
  ],
  [
    '31-023',
    'the encoding of a text font has Differences, but the font has no Unicode cmap (3,1)',
    embed,
    program,
  ],
  ['31-024', 'a symbol font has an encoding', embed, dictionary],
  ['31-025', 'a symbol font has no cmap', embed, program],
  ['31-026', 'a symbol font has several cmaps, and none for symbols (3,0)', embed, program],
  [
    '31-027',
    'a font does not say which characters its glyphs are (ToUnicode)',
    'Embed the font with a ToUnicode map.',
    `${dictionary}, and the exceptions of ISO 14289-1, 7.21.7`,
  ],
  ['31-028', 'the ToUnicode map of a font names the character 0', 'Map each code to a character.', toUnicode],
  [
    '31-029',
    'the ToUnicode map of a font names U+FEFF or U+FFFE, which are no characters',
    'Map each code to a character.',
    toUnicode,
  ],
  [
    '31-030',
    'text shows the glyph for missing characters (.notdef)',
    'Use a font that has the characters.',
    glyphs,
  ],
];
