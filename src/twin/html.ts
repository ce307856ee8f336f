/** HTML as text: elements with their attributes, and nothing in them that was not meant as markup. */

declare const markup: unique symbol;
/** HTML that is right as it is: its text has been escaped. */
export type Html = string & { readonly [markup]: true };

/** An attribute that is `undefined` or `false` is left out; one that is `true` has no value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements without an end (HTML Living Standard, 13.1.2). */
const void_ = new Set(['meta', 'img', 'br']);

/** Elements in a line of words; all others begin on a line of their own, for people who read the source. */
const inLine = new Set(['a', 'span', 'br', 'img']);

/** The characters that would be read as markup, in text and in quoted attributes. */
const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as they are to be read. */
export const words = (text: string): Html => text.replace(/[&<>"]/g, sign => escaped[sign] ?? sign) as Html;

/** Text that the page holds as it is, as its style sheet: there must be no markup in it. */
export const asIs = (text: string): Html => text as Html;

export const joined = (parts: readonly Html[], between = ''): Html => parts.join(between) as Html;

export function element(name: string, attributes: Attributes, ...holds: readonly Html[]): Html {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false) return '';
    return value === true ? ` ${key}` : ` ${key}="${words(String(value))}"`;
  });
  const start = `<${name}${written.join('')}>`;
  const whole = void_.has(name) ? start : `${start}${holds.join('')}</${name}>`;
  return (inLine.has(name) ? whole : `${whole}\n`) as Html;
}
