/** Laws that hold on the frames of every sheet of every sample session. */
import { afterAll, describe, expect, test } from 'vitest';
import { foundryOf } from '../foundry.js';
import { layOutPack } from '../padpress.js';
import { pairsOn } from '../press/contrast.js';
import { cubeSide, inksFor } from '../press/inks.js';
import { inkPictures } from '../press/pictures.js';
import { sparingly } from '../press/saver.js';
import { readDocument } from '../reading/document.js';
import { axeFaults, closeBrowser, opened } from '../testing/browser.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { plainText, validator } from '../testing/html.js';
import { allText, collisions, inkBoxes, isText, outside, rounding, weakTexts } from '../testing/ink.js';
import { hasTool } from '../testing/pdf.js';
import { structureFaults } from '../testing/structure.js';
import { textsMissing, wordsMissing } from '../testing/words.js';
import { writeTwin } from '../twin/write.js';
import { quotedSpans } from '../type/paragraph.js';
import type { Sheet, TextFrame } from './frame.js';

afterAll(closeBrowser);

const laidOut = new Map<string, ReturnType<typeof layOutFixture>>();
const sheetsOf = (name: string) => {
  const known = laidOut.get(name) ?? layOutFixture(name);
  laidOut.set(name, known);
  return known;
};

async function layOutFixture(name: string) {
  const { request, world } = fixture(name);
  const { pack, diagnostics } = await layOutPack(request, world);
  if (!pack) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const sheets = pack.files.flatMap(file => file.sheets.flat());
  const { setter } = foundryOf(world);
  /** em */
  const widthOf = (text: string, face: string): number =>
    setter.face(face).shape(text, false, pack.session.language).width;
  const documents = pack.files.flatMap(file => file.sheets);
  return {
    ...pack,
    world,
    sheets,
    documents,
    widthOf,
    capHeight: (face: string) => setter.face(face).capHeight,
  };
}

describe.each(fixtures)('every sheet of %s', name => {
  test('keeps all ink inside the safe area', async () => {
    expect((await sheetsOf(name)).sheets.flatMap(outside)).toEqual([]);
  });

  test('has no text on text, and none across a rule or a picture', async () => {
    expect((await sheetsOf(name)).sheets.flatMap(collisions)).toEqual([]);
  });

  test('has no size below the floor, and no glyph that is missing', async () => {
    expect((await sheetsOf(name)).sheets.flatMap(weakTexts)).toEqual([]);
  });

  test('puts every text into the reading order once', async () => {
    const read = (part: Sheet['reading']): number[] =>
      part.holds.flatMap(held => (typeof held === 'number' ? [held] : read(held)));
    const wordsIn = ({ lines }: TextFrame) => lines.map(({ text }) => text).join(' ');
    for (const [first, ...others] of (await sheetsOf(name)).documents) {
      if (!first) continue;
      // What stands on each page is read on the first.
      const known = new Set(first.frames.filter(isText).map(wordsIn));
      for (const sheet of [first, ...others]) {
        const order = read(sheet.reading);
        expect(new Set(order).size).toBe(order.length);
        for (const [index, frame] of sheet.frames.entries()) {
          if (!isText(frame) || frame.style === 'footer' || /^(–|\d+ \/ \d+)$/.test(wordsIn(frame))) continue;
          if (sheet !== first && known.has(wordsIn(frame))) continue;
          expect(order, `${sheet.layout}: ${wordsIn(frame)}`).toContain(index);
        }
      }
    }
  });

  test('means what it shows: headings in order, whole lists and tables, pictures told', async () => {
    expect((await sheetsOf(name)).documents.flatMap(structureFaults)).toEqual([]);
  });

  test('and together they hold every word of the session', async () => {
    const { sheets } = await sheetsOf(name);
    const { document } = readDocument(fixture(name).request.source);
    expect(wordsMissing(document?.data, sheets.map(allText).join(' '))).toEqual([]);
  });
});

