/**
 * Path data is most of a drawing, and nothing that XML has a say in: a parser, which looks at each sign, is told a number for it. What
 * the parser says of a drawing stays the same.
 */

/** So much is worth a number, characters. */
const pathData = /(\sd=")([MmLlHhVvCcSsQqTtAaZz\d.,+\-eE ]{40,})"/g;
/** Where what looks like path data may be something else: comments, other quotation marks, text between elements, such numbers. */
const mayDeceive = /<!|=\s*'|>[^<>]*\sd="|\sd="#/;

export class Aside {
  /** What is to be parsed. */
  readonly text: string;
  readonly #data: string[] = [];

  constructor(svg: string) {
    const number = (_: string, before: string, data: string) => `${before}#${this.#data.push(data) - 1}"`;
    this.text = mayDeceive.test(svg) ? svg : svg.replace(pathData, number);
  }

  /** The value of an attribute as it stands in the drawing. */
  valueOf(name: string, value: string): string {
    return name === 'd' && value.startsWith('#') ? (this.#data[Number(value.slice(1))] ?? value) : value;
  }
}
