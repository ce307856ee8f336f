/** XMP metadata, as much of it as PDF/UA asks for (ISO 16684-1). */
import { SaxesParser } from 'saxes';

export interface Xmp {
  /** Of PDF/UA; undefined when the file does not call itself so. */
  part: string | undefined;
  /** dc:title in its languages; `x-default` is nobody's language. */
  titles: readonly { language: string | undefined; text: string }[];
}

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  xml: 'http://www.w3.org/XML/1998/namespace',
};

/** Reads metadata; undefined when they are no XML. */
export function readXmp(bytes: Uint8Array): Xmp | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const titles: { language: string | undefined; text: string }[] = [];
  let part: string | undefined;
  let text = '';
  let inTitle = false;
  let language: string | undefined;
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    text = '';
    if (uri === namespaces.dc && local === 'title') inTitle = true;
    for (const one of Object.values(attributes)) {
      // What has no structure may stand as an attribute of its rdf:Description.
      if (one.uri === namespaces.pdfuaid && one.local === 'part') part = one.value;
      if (one.uri === namespaces.xml && one.local === 'lang') language = one.value;
    }
  });
  const add = (more: string) => {
    text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ uri, local }) => {
    if (uri === namespaces.pdfuaid && local === 'part') part = text.trim();
    if (uri === namespaces.dc && local === 'title') inTitle = false;
    if (inTitle && local === 'li') titles.push({ language, text: text.trim() });
    if (local === 'li') language = undefined;
    text = '';
  });
  parser.write(decodedXmp(bytes)).close();
  return broken ? undefined : { part, titles };
}

/** XMP may be UTF-8 or UTF-16; its first sign tells. */
function decodedXmp(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xfe || first === 0 ? 'utf-16be' : first === 0xff || second === 0 ? 'utf-16le' : 'utf-8';
  return new TextDecoder(wide).decode(bytes).trim();
}
