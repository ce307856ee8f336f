/** A manuscript as Markdown (CommonMark, with the tables of GitHub). */
import type { Block, Manuscript } from '../plan/manuscript.js';
import { directionOf } from '../type/direction.js';

/** One language after the other; what is read from the right says so. */
export const markdownOf = (manuscripts: readonly Manuscript[]): string =>
  `${manuscripts.map(versionOf).join('\n\n---\n\n')}\n`;

function versionOf({ language, blocks }: Manuscript): string {
  const text = blocks.map(blockOf).join('\n\n');
  return directionOf(language) === 'rtl' ? `<div dir="rtl" lang="${language}">\n\n${text}\n\n</div>` : text;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${escaped(block.text)}`;
    case 'subtitle':
      return `**${escaped(block.text)}**`;
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escaped(block.text)}`;
    case 'quiet':
      return `*${escaped(block.text)}*`;
    case 'quote':
      return `> ${escaped(block.text)}`;
    case 'paragraph':
      return escaped(block.text);
    case 'list':
      return block.items
        .map((item, index) => `${block.numbered ? `${index + 1}.` : '-'} ${escaped(item)}`)
        .join('\n');
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const texts = [block.head, ...block.rows].map(cells => row(cells.map(inLine)));
      return texts.toSpliced(1, 0, row(block.head.map(() => '---'))).join('\n');
    }
  }
}

/** A text in which nothing is markup: signs that could be get a backslash, wherever they stand. */
const inLine = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|$#]/g, '\\$&')
    .replace(/&(?=[#\w])/g, '\\&')
    // Addresses would become links.
    .replace(/(?<=https?|ftp):(?=\/\/)|(?<=www)\.|@/gi, '\\$&');

/** The same at the beginning of a block, where lists and rules begin, too. */
const escaped = (text: string): string =>
  inLine(text)
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
