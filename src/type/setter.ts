/** The type setter: knows the faces, sets text into lines. One is made per process and shared by all documents. */
import type { Direction } from './direction.js';
import { Face } from './face.js';
import { type FaceStack, type Paragraph, prepareParagraph } from './paragraph.js';

/** What layout asks for when it sets text. */
export interface TextRequest {
  text: string;
  /** Keys of faces in order of preference; the first gives the measures. */
  faces: readonly string[];
  /** BCP 47. */
  language: string;
  direction: Direction;
  /** Letterspacing, em. */
  tracking: number;
}

/** How many prepared paragraphs are kept before starting afresh. */
const cacheLimit = 5_000;

export class TypeSetter {
  readonly #faces = new Map<string, Face>();
  readonly #paragraphs = new Map<string, Paragraph>();

  /** @param fontFile gives the bytes of a font by its key; asked once for each face that is used. */
  constructor(private readonly fontFile: (key: string) => Uint8Array) {}

  /** The face of a key, opened at its first use. */
  face(key: string): Face {
    let face = this.#faces.get(key);
    if (!face) {
      face = new Face(key, this.fontFile(key));
      this.#faces.set(key, face);
    }
    return face;
  }

  /** Shapes a text once; lines of any width and size are then broken from it without shaping again. */
  prepare({ text, faces, language, direction, tracking }: TextRequest): Paragraph {
    const key = [direction, language, tracking, ...faces, text].join('\u0000');
    let paragraph = this.#paragraphs.get(key);
    if (!paragraph) {
      if (this.#paragraphs.size >= cacheLimit) this.#paragraphs.clear();
      paragraph = prepareParagraph(text, this.#stack(faces), language, direction, tracking);
      this.#paragraphs.set(key, paragraph);
    }
    return paragraph;
  }

  #stack(keys: readonly string[]): FaceStack {
    return {
      first: this.face(keys[0] ?? ''),
      covering: text => {
        const key = keys.find(candidate => this.face(candidate).covers(text));
        return key === undefined ? undefined : this.face(key);
      },
    };
  }
}
