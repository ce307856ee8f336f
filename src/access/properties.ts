/** The properties of marked content: written out in the stream, or listed in its resources (ISO 32000-1, 14.6.2). */
import { asDict, type Objects, type PdfDict } from '../preflight/document.js';
import { bytesOf, type Operand } from '../preflight/tokens.js';

export class Properties {
  readonly #listed: PdfDict | undefined;

  /** @param lists the property lists of the resources, by their names */
  constructor(
    private readonly operand: Operand | undefined,
    lists: PdfDict | undefined,
    private readonly objects: Objects,
  ) {
    this.#listed = operand?.type === 'name' ? asDict(objects.at(lists, operand.value)) : undefined;
  }

  number(key: string): number | undefined {
    const value = this.#inline(key);
    return value?.type === 'number' ? value.value : this.objects.number(this.#listed, key);
  }

  text(key: string): string | undefined {
    const value = this.#inline(key);
    return value?.type === 'string' ? decodedText(bytesOf(value)) : this.objects.text(this.#listed, key);
  }

  #inline(key: string): Operand | undefined {
    return this.operand?.type === 'dict' ? this.operand.entries.get(key) : undefined;
  }
}

/** A text string: UTF-16 or UTF-8 where it says so; else its letters of English, which is what languages are named with. */
function decodedText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xfe && second === 0xff ? 'utf-16be' : first === 0xef ? 'utf-8' : 'latin1';
  return new TextDecoder(encoding).decode(bytes);
}
