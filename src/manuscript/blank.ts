/** Word documents before their texts: written by a library once for all, with signs in the places of what is filled in. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
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
import { strFromU8, unzipSync } from 'fflate';
import type { Direction } from '../type/direction.js';
import { type Blank, type BlankSection, signs, styles, textPath } from './docx.js';

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

/**
 * @param directions of its languages, in their order
 * @param letter true for paper of North America
 */
export async function blankOf(directions: readonly Direction[], letter: boolean): Promise<Blank> {
  const [width, height] = letter ? [215.9, 279.4] : [210, 297];
  const document = new Document({
    title: signs.title,
    creator: 'padpress',
    lastModifiedBy: 'padpress',
    styles: stylesIn(signs.language(0)),
    numbering: {
      config: [
        { reference: bullets, levels: [level(LevelFormat.BULLET, '–')] },
        ...directions.map((_, index) => ({
          reference: `${numbers} ${index}`,
          levels: [level(LevelFormat.DECIMAL, '%1.')],
        })),
      ],
    },
    sections: directions.map((direction, index) => ({
      properties: {
        page: {
          size: { width: twips(width), height: twips(height) },
          margin: { top: twips(25), bottom: twips(25), left: twips(30), right: twips(30) },
        },
      },
      footers: { default: new Footer({ children: [pageNumber(direction)] }) },
      children: [
        ...Object.values(styles).flatMap(style =>
          [false, true].map(turned => paragraphOf(style, turned, index)),
        ),
        tableOf(direction, index),
      ],
    })),
  });
  const files = Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))).map(([path, bytes]) => [
      path,
      dated(strFromU8(bytes)),
    ]),
  );
  const { [textPath]: text = '' } = files;
  const start = text.indexOf('<w:body>') + '<w:body>'.length;
  return {
    files: { ...files, [textPath]: text.slice(0, start) },
    sections: sectionsOf(text.slice(start), directions.length),
  };
}

/** The text of a blank document in its parts. */
function sectionsOf(text: string, count: number): BlankSection[] {
  const parts = text.match(/<w:(p|tbl|sectPr)>.*?<\/w:\1>/gs) ?? [];
  const each = parts.length / count;
  return Array.from({ length: count }, (_, index) => {
    const own = parts.slice(index * each, (index + 1) * each);
    const [table = '', last = ''] = own.slice(-2);
    const [foot = ''] = /<w:sectPr>.*<\/w:sectPr>/s.exec(last) ?? [];
    const paragraphs = Object.values(styles).map((style, at) => [style, own.slice(2 * at, 2 * at + 2)]);
    return { paragraphs: Object.fromEntries(paragraphs), table, foot };
  });
}

/** The library writes the time of day into the document: in its place comes the date of the pack. */
const dated = (xml: string): string =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${signs.date}`);

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

/** @param turned true when it is read from the right */
function paragraphOf(style: string, turned: boolean, section: number): Paragraph {
  const reference = { [styles.bullets]: bullets, [styles.numbers]: `${numbers} ${section}` }[style];
  const run = new TextRun({
    text: signs.text,
    language: languageOf(signs.language(section)),
    ...(turned && { rightToLeft: true }),
  });
  return new Paragraph({
    ...(style !== styles.paragraph && { style }),
    ...(reference !== undefined && { numbering: { reference, level: 0 } }),
    ...(turned && { bidirectional: true }),
    children: [run],
  });
}

/** Shares of the width of a table, per cent: number, complaint, answer. */
const shares = [8, 55, 37];

function tableOf(direction: Direction, section: number): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '767D84' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cells = (style: string) =>
    shares.map(
      size =>
        new TableCell({
          width: { size, type: WidthType.PERCENTAGE },
          children: [paragraphOf(style, false, section)],
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: shares.map(share => twips(1.5 * share)),
    visuallyRightToLeft: direction === 'rtl',
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: line,
      insideVertical: none,
      insideHorizontal: line,
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(styles.head) }),
      new TableRow({ cantSplit: true, children: cells(styles.cell) }),
    ],
  });
}

const pageNumber = (direction: Direction): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.END,
    ...(direction === 'rtl' && { bidirectional: true }),
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 18 })],
  });
