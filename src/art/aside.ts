/**
 * Path data is most of a drawing, and nothing that XML has a say in: a parser, which looks at each sign, is told a number for it. What
 * the parser says of a drawing stays the same.
 */

/**
 * Path data in the tag of an element, so much of it that it is worth a number: signs of ASCII that mean themselves there, which are
 * all but the quotation mark, & and <.
 */
const pathData = /(<[A-Za-z][^<>]*?\sd=")([ !#-%'-;=-~]{40,})"/g;

/** Whether what looks like a tag may be something else, as in comments and between other quotation marks; or path data such a number. */
const mayDeceive = (svg: string): boolean =>
  svg.includes('<!') || svg.includes('d="#') || (svg.includes("'") && /=\s*'/.test(svg));

export class Aside {
  /** What is to be parsed. */
  readonly text: string;
  readonly #data: string[] = [];

  constructor(svg: string) {
    const number = (_: string, before: string, data: string) => `${before}#${this.#data.push(data) - 1}"`;
    this.text = mayDeceive(svg) ? svg : svg.replace(pathData, number);
  }

  /** The value of an attribute as it stands in the drawing. */
  valueOf(name: string, value: string): string {
    return name === 'd' && value.startsWith('#') ? (this.#data[Number(value.slice(1))] ?? value) : value;
  }
}
