/** What a sheet says: the meaning of its frames, with the pages of a document joined where one goes on with the other. */
import type { Frame, Meaning, Part, Sheet, TextFrame } from '../layout/frame.js';
import type { Direction } from '../type/direction.js';
import type { Box } from '../units.js';

/** A part of the sheet with what it holds, in reading order. */
export interface Block {
  means: Meaning;
  holds: (Block | Content)[];
}

/** Words, without the lines that they were set in; an empty line between paragraphs, a line feed where a line must end. */
export interface Text {
  kind: 'text';
  text: string;
  /** BCP 47. */
  language: string;
  direction: Direction;
  /** The name of its style in the theme. */
  style: string;
  /** Where it stands on its page, mm. */
  box: Box;
}

export type Content = Text | Exclude<Frame, TextFrame>;

export const isBlock = (held: Block | Content): held is Block => 'means' in held;

/** @param pages of one sheet, in their order */
export function contentOf(pages: readonly Sheet[]): Block {
  const all: Block = { means: { role: 'sheet' }, holds: [] };
  for (const page of pages) readInto(all, page.reading, page.frames);
  return all;
}

function readInto(block: Block, part: Part, frames: readonly Frame[]): void {
  for (const held of part.holds) {
    if (typeof held === 'number') {
      const frame = frames[held];
      if (frame) addFrame(block, frame);
    } else {
      const { means } = held;
      const begun =
        held.continues && block.holds.filter(isBlock).findLast(({ means: { role } }) => role === means.role);
      const into = begun || { means, holds: [] };
      if (!begun) block.holds.push(into);
      readInto(into, held, frames);
    }
  }
}

function addFrame(block: Block, frame: Frame): void {
  if (frame.kind !== 'text') {
    block.holds.push(frame);
    return;
  }
  const { lines, language, direction, style, box, continues } = frame;
  const text = lines.map(({ reads }) => reads).join('');
  const begun = continues && block.holds.findLast(held => !isBlock(held) && held.kind === 'text');
  if (begun && !isBlock(begun) && begun.kind === 'text') begun.text += text;
  else block.holds.push({ kind: 'text', text, language, direction, style, box });
}

/** All words of a block, in reading order. */
export const textOf = (block: Block): string =>
  block.holds
    .flatMap(held => (isBlock(held) ? [textOf(held)] : held.kind === 'text' ? [held.text] : []))
    .join(' ');
