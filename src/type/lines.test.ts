/** Lines as a good compositor breaks them. */
import { describe, expect, test } from 'vitest';
import { foundryOf } from '../foundry.js';
import { fixture } from '../testing/fixtures.js';
import { breakLines, type LineStyle } from './lines.js';

const { setter } = foundryOf(fixture('minimal').world);
await setter.open();
const faces = [
  'fonts/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf',
  'fonts/noto-sans/NotoSans-Regular.ttf',
];
const prepare = (text: string, direction: 'ltr' | 'rtl' = 'ltr') =>
  setter.prepare({ text, faces, weight: 'regular', language: 'en', direction, tracking: 0 });
const lines = (text: string, em: number, style: LineStyle = 'ragged', mayTear = false) =>
  breakLines(prepare(text), em, style, mayTear).map(line => line.text);

test('headlines have lines of similar length', () => {
  expect(lines('What people keep telling us about today', 15, 'balanced')).toEqual([
    'What people keep',
    'telling us about today',
  ]);
  const widths = breakLines(prepare('one two three four five six seven eight nine ten'), 13, 'balanced').map(
    line => line.width,
  );
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(2.5);
});

test('no more lines than there must be, and none too wide', () => {
  const text = 'It is ten at night, my shift is over, and my essay on wound care is due on Friday.';
  for (const width of [6, 8, 12, 20, 60]) {
    const set = breakLines(prepare(text), width, 'ragged');
    expect(set.map(line => line.text).join(' ')).toBe(text);
    for (const line of set) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
    let greedy = 1;
    let used = 0;
    for (const word of text.split(' ')) {
      const own = breakLines(prepare(word), 1000, 'ragged')[0]?.width ?? 0;
      const space = prepare('a b').pieces[0]?.space?.width ?? 0;
      if (used > 0 && used + space + own > width) {
        greedy++;
        used = own;
      } else used += (used > 0 ? space : 0) + own;
    }
    expect(set.length).toBe(greedy);
  }
});

test('the last line is not one word alone where another break is as good', () => {
  expect(lines('aaa bbb ccc ddd', 5.6).at(-1)?.split(' ').length).toBeGreaterThan(1);
});

describe('in a headline', () => {
  const question = 'the prize for ‘best student experience’?';
  test('a quoted name is not torn, even for a line more', () => {
    const set = lines(question, 14, 'balanced');
    expect(set.some(line => line.includes('‘best student experience’?'))).toBe(true);
  });
  test('a name that is wider than the line is torn between words', () => {
    expect(lines(question, 8, 'balanced').join(' ')).toBe(question);
  });
  test('a word with a hyphen stays whole where it can', () => {
    expect(lines('best help-desk colleague', 9, 'balanced').some(line => line.includes('help-desk'))).toBe(
      true,
    );
  });
});

test('soft hyphens show only where a line ends, no-break spaces never part', () => {
  expect(lines('li\u00adbrary', 20)).toEqual(['library']);
  expect(lines('li\u00adbrary', 2.5)).toEqual(['li-', 'brary']);
  expect(lines('at 10\u00a0km', 3.4)).toEqual(['at', '10\u00a0km']);
});

test('a word that is too wide stands alone, and shows it', () => {
  const [line, ...others] = breakLines(prepare('Llanfairpwllgwyngyll'), 5, 'ragged');
  expect(others).toEqual([]);
  expect(line?.width).toBeGreaterThan(5);
});

test('a text that the first font lacks letters for is set in the next; what no font has is told', () => {
  const facesOf = (text: string) => breakLines(prepare(text), 100, 'ragged')[0]?.runs.map(run => run.face);
  expect(new Set(facesOf('Welsh ŵ, Polish ż'))).toEqual(new Set([faces[0]]));
  expect(new Set(facesOf('tiếng Ελλάδα'))).toEqual(new Set([faces[1]]));
  expect(prepare('students 🎓').missing).toEqual([]);
  expect(prepare('students 𒀀').missing).toEqual(['𒀀']);
  expect(prepare('tiếng Ελλάδα').missing).toEqual([]);
});

