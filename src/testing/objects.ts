/** PDFs written object by object, so that a test can change one thing in them. */

/** Objects by name, as PDF writes them; `@name` is a reference, and what stands after a line "stream" is data, one byte a character. */
export type Objects = Record<string, string>;

/** A file of these objects; `catalogue` is its root. */
export function pdfOf(objects: Objects, header = '%PDF-1.7'): Uint8Array {
  const names = Object.keys(objects);
  let text = `${header}\n`;
  const places = names.map((name, index) => {
    const place = text.length;
    const [dict = '', ...data] = (objects[name] ?? '').split('\nstream\n');
    const written = dict.replaceAll(/@(\w+)/g, (_, to: string) => {
      if (!names.includes(to)) throw new Error(`There is no object "${to}".`);
      return `${names.indexOf(to) + 1} 0 R`;
    });
    const stream = data.join('\nstream\n');
    const body = objects[name]?.includes('\nstream\n')
      ? `${written.replace(/>>$/, `/Length ${stream.length}>>`)}\nstream\n${stream}\nendstream`
      : written;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const rows = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${names.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<</Size ${names.length + 1}/Root ${names.indexOf('catalogue') + 1} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, character => character.charCodeAt(0));
}

export const stream = (data: string, dict = ''): string => `<<${dict}>>\nstream\n${data}`;

/** A change of the objects of a file. */
export type Change = (objects: Objects) => void;

/** Puts another text in the place of one; throws when it is not there, so that no test changes nothing. */
export const put =
  (name: string, from: string, to: string): Change =>
  objects => {
    const text = objects[name];
    if (!text?.includes(from)) throw new Error(`"${name}" does not hold ${from}.`);
    objects[name] = text.replaceAll(from, to);
  };

export const set =
  (name: string, text: string): Change =>
  objects => {
    objects[name] = text;
  };

/** A new object that another one refers to, in the place of a text of that one. */
export const all =
  (...changes: readonly Change[]): Change =>
  objects => {
    for (const change of changes) change(objects);
  };
