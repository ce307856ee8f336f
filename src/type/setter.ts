/** The type setter: knows the faces, sets text into lines. One is made per process and shared by all documents. */
import { Closed } from '../closed.js';
import { Recent } from '../recent.js';
import type { Direction } from './direction.js';
import { Face } from './face.js';
import type { ShapingFont } from './harfbuzz.js';
import { type FaceStack, isMadeOf, type Paragraph, prepareParagraph, type SizedFace } from './paragraph.js';
import { type ScriptFont, scriptFontsFor, type Weight } from './scripts.js';
import type { UsualFace } from './usual.js';

/** What layout asks for when it sets text. */
export interface TextRequest {
  text: string;
  /** Keys of faces in order of preference; the first gives the measures. */
  faces: readonly string[];
  /** Of the fonts that help out for other scripts. */
  weight: Weight;
  /** BCP 47. */
  language: string;
  direction: Direction;
  /** Letterspacing, em. */
  tracking: number;
}

/** So many prepared paragraphs are kept: those of some ten sessions, each a few kilobytes. */
const mostKept = 1_000;
/** So many ways of setting (a face, a language) are kept, and of each so many words: those that come again in every session. */
const [mostStacks, mostWords] = [64, 1_000];

/** How far a face may be from its own size to match another. */
const [leastScale, mostScale] = [0.8, 1.5];

export class TypeSetter {
  #opener: ((bytes: Uint8Array) => ShapingFont) | undefined;
  readonly #faces = new Map<string, Face | undefined>();
  readonly #stacks = new Recent<string, FaceStack>(mostStacks);
  readonly #paragraphs = new Recent<string, Paragraph>(mostKept);

  /**
   * @param fontFile gives the bytes of a font by its key, or nothing where it is not installed; asked once for each face that is used
   * @param usual gives what is known of it from the building of padpress
   */
  constructor(
    private readonly fontFile: (key: string) => Uint8Array | undefined,
    private readonly usual: (key: string) => UsualFace | undefined = () => undefined,
  ) {}

  /** From now on texts can be set in any letters. */
  async open(): Promise<void> {
    this.#opener ??= await (await import('./harfbuzz.js')).loadHarfBuzz();
  }

  /** The face of a key. @throws {Closed} where more is asked of it than is known, before {@link open} */
  face(key: string): Face {
    const face = this.#open(key);
    if (!face) throw new Error(`There is no font ${key}.`);
    return face;
  }

  /** Shapes a text once; lines of any width and size are then broken from it without shaping again. */
  prepare({ text, faces, weight, language, direction, tracking }: TextRequest): Paragraph {
    const kind = [language, tracking, weight, ...faces].join('\u0000');
    const stack = this.#stacks.of(kind, () => this.#stack(faces, weight, language, tracking));
    return this.#paragraphs.of([direction, kind, text].join('\u0000'), () =>
      prepareParagraph(text, stack, direction),
    );
  }

  #open(key: string): Face | undefined {
    if (!this.#faces.has(key)) {
      const usual = this.usual(key);
      const bytes = usual ? undefined : this.fontFile(key);
      const isThere = usual !== undefined || bytes !== undefined;
      this.#faces.set(key, isThere ? new Face(key, () => this.#fontOf(key, bytes), usual) : undefined);
    }
    return this.#faces.get(key);
  }

  #fontOf(key: string, bytes = this.fontFile(key)): ShapingFont {
    if (!bytes) throw new Error(`There is no font ${key}.`);
    if (!this.#opener) throw new Closed('HarfBuzz', () => this.open());
    return this.#opener(bytes);
  }

  #stack(keys: readonly string[], weight: Weight, language: string, tracking: number): FaceStack {
    const face = this.face(keys[0] ?? '');
    const first: SizedFace = { face, scale: 1 };
    const own = (some: readonly string[], text: string): SizedFace | undefined => {
      const other = some.map(key => this.face(key)).find(candidate => candidate.covers(text));
      return other && { face: other, scale: matching(other.capHeight, face.capHeight) };
    };
    const helping = (fonts: readonly ScriptFont[], text: string): SizedFace | undefined => {
      for (const font of fonts) {
        // A font of signs has letters, too, which are not those of the text around them.
        if (font.letter === undefined && !isMadeOf(text, font.of)) continue;
        const other = this.#open(font[weight]);
        if (other?.covers(text)) return { face: other, scale: scaleOf(font, other, face) };
      }
      return undefined;
    };
    // The first face, then the font that is made for the script, then what else has the signs.
    const covering = (text: string): SizedFace | undefined => {
      if (face.covers(text)) return first;
      const fonts = scriptFontsFor(text, language);
      return (
        helping(
          fonts.filter(({ letter }) => letter),
          text,
        ) ??
        own(keys.slice(1), text) ??
        helping(
          fonts.filter(({ letter }) => !letter),
          text,
        )
      );
    };
    return { first, covering, language, tracking, words: new Recent(mostWords) };
  }
}

/** Letters of the script stand as high as those of the first face: so the rules for its capitals hold for them, too. */
const scaleOf = ({ letter, share = 1 }: ScriptFont, face: Face, first: Face): number =>
  letter === undefined ? 1 : matching(face.heightOf(letter), first.capHeight * share);

const matching = (height: number, wanted: number): number =>
  height > 0 && wanted > 0 ? Math.min(mostScale, Math.max(leastScale, wanted / height)) : 1;