test('runs of a right-to-left line are in reading order, and stand from the right', () => {
  const [line] = breakLines(prepare('abc שלום 123', 'rtl'), 100, 'ragged');
  expect(line?.text).toBe('abc שלום 123');
  const words = line?.runs.filter(run => run.text.trim()) ?? [];
  expect(words.map(run => run.text)).toEqual(['abc', 'שלום', '123']);
  expect([...words].sort((a, b) => b.left - a.left).map(run => run.text)).toEqual(['abc', 'שלום', '123']);
});

/** 150 words in the first person. */
const story =
  `It is ten at night, my shift is over, and my essay on wound care is due on Friday. I open the chat and type what I need.
Deven at the help desk writes back within a minute. He works for another college. I only know because he told me. He finds
the chapter, and the book too: it is at Westbrook, and tomorrow it will be on the shelf by the ward, where I start at seven. I
show my card, the only one I have, and it is mine for a month. My tutor says that I have never handed in so early. Nobody had to buy
the book a second time. At the end of the placement I write to the three librarians who made this possible, and each of them
answers, although it is the first week of the holidays and the responsibilities have changed.`.replace(
    /\s+/g,
    ' ',
  );

/** The sum of squared empty ends of all lines but the last, and whether the last is one word alone. */
function raggedness(widths: readonly number[], width: number): number {
  return widths.slice(0, -1).reduce((sum, line) => sum + ((width - line) / width) ** 2, 0);
}

/** Lines filled as full as they can be, one after the other. */
function greedy(paragraph: ReturnType<typeof prepare>, width: number): number[] {
  const widths: number[] = [];
  let line = 0;
  let space = 0;
  for (const piece of paragraph.pieces) {
    if (line > 0 && line + space + piece.width > width + 1e-6) {
      widths.push(line);
      line = 0;
      space = 0;
    }
    line += space + piece.width;
    space = piece.space?.width ?? 0;
  }
  return [...widths, line];
}

test('a story of 150 words is never more ragged than lines filled one after the other, and often less', () => {
  const paragraph = prepare(story);
  let better = 0;
  for (let width = 12; width <= 40; width += 0.5) {
    const whole = breakLines(paragraph, width, 'ragged');
    const filled = greedy(paragraph, width);
    expect(whole.length).toBe(filled.length);
    // A widow or a parted number may cost some evenness; what is asked of both is asked on the same terms.
    const [ours, theirs] = [whole.map(line => line.width), filled].map(lines => raggedness(lines, width));
    const widow = paragraph.pieces.at(-1)?.width ?? 0;
    if ((filled.at(-1) ?? 0) > widow + 1e-6)
      expect(ours, `${width} em`).toBeLessThanOrEqual((theirs ?? 0) + 1e-9);
    if ((ours ?? 0) < (theirs ?? 0) - 1e-9) better++;
  }
  expect(better).toBeGreaterThan(20);
});

test('a number is not parted from what it counts where another break is as good', () => {
  const set = lines('We wrote it all down for 20 complaints and more', 12.5);
  expect(set.some(line => line.endsWith(' 20'))).toBe(false);
});

test('Thai is broken between words, Korean at its spaces, Chinese before no closing mark', () => {
  const joined = (text: string, em: number) => lines(text, em);
  const thai = 'ฉันต้องใช้บัตรสามใบเพื่อยืมหนังสือจากห้องสมุดสามแห่ง';
  const words = new Set(
    [...new Intl.Segmenter('th', { granularity: 'word' }).segment(thai)].map(({ index }) => index),
  );
  let at = 0;
  for (const line of joined(thai, 8)) {
    expect(words.has(at)).toBe(true);
    at += line.length;
  }
  expect(
    joined('도서관 세 곳에서 책을 빌리려면', 6).every(line =>
      '도서관 세 곳에서 책을 빌리려면'.split(' ').some(word => line.startsWith(word)),
    ),
  ).toBe(true);
  expect(
    joined('我需要三张卡，才能借书。我需要三张卡，才能借书。', 6).some(line => /^[，。]/.test(line)),
  ).toBe(false);
});
