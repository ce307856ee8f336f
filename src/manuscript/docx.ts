/** A manuscript as a Word document, with styles for everything, so that people change the look of all headings at once. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Block, Manuscript } from '../plan/manuscript.js';
import { directionIn, directionOf } from '../type/direction.js';

/** What a Word document says of itself. */
export interface DocxInfo {
  title: string;
  /** The date of the pack: the library would write the time of day. */
  created: Date;
  /** True for paper of North America. */
  letter: boolean;
}

/** Word takes the next best font where one is not installed. */
const fonts = {
  ascii: 'Atkinson Hyperlegible Next',
  hAnsi: 'Atkinson Hyperlegible Next',
  cs: 'IBM Plex Sans Arabic',
  eastAsia: 'Noto Sans CJK SC',
};

/** Lengths of Word are twentieths of a point; sizes of type are half points. */
const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);
const bullets = 'bullets';
const numbers = 'numbers';

/** The same manuscript gives the same bytes. */
export async function docxOf(manuscripts: readonly Manuscript[], info: DocxInfo): Promise<Uint8Array> {
  const [first] = manuscripts;
  const language = first?.language ?? 'en-GB';
  const [width, height] = info.letter ? [215.9, 279.4] : [210, 297];
  const document = new Document({
    title: info.title,
    creator: 'padpress',
    lastModifiedBy: 'padpress',
    styles: stylesIn(language),
    numbering: {
      config: [
        { reference: bullets, levels: [level(LevelFormat.BULLET, '–')] },
        ...manuscripts.map((_, index) => ({
          reference: `${numbers} ${index}`,
          levels: [level(LevelFormat.DECIMAL, '%1.')],
        })),
      ],
    },
    sections: manuscripts.map((manuscript, index) => ({
      properties: {
        page: {
          size: { width: twips(width), height: twips(height) },
          margin: { top: twips(25), bottom: twips(25), left: twips(30), right: twips(30) },
        },
      },
      footers: { default: new Footer({ children: [pageNumber(manuscript.language)] }) },
      children: manuscript.blocks.flatMap(block => blockOf(block, manuscript.language, index)),
    })),
  });
  return dated(new Uint8Array(await Packer.toArrayBuffer(document)), info.created);
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string): ILevelsOptions => ({
  level: 0,
  format,
  text,
  // In text that is read from the right, Word takes left for right.
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: twips(7), hanging: twips(7) } } },
});

function stylesIn(language: string) {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: fonts, size, bold: true, color: '16191D' },
    paragraph: {
      spacing: { before, after, line: 264, lineRule: LineRuleType.AUTO },
      keepNext: true,
      keepLines: true,
    },
  });
  const own = (id: string, name: string, run: object, paragraph: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  });
  return {
    default: {
      document: {
        run: { font: fonts, size: 24, language: languageOf(language) },
        paragraph: { spacing: { after: 120, line: 320, lineRule: LineRuleType.AUTO }, widowControl: true },
      },
      title: heading(64, 2400, 240),
      heading1: heading(44, 480, 160),
      heading2: heading(30, 320, 80),
    },
    paragraphStyles: [
      own('Subtitle', 'Subtitle', { size: 30, color: '4B5157' }, { spacing: { after: 480 } }),
      own('Quote', 'Quote', { size: 30, bold: true }, { spacing: { before: 120, after: 160 } }),
      own('Quiet', 'Quiet', { color: '4B5157' }),
      own('ListBullet', 'List Bullet', {}),
      own('ListNumber', 'List Number', {}),
      own(
        'TableText',
        'Table Text',
        {},
        { spacing: { before: 60, after: 60, line: 280, lineRule: LineRuleType.AUTO } },
      ),
      own('TableHead', 'Table Head', { bold: true }, { spacing: { before: 60, after: 60 } }),
    ],
  };
}

const languageOf = (language: string) => ({ value: language, bidirectional: language, eastAsia: language });

function blockOf(block: Block, language: string, section: number): (Paragraph | Table)[] {
  const styled = (text: string, style: string) => [paragraphOf(text, language, { style })];
  switch (block.kind) {
    case 'title':
      return [paragraphOf(block.text, language, { heading: HeadingLevel.TITLE })];
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [paragraphOf(block.text, language, { heading })];
    }
    case 'subtitle':
      return styled(block.text, 'Subtitle');
    case 'quote':
      return styled(block.text, 'Quote');
    case 'quiet':
      return styled(block.text, 'Quiet');
    case 'paragraph':
      return [paragraphOf(block.text, language)];
    case 'list': {
      const reference = block.numbered ? `${numbers} ${section}` : bullets;
      const style = block.numbered ? 'ListNumber' : 'ListBullet';
      return block.items.map(item =>
        paragraphOf(item, language, { style, numbering: { reference, level: 0 } }),
      );
    }
    case 'table':
      return [tableOf(block, language)];
  }
}

function paragraphOf(
  text: string,
  language: string,
  options: Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children'> = {},
): Paragraph {
  const bidirectional = directionIn(text, language) === 'rtl';
  const run = new TextRun({
    text,
    language: languageOf(language),
    ...(bidirectional && { rightToLeft: true }),
  });
  return new Paragraph({ ...options, ...(bidirectional && { bidirectional }), children: [run] });
}

/** Shares of the width of a table, per cent: number, complaint, answer. */
const shares = [8, 55, 37];

function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>, language: string): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '767D84' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cells = (texts: readonly string[], style: string) =>
    texts.map(
      (text, index) =>
        new TableCell({
          width: { size: shares[index] ?? 0, type: WidthType.PERCENTAGE },
          children: [paragraphOf(text, language, { style })],
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: shares.map(share => twips(1.5 * share)),
    visuallyRightToLeft: directionOf(language) === 'rtl',
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: line,
      insideVertical: none,
      insideHorizontal: line,
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, 'TableHead') }),
      ...rows.map(row => new TableRow({ cantSplit: true, children: cells(row, 'TableText') })),
    ],
  });
}

const pageNumber = (language: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.END,
    ...(directionOf(language) === 'rtl' && { bidirectional: true }),
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 18 })],
  });

/** The library writes the time of day into the document and its archive: in its place stands the date of the pack. */
function dated(bytes: Uint8Array, created: Date): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts['docProps/core.xml'];
  const date = created.toISOString().replace(/\.\d+/, '');
  if (core) {
    const text = strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`);
    parts['docProps/core.xml'] = strToU8(text);
  }
  // Archives know local time only, and no time before 1980: this is the same everywhere.
  return zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 });
}
