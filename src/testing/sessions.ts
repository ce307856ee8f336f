/** Sessions of every kind, made up by fast-check, and the laws that hold for any of them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { installed } from '../commands/disk.js';
import { hasErrors } from '../diagnostic.js';
import { layOutPack } from '../padpress.js';
import { papers } from '../papers.js';
import { written } from './fixtures.js';
import { allText, collisions, outside, weakTexts } from './ink.js';
import { structureFaults } from './structure.js';

/** Words of every script that people bring, in their own languages. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  latin: [
    ...'a I we the library desk students gweithwyr llyfrgell tŷ ŵyn zażółć gęślą jaźń người cộng đồng învățământ București'.split(
      ' ',
    ),
    ...'Mitarbeiterin help-desk co-operative 2027 £45 “quoted” (aside) Llanfairpwllgwyngyll responsibilities it’s – & 50% e.g.'.split(
      ' ',
    ),
    ...'"straight" don\'t 9 p.m. ... li\u00adbrary 10\u00a0km'.split(' '),
  ],
  arabic: 'أحتاج إلى ثلاث بطاقات، ولا أحد يجيب مساءً. خدمة 24 NHS (مشتركة) لأستعير'.split(' '),
  urdu: 'ہمیں تین کارڈ چاہئیں۔ ٹیلی فون پر کوئی جواب نہیں دیتا، چھوٹی ڈگری پڑھنے'.split(' '),
  hebrew: 'אני צריך שלושה כרטיסים (משלוש ספריות), ואיש אינו עונה אחרי 16:00.'.split(' '),
  devanagari: 'हमें तीन पुस्तकालयों से किताबें लेने के लिए कार्ड चाहिए, विद्यार्थियों क्षेत्र मिलता।'.split(' '),
  bengali: 'তিনটি গ্রন্থাগার থেকে বই নিতে আমার কার্ড লাগে, ক্ষুদ্র প্রশ্নের উত্তর নেই।'.split(' '),
  gurmukhi: 'ਮੈਨੂੰ ਤਿੰਨ ਲਾਇਬ੍ਰੇਰੀਆਂ ਤੋਂ ਕਿਤਾਬਾਂ ਲੈਣ ਲਈ ਕਾਰਡ ਚਾਹੀਦੇ ਹਨ।'.split(' '),
  gujarati: 'મને ત્રણ પુસ્તકાલયોમાંથી પુસ્તકો લેવા માટે કાર્ડ જોઈએ છે.'.split(' '),
  tamil: 'மூன்று நூலகங்களில் இருந்து புத்தகம் எடுக்க எனக்கு அட்டைகள் தேவை.'.split(' '),
  thai: ['ฉันต้องใช้บัตรสามใบ', 'เพื่อยืมหนังสือ', 'จากห้องสมุดสามแห่ง', 'ไม่มีใครรับโทรศัพท์'],
  greek: 'Χρειάζομαι τρεις κάρτες για να δανειστώ από βιβλιοθήκες.'.split(' '),
  cyrillic: 'Мне нужны три карты, щоб їхати до бібліотеки в Україні'.split(' '),
  ethiopic: 'ከሦስት ቤተ መጻሕፍት ለመዋስ ሦስት ካርዶች ያስፈልጉኛል።'.split(' '),
  chinese: ['我需要三张卡', '才能从三家图书馆借书，', '而且没有人接电话。', '社區圖書館', '「最佳居民」'],
  japanese: ['三つの図書館から', '借りるのに', 'カードが必要です。'],
  korean: '도서관 세 곳에서 책을 빌리려면 카드 세 장이 필요합니다.'.split(' '),
  signs: ['📚', '✓', '→', '☐', '👩🏽‍🦽'],
};
/** Text is of one script, and now and then one of its words is of another. */
const words = (least: number, most: number) =>
  fc
    .tuple(
      fc
        .constantFrom(...Object.values(scripts))
        .chain(pool =>
          fc.array(fc.constantFrom(...pool), { minLength: least, maxLength: most, size: 'max' }),
        ),
      fc.option(fc.constantFrom(...Object.values(scripts).flat()), { freq: 3 }),
      fc.nat(),
    )
    .map(([list, guest, at]) => (guest === null ? list : list.with(at % list.length, guest)).join(' '))
    .filter(text => /\p{L}/u.test(text));