describe.each(fixtures)('the colours of %s', name => {
  test('are told apart from what lies under them, in every colour mode and by every route', async () => {
    const { sheets, world } = await sheetsOf(name);
    const frames = sheets.flatMap(sheet => sheet.frames);
    const { shadesOf } = await inkPictures(frames, 'rgb', world);
    const separation = await world.separation(cubeSide);
    for (const [route, colour] of [
      ['plotter', 'full'],
      ['office', 'grey'],
      ['office', 'ink-saver'],
      ['copy-shop', 'full'],
      ['copy-shop', 'grey'],
    ] as const) {
      const looks = { inks: inksFor(route, colour, separation), shadesOf };
      const printed = colour === 'ink-saver' ? sheets.map(sparingly) : sheets;
      const pairs = printed.flatMap(sheet => pairsOn(sheet, looks));
      expect(pairs.length).toBeGreaterThan(80);
      expect(
        pairs.filter(({ ratio, least }) => ratio < least),
        `${route}, ${colour}`,
      ).toEqual([]);
    }
  });
});

describe.each(fixtures)('the pads of %s', name => {
  test('have what print-design asks of the story sheet', async () => {
    const { sheets, capHeight } = await sheetsOf(name);
    for (const sheet of sheets.filter(({ layout }) => layout === 'story')) {
      const writing = sheet.frames.filter(frame => frame.kind === 'shape' && frame.origin === 'writing');
      const solid = writing.filter(frame => frame.kind === 'shape' && !frame.stroke?.dotted);
      expect(solid).toHaveLength(8);
      expect(writing).toHaveLength(15);
      const [name, ...others] = [...solid].reverse();
      const lines = others.reverse();
      for (const [index, line] of lines.entries()) {
        const pitch = line.box.y - (lines[index - 1]?.box.y ?? line.box.y - 60);
        expect(pitch).toBeGreaterThanOrEqual(60 - rounding);
        expect(pitch).toBeLessThanOrEqual(75);
      }
      expect(name?.box.y).toBeGreaterThan(lines.at(-1)?.box.y ?? Number.POSITIVE_INFINITY);
      const numerals = sheet.frames.filter(isText).filter(({ style }) => style === 'numeral');
      expect(numerals.map(frame => frame.lines[0]?.text)).toEqual(['1.', '2.', '3.', '4.', '5.', '6.', '7.']);
      for (const {
        size,
        lines: [line],
      } of numerals) {
        expect((size / 72) * 25.4 * capHeight(line?.runs[0]?.face ?? '')).toBeGreaterThanOrEqual(40);
      }
      const frame = sheet.frames.find(({ origin, kind }) => origin === 'frame' && kind === 'shape');
      const sides = [frame?.box.width ?? 0, frame?.box.height ?? 0].sort((a, b) => a - b);
      // The outline is drawn inside its box: half of its weight on each side.
      expect((sides[0] ?? 0) + 0.8).toBeGreaterThanOrEqual(200);
      expect((sides[1] ?? 0) + 0.8).toBeGreaterThanOrEqual(240);
    }
  });

  test('keep the bottom quiet, and most of the question sheet free', async () => {
    const { sheets } = await sheetsOf(name);
    for (const sheet of sheets.filter(({ layout }) => layout === 'story' || layout === 'question')) {
      for (const { box } of inkBoxes(sheet))
        expect(box.y + box.height).toBeLessThanOrEqual(841 - 60 + rounding);
      if (sheet.layout === 'story') continue;
      const field = sheet.frames.find(({ origin, kind }) => origin === 'frame' && kind === 'shape');
      // The question in two languages, each at the size that the room needs, leaves less.
      const share = sheet.frames.filter(isText).some(({ style }) => style === 'headline small') ? 0.39 : 0.6;
      expect((field?.box.height ?? 0) + 0.8).toBeGreaterThanOrEqual(share * 841);
    }
  });

  test('name the group and the occasion on one baseline', async () => {
    const { sheets } = await sheetsOf(name);
    for (const sheet of sheets.filter(({ layout }) => layout === 'story' || layout === 'question')) {
      const foot = (wanted: string) =>
        sheet.frames
          .filter(isText)
          .findLast(({ style }) => style === wanted)
          ?.lines.at(-1)?.baseline;
      const occasion = foot('small print');
      if (occasion !== undefined) expect(occasion).toBeCloseTo(foot('small print bold') ?? 0, 2);
    }
  });

  test('are read from where the room stands: 5 mm of capitals for each metre', async () => {
    const { sheets, session, capHeight } = await sheetsOf(name);
    const read = ['headline', 'complaint', 'starter', 'label', 'numeral'];
    for (const sheet of sheets.filter(({ layout }) => ['story', 'question', 'complaints'].includes(layout))) {
      for (const { size, style, lines } of sheet.frames.filter(isText)) {
        // Faces of other scripts are scaled to match (`type/setter.test.ts`).
        if (!read.includes(style) || lines[0]?.runs[0]?.scale !== 1) continue;
        const caps = (size / 72) * 25.4 * capHeight(lines[0]?.runs[0]?.face ?? '');
        // What stands beside the lines is read by those who write on them, at an arm's length from a pad on the wall.
        const near: Record<string, number> = { starter: 16, label: 20 };
        const least = near[style] ?? 5 * session.design['reading-distance'];
        expect(caps, style).toBeGreaterThanOrEqual(least - rounding);
      }
    }
  });

  test('keep the name of the prize on one line, unless it is wider than the sheet at the smallest size', async () => {
    const { sheets, widthOf } = await sheetsOf(name);
    for (const { frames } of sheets.filter(({ layout }) => layout === 'question')) {
      for (const { lines, floor, box } of frames.filter(isText).filter(({ style }) => style === 'headline')) {
        const text = lines.map(line => line.text).join(' ');
        const ends = lines.map((_, index) =>
          lines.slice(0, index + 1).reduce((sum, line) => sum + line.text.length + 1, 0),
        );
        for (const [from, to] of quotedSpans(text)) {
          if (!ends.some(end => end > from + 1 && end < to)) continue;
          const [run] = lines.flatMap(({ runs }) => runs);
          const prize = text.slice(from, to) + (/^\p{P}*/u.exec(text.slice(to))?.[0] ?? '');
          const width = (widthOf(prize, run?.face ?? '') * (run?.scale ?? 1) * floor * 25.4) / 72;
          expect(width, prize).toBeGreaterThan(box.width);
        }
      }
    }
  });

  test('spend little ink: solid areas under 15 % of the sheet', async () => {
    const { sheets } = await sheetsOf(name);
    for (const sheet of sheets.filter(({ layout }) => ['story', 'question', 'complaints'].includes(layout))) {
      const solid = sheet.frames.reduce(
        (area, frame) =>
          area + (frame.kind === 'shape' && frame.fill ? frame.box.width * frame.box.height : 0),
        0,
      );
      expect(solid / (sheet.size.width * sheet.size.height)).toBeLessThan(0.15);
    }
  });

  test('have a cover without ink, or with its label alone where the session asks for one', async () => {
    const { sheets, session } = await sheetsOf(name);
    const covers = sheets.filter(({ layout }) => layout === 'cover');
    expect(covers.length).toBeGreaterThan(0);
    for (const { frames } of covers) expect(frames).toHaveLength(session.design['cover-label'] ? 1 : 0);
  });
});

describe.each(fixtures)('the text twin of %s', name => {
  const twinOf = async () => {
    const { files, versions, world } = await sheetsOf(name);
    return new TextDecoder().decode(await writeTwin(files, versions, world));
  };

  test('holds every text of the session as it was written, whatever lines and pages it was parted on', async () => {
    const { document } = readDocument(fixture(name).request.source);
    expect(textsMissing(document?.data, plainText(await twinOf()))).toEqual([]);
  });

  test('is valid HTML', async () => {
    const report = await validator.validateString(await twinOf());
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  test.runIf(hasTool('chromium'))(
    'has nothing that axe-core finds, and fits on the screen of a phone',
    async () => {
      const page = await opened(await twinOf(), 320);
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    },
  );
});
