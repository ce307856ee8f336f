/** Composite fonts: codes of several bytes, numbers of a character collection, and the glyphs of those. */
import { asStream, decoded, type Objects, type PdfDict } from '../../preflight/document.js';
import { descendantOf } from '../../preflight/fonts.js';
import { type CMap, codesIn, isPredefined, lookUp, readCMap } from './cmap.js';
import type { CodedGlyphs, Shown } from './font.js';
import type { FontProgram } from './program.js';

const identity: CMap = {
  spaces: [{ low: new Uint8Array([0, 0]), high: new Uint8Array([255, 255]) }],
  single: new Map(),
  ranges: [{ low: 0, high: 0xffff, to: 0 }],
  wMode: 0,
  uses: undefined,
};

/** Collections whose characters every viewer knows (ISO 14289-1, 7.21.7). */
const knownCollections = ['GB1', 'CNS1', 'Japan1', 'Korea1'];

export class CompositeFont implements CodedGlyphs {
  readonly descendant: PdfDict | undefined;
  /** Of an encoding that viewers have. */
  readonly encodingName: string | undefined;
  /** Of one that is embedded; its dictionary too. */
  readonly embedded: { map: CMap; dict: PdfDict } | undefined;
  readonly hasKnownCollection: boolean;
  readonly #map: CMap | undefined;
  readonly #glyphs: Uint8Array | undefined;
  readonly #widths: ReadonlyMap<number, number>;
  readonly #usual: number;

  constructor(dict: PdfDict, objects: Objects) {
    this.descendant = descendantOf(dict, objects);
    this.encodingName = objects.name(dict, 'Encoding');
    const stream = asStream(objects.at(dict, 'Encoding'));
    this.embedded = stream && { map: readCMap(decoded(stream)), dict: stream };
    const isIdentity = this.encodingName?.startsWith('Identity-') ?? false;
    // What another CMap adds is read only where that is the plain one.
    const whole = this.embedded && !this.embedded.map.uses ? this.embedded.map : undefined;
    this.#map = isIdentity ? identity : whole;
    const glyphs = asStream(objects.at(this.descendant, 'CIDToGIDMap'));
    this.#glyphs = glyphs && decoded(glyphs);
    this.#widths = widthsOf(this.descendant, objects);
    this.#usual = objects.number(this.descendant, 'DW') ?? 1000;
    const system = objects.dict(this.descendant, 'CIDSystemInfo');
    this.hasKnownCollection =
      objects.text(system, 'Registry') === 'Adobe' &&
      knownCollections.includes(objects.text(system, 'Ordering') ?? '');
  }

  codesIn(string: Uint8Array): Iterable<number> | undefined {
    return this.#map === identity ? pairsIn(string) : this.#map && codesIn(this.#map, string);
  }

  shown(code: number, { cids, count }: FontProgram): Shown {
    const cid = this.#cid(code);
    if (cid === undefined) return { glyph: 0 };
    if (cids) {
      const glyph = cids.get(cid);
      return glyph === undefined ? 'missing' : { glyph };
    }
    const map = this.#glyphs;
    const glyph = map ? (map[2 * cid] ?? 0) * 256 + (map[2 * cid + 1] ?? 0) : cid;
    return glyph < count ? { glyph } : 'missing';
  }

  width(code: number): number | undefined {
    const cid = this.#cid(code);
    return cid === undefined ? undefined : (this.#widths.get(cid) ?? this.#usual);
  }

  character(): string | undefined | 'unknown' {
    return this.hasKnownCollection ? 'unknown' : undefined;
  }

  #cid(code: number): number | undefined {
    const cid = this.#map && lookUp(this.#map, code);
    return typeof cid === 'number' ? cid : undefined;
  }

  get isPredefined(): boolean {
    return this.encodingName !== undefined && isPredefined(this.encodingName);
  }
}

function pairsIn(string: Uint8Array): number[] {
  const codes: number[] = [];
  for (let at = 0; at < string.length; at += 2) codes.push((string[at] ?? 0) * 256 + (string[at + 1] ?? 0));
  return codes;
}

/** Widths by number: `[1 [500 600] 7 9 250]` (ISO 32000-1, 9.7.4.3). */
function widthsOf(font: PdfDict | undefined, objects: Objects): Map<number, number> {
  const widths = new Map<number, number>();
  const items = objects.list(font, 'W') ?? [];
  for (let at = 0; at < items.length; ) {
    const [first, second, third] = items.slice(at, at + 3);
    if (first?.type !== 'number') break;
    if (second?.type === 'array') {
      for (const [index, width] of (objects.items(second) ?? []).entries())
        if (width.type === 'number') widths.set(first.value + index, width.value);
      at += 2;
    } else if (second?.type === 'number' && third?.type === 'number') {
      // A span that is wrong must not fill the memory: there are 65,536 numbers.
      const last = Math.min(second.value, first.value + 0xffff);
      for (let cid = first.value; cid <= last; cid++) widths.set(cid, third.value);
      at += 3;
    } else break;
  }
  return widths;
}
