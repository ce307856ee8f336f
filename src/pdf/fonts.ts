/** Embedded fonts: which glyphs, by which codes, and what readers take each code for. */
import type { Glyph } from '../type/face.js';
import { nameOf, type PdfObjects, type Ref, refer } from './objects.js';
import type { FontFacts } from './opened.js';
import { type Alphabet, type Coded, Codes, type FontShelf } from './shelf.js';

/**
 * A font of a document. Readers take text from the codes: a glyph that stands for different letters (the dotless body of Arabic
 * letters, a vowel sign that its cluster has swallowed) gets a code for each, so that every letter is read back as it was written.
 */
export class EmbeddedFont {
  /** The number of a glyph that has no ink, but a width: that of the space. */
  readonly blank: number | undefined;
  /** What it has in every document. */
  readonly alphabet: Alphabet;
  readonly #facts: FontFacts;
  /** What the alphabet does not have, in the order of their codes, which follow on those of the alphabet. */
  readonly #more: Coded[] = [];
  readonly #codes = new Codes();
  /** By code, thousandths of an em. */
  readonly #widths: number[];

  /** @param id the name of the font in content streams */
  constructor(
    readonly id: string,
    readonly ref: Ref,
    private readonly key: string,
    private readonly shelf: FontShelf,
  ) {
    this.#facts = shelf.facts(key);
    this.alphabet = shelf.alphabet(key);
    this.#widths = [...this.alphabet.widths];
    this.blank = this.#facts.blank;
  }

  codeOf({ id, text }: Coded): number {
    return this.alphabet.codes.of(id, text) ?? this.#codes.of(id, text) ?? this.#add({ id, text });
  }

  #add(glyph: Coded): number {
    const code = this.#widths.push(this.shelf.widthOf(this.key, glyph.id)) - 1;
    this.#more.push(glyph);
    this.#codes.set(glyph, code);
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
    const { bytes, length, toUnicode, widths } = this.shelf.program(this.key, this.#more);
    const file = objects.raw(
      { ...(isTrueType ? { Length1: length } : { Subtype: '/CIDFontType0C' }), Filter: '/FlateDecode' },
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
      W: `[0 ${widths}]`,
      ...(isTrueType && { CIDToGIDMap: '/Identity' }),
    });
    objects.set(this.ref, {
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: name,
      Encoding: '/Identity-H',
      DescendantFonts: [refer(descendant)],
      ToUnicode: refer(objects.raw({ Filter: '/FlateDecode' }, toUnicode)),
    });
  }
}
