/** Embedded fonts: which glyphs, by which codes, and what readers take each code for. */
import type { Glyph } from '../type/face.js';
import { nameOf, type PdfObjects, type Ref, refer } from './objects.js';
import type { FontFacts } from './opened.js';
import { type Coded, type FontShelf, missing } from './shelf.js';

/**
 * A font of a document. Readers take text from the codes: a glyph that stands for different letters (the dotless body of Arabic
 * letters, a vowel sign that its cluster has swallowed) gets a code for each, so that every letter is read back as it was written.
 */
export class EmbeddedFont {
  /** The number of a glyph that has no ink, but a width: that of the space. */
  readonly blank: number | undefined;
  readonly #facts: FontFacts;
  readonly #codes = new Map<number, Map<string, number>>();
  /** In the order of their codes; the first stands for what is missing. */
  readonly #glyphs: Coded[] = [missing];
  /** By code, thousandths of an em. */
  readonly #widths: number[] = [];

  /** @param id the name of the font in content streams */
  constructor(
    readonly id: string,
    readonly ref: Ref,
    private readonly key: string,
    private readonly shelf: FontShelf,
  ) {
    this.#facts = shelf.facts(key);
    this.#widths[0] = shelf.widthOf(key, 0);
    for (const { id, text } of shelf.usualIn(key)) this.#add(id, text);
    this.blank = this.#facts.blank;
  }

  codeOf({ id, text }: Glyph): number {
    return this.#codes.get(id)?.get(text) ?? this.#add(id, text);
  }

  #add(id: number, text: string): number {
    const code = this.#glyphs.push({ id, text }) - 1;
    this.#widths[code] = this.shelf.widthOf(this.key, id);
    const codes = this.#codes.get(id) ?? new Map<string, number>();
    this.#codes.set(id, codes.set(text, code));
    return code;
  }

  /** The width that the font file gives, thousandths of an em. */
  widthOf(glyph: Glyph): number {
    return this.widthOfCode(this.codeOf(glyph));
  }

  widthOfCode(code: number): number {
    return this.#widths[code] ?? 0;
  }

  /** The number of a glyph that has neither ink nor width; undefined when the font has none. */
  ghost(): number | undefined {
    return this.shelf.ghost(this.key);
  }

  /** Writes the font into the file (ISO 32000-1, 9.7): a composite font whose codes are the glyphs of its subset. */
  embed(objects: PdfObjects): void {
    const { postscriptName, isTrueType, descriptor: says } = this.#facts;
    const { bytes, toUnicode } = this.shelf.program(this.key, this.#glyphs);
    const file = objects.stream(
      isTrueType ? { Length1: bytes.length } : { Subtype: '/CIDFontType0C' },
      bytes,
    );
    // Six letters before the name say that it is a subset (9.6.4); which six is up to the writer.
    const tag = `PADPR${String.fromCharCode(65 + (Number(this.id.slice(1)) % 26))}`;
    const name = nameOf(`${tag}+${postscriptName.replaceAll(' ', '_')}`);
    const descriptor = objects.add({
      Type: '/FontDescriptor',
      FontName: name,
      ...says,
      [isTrueType ? 'FontFile2' : 'FontFile3']: refer(file),
    });
    const descendant = objects.add({
      Type: '/Font',
      Subtype: isTrueType ? '/CIDFontType2' : '/CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: { Registry: '(Adobe)', Ordering: '(Identity)', Supplement: 0 },
      FontDescriptor: refer(descriptor),
      W: [0, this.#widths],
      ...(isTrueType && { CIDToGIDMap: '/Identity' }),
    });
    objects.set(this.ref, {
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: name,
      Encoding: '/Identity-H',
      DescendantFonts: [refer(descendant)],
      ToUnicode: refer(objects.stream({}, toUnicode)),
    });
  }
}
