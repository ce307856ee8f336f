/** Faces of other scripts: found, sized to match, and shaped as HarfBuzz shapes them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { installed } from '../commands/disk.js';
import { foundryOf } from '../foundry.js';
import { fixture } from '../testing/fixtures.js';
import { hasTool } from '../testing/pdf.js';
import { breakLines } from './lines.js';

const { setter } = foundryOf(fixture('minimal').world);
await setter.open();
const latin = 'fonts/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf';
const runsOf = (text: string, language = 'en') =>
  breakLines(
    setter.prepare({
      text,
      faces: [latin, 'fonts/noto-sans/NotoSans-Regular.ttf'],
      weight: 'regular',
      language,
      direction: 'ltr',
      tracking: 0,
    }),
    1000,
    'ragged',
  )[0]?.runs ?? [];

/** A text of each script, a letter of middling height, and its share of the capitals. */
const scripts: readonly [string, string, string, number][] = [
  ['ar', 'أحتاج إلى ثلاث بطاقات', 'ص', 0.72],
  ['ur', 'ٹیلی فون پر کوئی جواب نہیں دیتا، چھوٹی ڈگری', 'ص', 0.72],
  ['he', 'אני צריך שלושה כרטיסים', 'ם', 0.9],
  ['hi', 'क्षेत्र की विद्यार्थियों को उत्तर', 'म', 0.95],
  ['bn', 'ক্ষুদ্র প্রশ্নের উত্তর নেই', 'ম', 0.95],
  ['pa', 'ਤਿੰਨ ਲਾਇਬ੍ਰੇਰੀਆਂ ਤੋਂ ਕਿਤਾਬਾਂ', 'ਮ', 0.95],
  ['gu', 'ત્રણ પુસ્તકાલયોમાંથી પુસ્તકો', 'મ', 0.95],
  ['ta', 'மூன்று நூலகங்களில் இருந்து', 'ம', 0.85],
  ['th', 'ฉันต้องใช้บัตรสามใบ', 'น', 0.85],
  ['am', 'ከሦስት ቤተ መጻሕፍት', 'መ', 1],
  ['el', 'Χρειάζομαι τρεις κάρτες', 'H', 1],
  ['ru', 'Мне нужны три карты', 'H', 1],
  ['zh-Hans', '我需要三张卡', '中', 1.15],
  ['zh-Hant', '我需要三張卡', '中', 1.15],
  ['ja', '三枚のカードが必要です', '中', 1.15],
  ['ko', '카드 세 장이 필요합니다', '中', 1.15],
];

test('of a font of signs nothing but signs is set', () => {
  const faces = (text: string) => runsOf(text).map(run => [run.text, run.face === latin]);
  const arrows = faces('staff → leaders →');
  expect(arrows.filter(([, own]) => !own).map(([text]) => text)).toEqual(['→', ' ', '→']);
  expect(faces('yes✓no')).toEqual([
    ['yes', true],
    ['✓', false],
    ['no', true],
  ]);
  expect(faces('👩🏽‍🎓')).toEqual([['👩🏽‍🎓', false]]);
});

test.each(scripts)(
  '%s: every sign has a glyph, as high as the type around it asks for',
  (language, text, letter, share) => {
    const runs = runsOf(text, language);
    expect(runs.length).toBeGreaterThan(0);
    const wanted = setter.face(latin).capHeight * share;
    for (const { glyphs, face, scale } of runs) {
      expect(glyphs.every(({ id }) => id !== 0)).toBe(true);
      const height = setter.face(face).heightOf(letter) * scale;
      expect(scale === 0.8 || scale === 1.5 || Math.abs(height - wanted) < 0.02, `${height} ${wanted}`).toBe(
        true,
      );
    }
  },
);

test('Chinese is drawn as its language draws it, and in English text as in mainland China', () => {
  const faceOf = (language: string) => runsOf('直骨', language)[0]?.face.split('/').at(-1);
  expect(['zh-Hans', 'zh-Hant', 'zh-HK', 'ja', 'ko', 'en'].map(faceOf)).toEqual([
    'NotoSansHans-Regular.otf',
    'NotoSansHant-Regular.otf',
    'NotoSansHant-Regular.otf',
    'NotoSansJP-Regular.otf',
    'NotoSansKR-Regular.otf',
    'NotoSansHans-Regular.otf',
  ]);
});

test('pictures and signs in text have glyphs', () => {
  for (const text of ['Books 📚', 'done ✓', 'left → right', '☐ box', '👩🏽‍🦽 🏥']) {
    expect(
      runsOf(text).every(({ glyphs }) => glyphs.every(({ id }) => id !== 0)),
      text,
    ).toBe(true);
  }
});

describe.runIf(hasTool('hb-shape'))('shaped as by hb-shape', () => {
  test.each(scripts)('%s: %s', (language, text) => {
    for (const { face, text: part, rightToLeft, glyphs } of runsOf(text, language)) {
      const file = join(installed, face.startsWith('@') ? `node_modules/${face}` : face);
      const { stdout } = spawnSync(
        'hb-shape',
        [
          '--no-glyph-names',
          '--no-clusters',
          '--no-positions',
          `--language=${language}`,
          file,
          part.replace(/^ $/, '\\u0020'),
        ],
        { encoding: 'utf8' },
      );
      if (part.trim() === '') continue;
      const expected = stdout
        .trim()
        .replace(/^\[|\]$/g, '')
        .split('|')
        .map(Number);
      expect(rightToLeft).toBe(/[\u0590-\u06ff]/.test(part));
      expect(
        glyphs.map(({ id }) => id),
        part,
      ).toEqual(expected);
    }
  });
});