/** Mostly as long as people write it, and now and then as long as it may be. */
const mostly = <T>(usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: seldom });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const groups = (sizes: fc.ArrayConstraints) =>
  fc.uniqueArray(
    fc.record({
      name: words(1, 8),
      singular: maybe(words(1, 5)),
      people: maybe(fc.integer({ min: 1, max: 60 })),
    }),
    { ...sizes, minLength: 1, selector: group => group.name.toLowerCase() },
  );

const everyPaper = Object.keys(papers).flatMap(name => [name, `${name} landscape`]);

const sessionIn = (languages: readonly string[]) =>
  fc.record({
    language: fc.constantFrom(...languages),
    print: fc.record({ paper: mostly(fc.constant('A1'), fc.constantFrom(...everyPaper)) }),
    workshop: fc.record({
      title: words(1, 12),
      service: maybe(words(1, 6)),
      venue: maybe(words(1, 8)),
      facilitator: maybe(words(1, 4)),
    }),
    groups: mostly(groups({ maxLength: 4 }), groups({ maxLength: 12, size: 'max' })),
    complaints: mostly(
      fc.array(words(1, 12), { maxLength: 5 }),
      fc.array(words(1, 30), { maxLength: 20, size: 'max' }),
    ),
    quotes: fc.array(
      fc.record({
        quote: words(1, 20),
        person: maybe(words(1, 4)),
        story: maybe(mostly(words(1, 90), words(1, 400))),
      }),
      { maxLength: 3 },
    ),
  });

/** Letters and figures as they are compared. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Sessions that once broke a law: played first, in every run. */
const pastFailures = JSON.parse(readFileSync(join(installed, 'fixtures', 'past-failures.json'), 'utf8'));

/**
 * What is printed is whole and in its place, and what is not is said: for any session in these languages.
 * @returns how many of the sessions were printed; the others were told what does not fit
 */
export async function anySessionIsPrintedWhole(
  languages: readonly string[],
  numRuns: number,
  seed: number,
): Promise<number> {
  let printed = 0;
  await fc.assert(
    fc.asyncProperty(sessionIn(languages), async ({ quotes, ...rest }) => {
      const stories = quotes.map((quote, index) => ({
        ...quote,
        group: rest.groups[index % rest.groups.length]?.name,
      }));
      const { request, world } = written(JSON.stringify({ ...rest, stories }));
      const { pack, diagnostics } = await layOutPack(request, world);
      // Nothing else can go wrong with these sessions than that there is too much of something.
      for (const { severity, message } of diagnostics) {
        if (severity === 'error')
          expect(message).toMatch(/does not fit on the sheet|is too wide for the sheet/);
      }
      expect(pack === undefined).toBe(hasErrors(diagnostics));
      if (!pack) return;
      printed++;
      const sheets = pack.files.flatMap(file => file.sheets.flat());
      expect(sheets.flatMap(outside)).toEqual([]);
      expect(sheets.flatMap(collisions)).toEqual([]);
      expect(pack.files.flatMap(file => file.sheets).flatMap(structureFaults)).toEqual([]);
      expect(sheets.flatMap(weakTexts)).toEqual([]);
      const all = plain(sheets.map(allText).join(' '));
      const texts = [
        rest.workshop.title,
        ...rest.groups.map(({ name }) => name),
        ...rest.complaints,
        ...quotes.map(({ story }) => story ?? ''),
      ];
      for (const text of texts) expect(all, text).toContain(plain(text.replace(/^(the|les) /i, '')));
    }),
    { numRuns, seed, examples: pastFailures.map((session: unknown) => [session]) },
  );
  return printed;
}
