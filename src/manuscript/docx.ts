/** A manuscript as a Word document, with styles for everything, so that people change the look of all headings at once. */
import { strToU8, Zip, ZipPassThrough } from 'fflate';
import { joined } from '../joined.js';
import type { Block, Manuscript } from '../plan/manuscript.js';
import { Recent } from '../recent.js';
import { type Direction, directionIn, directionOf } from '../type/direction.js';
import type { Bundle, World } from '../world.js';

/** What a Word document says of itself. */
export interface DocxInfo {
  title: string;
  /** The date of the pack. */
  created: Date;
  /** True for paper of North America. */
  letter: boolean;
}

/** A document in which every kind of paragraph stands once, with signs in the places of what is filled in. */
export interface Blank {
  /** All files of the archive by their paths, in order; of the text what stands before all paragraphs. */
  files: Readonly<Record<string, string>>;
  /** One for each language. */
  sections: readonly BlankSection[];
}

export interface BlankSection {
  /** For each style a paragraph that is read from the left, and one from the right. */
  paragraphs: Readonly<Record<string, readonly string[]>>;
  /** With a row of heads, and one of others. */
  table: string;
  /** What ends it: its paper. */
  foot: string;
}

/** Where the text is in the archive. */
export const textPath = 'word/document.xml';

/** Signs that stand for what is filled in, of the area for private use: a text, the title, the date, each language. */
export const signs = {
  text: '\ue000',
  title: '\ue001',
  date: '\ue002',
  language: (index: number) => String.fromCharCode(0xe100 + index),
};

/** Styles of paragraphs, as Word calls them. */
export const styles = {
  title: 'Title',
  chapter: 'Heading1',
  heading: 'Heading2',
  subtitle: 'Subtitle',
  quote: 'Quote',
  quiet: 'Quiet',
  paragraph: 'Normal',
  bullets: 'ListBullet',
  numbers: 'ListNumber',
  head: 'TableHead',
  cell: 'TableText',
} as const;

/** Where the blank document of most packs is that was made when padpress was built. */
export const blankPath = 'manuscripts/ltr.docx';
export const usualBlank: readonly [readonly Direction[], boolean] = [['ltr'], false];

const blanks = new Recent<string, Promise<Blank>>(20);

/** The same for all documents in such directions, made once by a library that is large. */
function blankFor(directions: readonly Direction[], letter: boolean, bundled: Bundle): Promise<Blank> {
  const key = JSON.stringify([directions, letter]);
  return blanks.of(key, async () => {
    const usual = key === JSON.stringify(usualBlank) && bundled.compiled?.(blankPath);
    return usual ? (usual as Blank) : (await import('./blank.js')).blankOf(directions, letter);
  });
}

/** The same manuscript gives the same bytes. */
export async function docxOf(
  manuscripts: readonly Manuscript[],
  info: DocxInfo,
  { bundled, deflate }: Pick<World, 'bundled' | 'deflate'>,
): Promise<Uint8Array> {
  const languages = manuscripts.map(({ language }) => language);
  const blank = await blankFor(languages.map(directionOf), info.letter, bundled);
  // Before texts are put in, which may hold any sign.
  const said = (xml: string) =>
    languages
      .reduce((text, language, index) => text.replaceAll(signs.language(index), language), xml)
      .replaceAll(signs.date, info.created.toISOString().replace(/\.\d+/, ''))
      .replaceAll(signs.title, () => escaped(info.title));
  const sections = blank.sections.map(({ paragraphs, table, foot }, index) => {
    const { language = '', blocks = [] } = manuscripts[index] ?? {};
    const section: BlankSection = {
      paragraphs: Object.fromEntries(
        Object.entries(paragraphs).map(([style, ways]) => [style, ways.map(said)]),
      ),
      table: said(table),
      foot: said(foot),
    };
    const body = blocks.map(block => blockOf(block, language, section)).join('');
    return index < languages.length - 1 ? ended(body, section.foot) : `${body}${section.foot}`;
  });
  const end = '</w:body></w:document>';
  const files = Object.entries(blank.files).map(([path, xml]): [string, Uint8Array] => [
    path,
    strToU8(path === textPath ? [said(xml), ...sections, end].join('') : said(xml)),
  ]);
  return archiveOf(files, deflate);
}

/** A file of an archive, made smaller by the world's own means, which are faster than those of the library. */
class Entry extends ZipPassThrough {
  constructor(
    path: string,
    private readonly deflate: World['deflate'],
  ) {
    super(path);
    this.compression = 8;
    // Archives know local time only, and no time before 1980: this is the same everywhere.
    this.mtime = new Date(1980, 0, 1);
  }

  protected override process(bytes: Uint8Array, isWhole: boolean): void {
    // Archives have no head and no sum of zlib (RFC 1950) around it.
    this.ondata(null, this.deflate(bytes).slice(2, -4), isWhole);
  }
}

function archiveOf(files: readonly (readonly [string, Uint8Array])[], deflate: World['deflate']): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, bytes] of files) {
    const entry = new Entry(path, deflate);
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return joined(chunks);
}

/** What ends a language, before another one begins, is said by its last paragraph. */
function ended(body: string, foot: string): string {
  const end = '</w:pPr>';
  const at = body.lastIndexOf(end);
  const isLast = body.endsWith('</w:p>') && at > body.lastIndexOf('<w:p>');
  return isLast ? body.slice(0, at) + foot + body.slice(at) : `${body}<w:p><w:pPr>${foot}${end}</w:p>`;
}

function blockOf(block: Block, language: string, section: BlankSection): string {
  const paragraph = (text: string, style: string) => paragraphOf(text, style, language, section);
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, block.level === 1 ? styles.chapter : styles.heading);
    case 'list':
      return block.items
        .map(item => paragraph(item, block.numbered ? styles.numbers : styles.bullets))
        .join('');
    case 'table': {
      const [before = '', head = '', row = '', after = ''] = section.table.split(/(?<=<\/w:tr>)|(?=<w:tr>)/);
      const filled = (xml: string, texts: readonly string[], style: string) => {
        let index = 0;
        return xml.replace(/<w:p>.*?<\/w:p>/gs, () => paragraph(texts[index++] ?? '', style));
      };
      const rows = block.rows.map(texts => filled(row, texts, styles.cell));
      return [before, filled(head, block.head, styles.head), ...rows, after].join('');
    }
    default:
      return paragraph(block.text, styles[block.kind]);
  }
}

function paragraphOf(text: string, style: string, language: string, section: BlankSection): string {
  const turned = directionIn(text, language) === 'rtl';
  return section.paragraphs[style]?.[turned ? 1 : 0]?.replace(signs.text, () => escaped(text)) ?? '';
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as XML. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => entities[sign] ?? sign);
