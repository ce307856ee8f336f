/** Composite fonts: their encodings, character collections and CIDSets (31-001 to 31-008, 31-014, 31-015, 31-027). */
import { asStream, decoded, type Objects } from '../../preflight/document.js';
import type { Findings } from '../report.js';
import { collectionOf, isPredefined } from './cmap.js';
import type { CompositeFont } from './composite.js';
import type { UsedFont } from './font.js';
import type { FontProgram } from './program.js';

export function checkComposite(
  font: UsedFont,
  glyphs: CompositeFont,
  objects: Objects,
  findings: Findings,
): void {
  const says = (point: string, detail = '') =>
    findings.add(point, { page: font.page }, `"${font.name}"${detail}`);
  checkCollections(glyphs, objects, says);
  if (font.program && objects.name(glyphs.descendant, 'Subtype') === 'CIDFontType2') {
    const map = objects.at(glyphs.descendant, 'CIDToGIDMap');
    if (!map) says('31-005');
    else if (map.type !== 'stream' && !(map.type === 'name' && map.value === 'Identity')) says('31-004');
  }
  if (!glyphs.embedded && !glyphs.isPredefined) says('31-006', ` uses "${glyphs.encodingName ?? ''}"`);
  if (glyphs.embedded) {
    const { dict, map } = glyphs.embedded;
    if ((objects.number(dict, 'WMode') ?? 0) !== map.wMode) says('31-007');
    const other = map.uses ?? objects.name(dict, 'UseCMap');
    if (other !== undefined && !isPredefined(other)) says('31-008', ` uses "${other}"`);
    else if (other === undefined && objects.at(dict, 'UseCMap')) says('31-008');
  }
  if (!font.toUnicode && !glyphs.hasKnownCollection) says('31-027');
  if (font.program && 'count' in font.program) checkCidSet(font.program, glyphs, objects, says);
}

type Says = (point: string, detail?: string) => void;

/** The character collection of the font and that of its encoding. */
function checkCollections(
  { descendant, embedded, encodingName }: CompositeFont,
  objects: Objects,
  says: Says,
): void {
  if (encodingName?.startsWith('Identity-')) return;
  const own = objects.dict(descendant, 'CIDSystemInfo');
  const system = objects.dict(embedded?.dict, 'CIDSystemInfo');
  if (!system && !encodingName) return;
  if (encodingName !== undefined && !isPredefined(encodingName)) return;
  const registry = system ? objects.text(system, 'Registry') : 'Adobe';
  const ordering = system ? objects.text(system, 'Ordering') : collectionOf(encodingName ?? '');
  const [given, wanted] = [objects.text(own, 'Registry'), objects.text(own, 'Ordering')];
  if (given !== registry) says('31-001', `: "${given ?? ''}" and "${registry ?? ''}"`);
  if (wanted !== ordering) says('31-002', `: "${wanted ?? ''}" and "${ordering ?? ''}"`);
  const [newest, known] = [objects.number(own, 'Supplement') ?? 0, objects.number(system, 'Supplement')];
  if (known !== undefined && newest > known) says('31-003', `: ${newest} and ${known}`);
}

/** A CIDSet has a bit for each number; the highest bit of the first byte is that of number 0. */
function checkCidSet(
  program: FontProgram,
  { descendant }: CompositeFont,
  objects: Objects,
  says: Says,
): void {
  const stream = asStream(objects.at(objects.dict(descendant, 'FontDescriptor'), 'CIDSet'));
  if (!stream) return;
  const bits = decoded(stream);
  const isListed = (cid: number) => ((bits[cid >> 3] ?? 0) & (128 >> (cid & 7))) !== 0;
  const cids = program.cids ?? new Map(Array.from({ length: program.count }, (_, glyph) => [glyph, glyph]));
  const unlisted = [...cids].filter(([cid, glyph]) => cid > 0 && program.hasOutline(glyph) && !isListed(cid));
  if (unlisted.length > 0) says('31-014', `: ${counted(unlisted.length)}`);
  let absent = 0;
  for (let cid = 0; cid < bits.length * 8; cid++) if (isListed(cid) && !cids.has(cid)) absent++;
  if (absent > 0) says('31-015', `: ${counted(absent)}`);
}

const counted = (count: number): string => `${count} ${count === 1 ? 'glyph' : 'glyphs'}`;
