/** Every invalid session gets its exact message, with line and column, and exit code 1; no file is written. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { build } from '../commands/build.js';
import { installed } from '../commands/disk.js';

const folder = join(installed, 'fixtures', 'invalid');
const temporary = mkdtempSync(join(tmpdir(), 'padpress-'));
afterAll(() => rmSync(temporary, { recursive: true }));
const tested = new Set<string>();

/** What `padpress build` says of a session that is wrong, without the way to the file. */
const saidOf = (name: string): Promise<string> => {
  tested.add(`${name}.yaml`);
  return saidOfFile(join(folder, `${name}.yaml`));
};

async function saidOfFile(session: string): Promise<string> {
  const said: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    said.push(String(text));
    return true;
  });
  const out = join(temporary, 'out');
  const code = await build({ session, out, quiet: false });
  stderr.mockRestore();
  expect(code).toBe(1);
  expect(existsSync(out)).toBe(false);
  return said
    .join('')
    .replaceAll(`${dirname(session)}/`, '')
    .replace(/Nothing was made.*\n/, '')
    .trim();
}

test('a sign that no font has', async () => {
  expect(await saidOf('a-sign-that-no-font-has')).toMatchInlineSnapshot(
    `"a-sign-that-no-font-has.yaml:4:11 error: No font here has the sign "𒀀" (U+12000). Write it in other letters, or give a font that has it under "fonts"."`,
  );
});

test('alias bomb', async () => {
  expect(await saidOf('alias-bomb')).toMatchInlineSnapshot(
    `"alias-bomb.yaml:1:1 error: The names after * in this file stand for too much text. Write the text out."`,
  );
});

test('alias of nothing', async () => {
  expect(await saidOf('alias-of-nothing')).toMatchInlineSnapshot(
    `"alias-of-nothing.yaml:2:17 error: Text begins with a sign that means something else here. Put the text in quotes."`,
  );
});

test('anchor', async () => {
  expect(await saidOf('anchor')).toMatchInlineSnapshot(
    `"anchor.yaml:2:15 error: Text that begins with "&One" is not read as text. Put the text in quotes."`,
  );
});

test('colon in text', async () => {
  expect(await saidOf('colon-in-text')).toMatchInlineSnapshot(
    `"colon-in-text.yaml:7:5 error: Entry 1 of "complaints" is not text: got a mapping of keys. A colon and a space make a key of the words before them. Put the text in quotes: "Late: nobody answers"."`,
  );
});

test('colon twice', async () => {
  expect(await saidOf('colon-twice')).toMatchInlineSnapshot(
    `"colon-twice.yaml:2:10 error: A second colon follows on the same line. Text with a colon and a space in it goes in quotes: "Late: nobody answers"."`,
  );
});

test('colour that is none', async () => {
  expect(await saidOf('colour-that-is-none')).toMatchInlineSnapshot(
    `"colour-that-is-none.yaml:6:13 error: "colour" is not a colour: got "tael". Did you mean "teal"? Or write it as "#1d3f8f"."`,
  );
});

test('colour too light', async () => {
  expect(await saidOf('colour-too-light')).toMatchInlineSnapshot(
    `"colour-too-light.yaml:6:13 error: "colour" is not a colour that can be read on white: got "#ffe14d". Its contrast is 1.3:1, and 4.5:1 is the least. "#837321" is the same colour, dark enough."`,
  );
});

test('complaint unknown', async () => {
  expect(await saidOf('complaint-unknown')).toMatchInlineSnapshot(
    `"complaint-unknown.yaml:11:16 error: There is no complaint 2. There are 1."`,
  );
});

test('control character escaped', async () => {
  expect(await saidOf('control-character-escaped')).toMatchInlineSnapshot(
    `"control-character-escaped.yaml:2:10 error: The text holds a control character (U+0007) that cannot be printed. Delete it."`,
  );
});

test('control character', async () => {
  expect(await saidOf('control-character')).toMatchInlineSnapshot(
    `"control-character.yaml:2:13 error: The text holds a control character (U+0007) that cannot be printed. Delete it."`,
  );
});

test('dashes of a word processor', async () => {
  expect(await saidOf('dashes-of-a-word-processor')).toMatchInlineSnapshot(
    `"dashes-of-a-word-processor.yaml:7:3 error: "complaints" is not a list: got "– Nobody answers. – The door is locked.". Word processors change "-" to "–": begin each line of a list with a hyphen and a space."`,
  );
});

test('date in another order', async () => {
  expect(await saidOf('date-in-another-order')).toMatchInlineSnapshot(
    `"date-in-another-order.yaml:3:9 error: "date" is not a date: got "4/2/2027". Write it as 2027-02-04: year, month, day."`,
  );
});

test('date that is none', async () => {
  expect(await saidOf('date-that-is-none')).toMatchInlineSnapshot(
    `"date-that-is-none.yaml:3:9 error: "date" is not a date: got "2027-02-30". February 2027 has 28 days."`,
  );
});

test('date with month 13', async () => {
  expect(await saidOf('date-with-month-13')).toMatchInlineSnapshot(
    `"date-with-month-13.yaml:3:9 error: "date" is not a date: got "2027-13-01". There is no month 13: write year, month, day."`,
  );
});

test('distance too far', async () => {
  expect(await saidOf('distance-too-far')).toMatchInlineSnapshot(
    `"distance-too-far.yaml:6:29 error: "reading-distance" is not a distance from 2 m to 6 m: got "9 m"."`,
  );
});

test('draft before the session', async () => {
  expect(await saidOf('draft-before-the-session')).toMatchInlineSnapshot(
    `"draft-before-the-session.yaml:4:13 error: The draft is promised for 2027-02-03, before the session on 2027-02-04."`,
  );
});

test('duplicate key', async () => {
  expect(await saidOf('duplicate-key')).toMatchInlineSnapshot(
    `"duplicate-key.yaml:6:1 error: The key "workshop" is given twice. Keep one of the two."`,
  );
});

test('empty complaint', async () => {
  expect(await saidOf('empty-complaint')).toMatchInlineSnapshot(
    `"empty-complaint.yaml:8:4 error: Entry 2 of "complaints" is empty."`,
  );
});

test('empty group name', async () => {
  expect(await saidOf('empty-group-name')).toMatchInlineSnapshot(
    `"empty-group-name.yaml:4:11 error: "name" is empty."`,
  );
});

test('empty', async () => {
  expect(await saidOf('empty')).toMatchInlineSnapshot(
    `"empty.yaml:1:1 error: The file is empty. Start from the one that "padpress new" writes."`,
  );
});

test('ends before it starts', async () => {
  expect(await saidOf('ends-before-it-starts')).toMatchInlineSnapshot(
    `"ends-before-it-starts.yaml:4:9 error: The session ends at 09:30, before it starts at 12:30."`,
  );
});

test('font that is none', async () => {
  expect(await saidOf('font-that-is-none')).toMatchInlineSnapshot(
    `"font-that-is-none.yaml:6:16 error: "font-that-is-none.yaml" is not a font. Use a TTF or OTF file."`,
  );
});

test('indentation', async () => {
  expect(await saidOf('indentation')).toMatchInlineSnapshot(
    `"indentation.yaml:6:1 error: This line is indented differently from its neighbours. Lines that belong together begin in the same column."`,
  );
});

test('language that is none', async () => {
  expect(await saidOf('language-that-is-none')).toMatchInlineSnapshot(
    `"language-that-is-none.yaml:6:11 error: "language" is not a language: got "english!". Write a language tag: en-GB, cy, pl."`,
  );
});

test('language without words', async () => {
  expect(await saidOf('language-without-words')).toMatchInlineSnapshot(
    `"language-without-words.yaml:6:11 error: "language" is not a language that this version has words for: got "is". Allowed: ar, bn, cy, en, es, fr, pa, pl, pt, ro, uk, ur, zh-Hans, zh-Hant, and their regions such as en-GB."`,
  );
});

test('list for text', async () => {
  expect(await saidOf('list-for-text')).toMatchInlineSnapshot(
    `"list-for-text.yaml:2:10 error: "title" is not text: got a list."`,
  );
});

test('lost letter', async () => {
  expect(await saidOf('lost-letter')).toMatchInlineSnapshot(
    `"lost-letter.yaml:2:17 error: A letter has been lost here (U+FFFD). Type it again, and save the file as UTF-8."`,
  );
});

test('missing groups', async () => {
  expect(await saidOf('missing-groups')).toMatchInlineSnapshot(
    `"missing-groups.yaml:1:1 error: "groups" is missing."`,
  );
});

test('missing title', async () => {
  expect(await saidOf('missing-title')).toMatchInlineSnapshot(
    `"missing-title.yaml:1:1 error: "title" is missing from "workshop"."`,
  );
});

test('no groups', async () => {
  expect(await saidOf('no-groups')).toMatchInlineSnapshot(
    `"no-groups.yaml:3:9 error: "groups" is an empty list."`,
  );
});

test('no people', async () => {
  expect(await saidOf('no-people')).toMatchInlineSnapshot(
    `"no-people.yaml:6:13 error: "people" is not a whole number from 1 to 1000: got 0."`,
  );
});

test('not a mapping', async () => {
  expect(await saidOf('not-a-mapping')).toMatchInlineSnapshot(
    `"not-a-mapping.yaml:1:1 error: The file is not a mapping of keys: got a list."`,
  );
});

test('number as name', async () => {
  expect(await saidOf('number-as-name')).toMatchInlineSnapshot(
    `"number-as-name.yaml:4:11 error: "name" is not text: got 007. Put it in quotes: "007"."`,
  );
});

test('only a comment', async () => {
  expect(await saidOf('only-a-comment')).toMatchInlineSnapshot(
    `"only-a-comment.yaml:1:1 error: The file is empty. Start from the one that "padpress new" writes."`,
  );
});

test('pad without sheets', async () => {
  expect(await saidOf('pad-without-sheets')).toMatchInlineSnapshot(
    `"pad-without-sheets.yaml:6:13 error: The pad of "students" has no sheets. Ask for at least one."`,
  );
});

test('paper that is none', async () => {
  expect(await saidOf('paper-that-is-none')).toMatchInlineSnapshot(
    `"paper-that-is-none.yaml:6:17 error: "paper" is not a paper: got "A11". Did you mean "A1"? Or write its sides: "500 x 700 mm", "25 x 30 in"."`,
  );
});

test('partner unknown', async () => {
  expect(await saidOf('partner-unknown')).toMatchInlineSnapshot(
    `"partner-unknown.yaml:7:12 error: There is no partner "Northfeild College". Did you mean "Northfield College"?"`,
  );
});

test('people as word', async () => {
  expect(await saidOf('people-as-word')).toMatchInlineSnapshot(
    `"people-as-word.yaml:6:13 error: "people" is not a whole number from 1 to 1000: got "eight"."`,
  );
});

test('picture a folder', async () => {
  expect(await saidOf('picture-a-folder')).toMatchInlineSnapshot(
    `"picture-a-folder.yaml:9:14 error: "files" is a folder, not a picture. Name a file."`,
  );
});

test('picture cut off', async () => {
  expect(await saidOf('picture-cut-off')).toMatchInlineSnapshot(
    `"picture-cut-off.yaml:9:14 error: "files/cut-off.jpg" cannot be printed. It is damaged or cut off. Open it in a picture program and save it again."`,
  );
});

test('picture missing', async () => {
  expect(await saidOf('picture-missing')).toMatchInlineSnapshot(
    `"picture-missing.yaml:9:14 error: There is no picture "amira.jpg" next to the session file."`,
  );
});

test('picture outside', async () => {
  expect(await saidOf('picture-outside')).toMatchInlineSnapshot(
    `"picture-outside.yaml:9:14 error: "../library/pictures/amira.svg" lies outside the folder of the session file. Copy it next to the session file."`,
  );
});

test('picture that is none', async () => {
  expect(await saidOf('picture-that-is-none')).toMatchInlineSnapshot(
    `"picture-that-is-none.yaml:9:14 error: "picture-that-is-none.yaml" is not a picture. Save it as JPEG, PNG or SVG."`,
  );
});

test('poster of a story unknown', async () => {
  expect(await saidOf('poster-of-a-story-unknown')).toMatchInlineSnapshot(
    `"poster-of-a-story-unknown.yaml:9:13 error: "poster" is not a poster design: got "frontpage". Did you mean "front-page"?"`,
  );
});

test('poster unknown', async () => {
  expect(await saidOf('poster-unknown')).toMatchInlineSnapshot(
    `"poster-unknown.yaml:6:19 error: "poster" is not a poster design: got "portait". Did you mean "portrait"?"`,
  );
});

test('quote not closed', async () => {
  expect(await saidOf('quote-not-closed')).toMatchInlineSnapshot(
    `"quote-not-closed.yaml:2:10 error: A quote is opened here and not closed. Close it with the same mark, or write the text without."`,
  );
});

test('rich text', async () => {
  expect(await saidOf('rich-text')).toMatchInlineSnapshot(
    `"rich-text.yaml:1:1 error: This is a rich text file, not plain text. Save it as plain text (UTF-8)."`,
  );
});

test('role that is none', async () => {
  expect(await saidOf('role-that-is-none')).toMatchInlineSnapshot(
    `"role-that-is-none.yaml:6:11 error: "role" is not a role: got "service user". Did you mean "service users"?"`,
  );
});

test('route that is none', async () => {
  expect(await saidOf('route-that-is-none')).toMatchInlineSnapshot(
    `"route-that-is-none.yaml:6:17 error: "route" is not a route: got "ofice". Did you mean "office"?"`,
  );
});

test('several errors', async () => {
  expect(await saidOf('several-errors')).toMatchInlineSnapshot(`
    "several-errors.yaml:2:3 error: "titel" is not a key of "workshop". Did you mean "title"?
    several-errors.yaml:3:9 error: "date" is not a date: got "2027-02-30". February 2027 has 28 days.
    several-errors.yaml:6:13 error: "colour" is not a colour: got "tael". Did you mean "teal"? Or write it as "#1d3f8f".
    several-errors.yaml:7:13 error: "people" is not a whole number from 1 to 1000: got 0.
    several-errors.yaml:8:13 error: "complaints" is not a list: got "none". Begin each line of a list with a hyphen and a space."
  `);
});

test('starter too long', async () => {
  expect(await saidOf('starter-too-long')).toMatchInlineSnapshot(
    `"starter-too-long.yaml:6:25 error: "I can now do so many things …" is too wide for the sheet "story" at 68 pt, the smallest size of the style "starter". Use shorter words, or fewer."`,
  );
});

test('story for unknown group', async () => {
  expect(await saidOf('story-for-unknown-group')).toMatchInlineSnapshot(
    `"story-for-unknown-group.yaml:7:12 error: There is no group "student". Did you mean "students"?"`,
  );
});

test('story without words', async () => {
  expect(await saidOf('story-without-words')).toMatchInlineSnapshot(
    `"story-without-words.yaml:7:5 error: The story has no words. Give it a "quote", a "story" or "mini-stories"."`,
  );
});

test('svg bomb', async () => {
  expect(await saidOf('svg-bomb')).toMatchInlineSnapshot(
    `"svg-bomb.yaml:9:14 error: "files/bomb.svg" cannot be printed. Its <use> elements copy each other too often (more than 20000 elements)."`,
  );
});

test('svg that reads files', async () => {
  expect(await saidOf('svg-that-reads-files')).toMatchInlineSnapshot(
    `"svg-that-reads-files.yaml:9:14 error: "files/reads-files.svg" cannot be printed. It shows a picture from outside the drawing ("/etc/hostname"). Embed the picture."`,
  );
});

test('svg with a filter', async () => {
  expect(await saidOf('svg-with-a-filter')).toMatchInlineSnapshot(
    `"svg-with-a-filter.yaml:9:14 error: "files/filter.svg" cannot be printed. It uses filters (blur, shadow), which do not print. Export it again with them flattened."`,
  );
});

test('tabs', async () => {
  expect(await saidOf('tabs')).toMatchInlineSnapshot(
    `"tabs.yaml:2:1 error: A tab stands where spaces belong. Indent with two spaces for each level."`,
  );
});

test('tag', async () => {
  expect(await saidOf('tag')).toMatchInlineSnapshot(
    `"tag.yaml:2:21 error: Text that begins with "!important" is not read as text. Put the text in quotes."`,
  );
});

test('text for a list', async () => {
  expect(await saidOf('text-for-a-list')).toMatchInlineSnapshot(
    `"text-for-a-list.yaml:6:13 error: "complaints" is not a list: got "Nobody answers.". Begin each line of a list with a hyphen and a space."`,
  );
});

test('theme unknown', async () => {
  expect(await saidOf('theme-unknown')).toMatchInlineSnapshot(
    `"theme-unknown.yaml:6:18 error: "theme" is not a theme: got "hause". Did you mean "house"?"`,
  );
});

test('time in curly quotes', async () => {
  expect(await saidOf('time-in-curly-quotes')).toMatchInlineSnapshot(
    `"time-in-curly-quotes.yaml:3:11 error: "starts" is not a time: got "“09:30”". Curly quotes are letters here: write straight ones (") or none."`,
  );
});

test('time that is none', async () => {
  expect(await saidOf('time-that-is-none')).toMatchInlineSnapshot(
    `"time-that-is-none.yaml:3:11 error: "starts" is not a time: got "9.30 am". Write it as "09:30", by the 24-hour clock."`,
  );
});

test('two documents', async () => {
  expect(await saidOf('two-documents')).toMatchInlineSnapshot(
    `"two-documents.yaml:6:1 error: A second document begins here. A file holds one session: remove the line of hyphens or dots."`,
  );
});

test('two groups one name', async () => {
  expect(await saidOf('two-groups-one-name')).toMatchInlineSnapshot(
    `"two-groups-one-name.yaml:6:11 error: Two groups have the name "Students". Give each group a name of its own."`,
  );
});

test('two languages', async () => {
  expect(await saidOf('two-languages')).toMatchInlineSnapshot(
    `
    "two-languages.yaml:2:10 warning: "title" is given in one language only. It is printed once, as it is. In each language: { cy: …, en: … }.
    two-languages.yaml:4:11 error: "name" is given in one language only. Write it in each: { cy: …, en: … }.
    two-languages.yaml:5:15 error: "singular" is given in one language only. Write it in each: { cy: …, en: … }."
  `,
  );
});

test('unknown key at top', async () => {
  expect(await saidOf('unknown-key-at-top')).toMatchInlineSnapshot(
    `"unknown-key-at-top.yaml:6:1 error: "complains" is not a key of the file. Did you mean "complaints"?"`,
  );
});

test('unknown key without value', async () => {
  expect(await saidOf('unknown-key-without-value')).toMatchInlineSnapshot(
    `"unknown-key-without-value.yaml:6:5 error: "colur" is not a key of "groups". Did you mean "colour"?"`,
  );
});

test('unknown key', async () => {
  expect(await saidOf('unknown-key')).toMatchInlineSnapshot(
    `"unknown-key.yaml:6:5 error: "colur" is not a key of "groups". Did you mean "colour"?"`,
  );
});

test('utf 16', async () => {
  expect(await saidOf('utf-16')).toMatchInlineSnapshot(
    `"utf-16.yaml:1:1 error: The file is saved as UTF-16. Save it with the encoding UTF-8."`,
  );
});

test('windows 1252', async () => {
  expect(await saidOf('windows-1252')).toMatchInlineSnapshot(
    `"windows-1252.yaml:2:17 error: The file is not saved as UTF-8: got the byte 0xE9, which may stand for "é". Save it with the encoding UTF-8."`,
  );
});

test('word', async () => {
  expect(await saidOf('word')).toMatchInlineSnapshot(
    `"word.yaml:1:1 error: This is a Word or zip file, not text. Save it as plain text (UTF-8)."`,
  );
});

test('version missing', async () => {
  expect(await saidOf('version-missing')).toMatchInlineSnapshot(
    `"version-missing.yaml:5:11 error: "name" is missing in the language "en". Write it in each: { cy: …, en: … }."`,
  );
});

test('version in no language', async () => {
  expect(await saidOf('version-in-no-language')).toMatchInlineSnapshot(
    `"version-in-no-language.yaml:2:38 error: "fr" is not a language of this session. Its languages are cy and en."`,
  );
});

test('three languages', async () => {
  expect(await saidOf('three-languages')).toMatchInlineSnapshot(`
    "three-languages.yaml:2:10 warning: "title" is given in one language only. It is printed once, as it is. In each language: { cy: …, en: …, pl: … }.
    three-languages.yaml:3:20 error: "language" holds 2 languages at most: got "pl", too. Make a session file for each further language."
  `);
});

test('anonymous in words', async () => {
  expect(await saidOf('anonymous-in-words')).toMatchInlineSnapshot(
    `"anonymous-in-words.yaml:9:16 error: "anonymous" is not true or false: got "please"."`,
  );
});

test('drawing cut off', async () => {
  expect(await saidOf('drawing-cut-off')).toMatchInlineSnapshot(
    `"drawing-cut-off.yaml:9:14 error: "files/cut-off.jpg" cannot be printed. It is damaged or cut off. Open it in a picture program and save it again."`,
  );
});

test('drawing without lines', async () => {
  expect(await saidOf('drawing-without-lines')).toMatchInlineSnapshot(
    `"drawing-without-lines.yaml:9:14 error: "files/blank-paper.png" cannot be printed. No line is seen on it. Take the photo nearer and in more light."`,
  );
});

test('focus in percent', async () => {
  expect(await saidOf('focus-in-percent')).toMatchInlineSnapshot(`
    "focus-in-percent.yaml:10:13 error: Entry 1 of "focus" is not a share from 0 to 1: got 50. Half of the picture is 0.5.
    focus-in-percent.yaml:10:17 error: Entry 2 of "focus" is not a share from 0 to 1: got 30. Half of the picture is 0.5."
  `);
});

test('focus with one share', async () => {
  expect(await saidOf('focus-with-one-share')).toMatchInlineSnapshot(
    `"focus-with-one-share.yaml:10:12 error: "focus" is not two shares: got 0.3. Write [0.5, 0.3]: from the left edge, from the top."`,
  );
});

test('picture empty', async () => {
  expect(await saidOf('picture-empty')).toMatchInlineSnapshot(
    `"picture-empty.yaml:9:14 error: "files/empty.jpg" is empty. Copy the picture here again."`,
  );
});

test('picture heic', async () => {
  expect(await saidOf('picture-heic')).toMatchInlineSnapshot(
    `"picture-heic.yaml:9:14 error: "files/iphone.heic" is a HEIC picture, which this version cannot print. On an iPhone: Settings, Camera, Formats, Most Compatible; or open it and export it as JPEG."`,
  );
});

test('picture jpeg too large', async () => {
  expect(await saidOf('picture-jpeg-too-large')).toMatchInlineSnapshot(
    `"picture-jpeg-too-large.yaml:9:14 error: "files/claims-too-much.jpg" cannot be printed. It has more than 64 million pixels. Save it smaller."`,
  );
});

test('picture png cut off', async () => {
  expect(await saidOf('picture-png-cut-off')).toMatchInlineSnapshot(
    `"picture-png-cut-off.yaml:9:14 error: "files/cut-off.png" cannot be printed. It is damaged or cut off. Open it in a picture program and save it again."`,
  );
});

test('picture png too large', async () => {
  expect(await saidOf('picture-png-too-large')).toMatchInlineSnapshot(
    `"picture-png-too-large.yaml:9:14 error: "files/claims-too-much.png" cannot be printed. It has more than 64 million pixels. Save it smaller."`,
  );
});

test('picture that is a pdf', async () => {
  expect(await saidOf('picture-that-is-a-pdf')).toMatchInlineSnapshot(
    `"picture-that-is-a-pdf.yaml:9:14 error: "files/a-pdf.jpg" is a PDF, not a picture. Export its page as PNG or SVG."`,
  );
});

test('picture webp cut off', async () => {
  expect(await saidOf('picture-webp-cut-off')).toMatchInlineSnapshot(
    `"picture-webp-cut-off.yaml:9:14 error: "files/cut-off.webp" cannot be printed. It is damaged or cut off. Open it in a picture program and save it again."`,
  );
});

test('portrait style unknown', async () => {
  expect(await saidOf('portrait-style-unknown')).toMatchInlineSnapshot(
    `"portrait-style-unknown.yaml:9:24 error: "style" is not a style of portraits: got "open-peep". Did you mean "open-peeps"?"`,
  );
});

test('svg with a billion laughs', async () => {
  expect(await saidOf('svg-with-a-billion-laughs')).toMatchInlineSnapshot(
    `"svg-with-a-billion-laughs.yaml:9:14 error: "files/laughs.svg" cannot be printed. It defines entities, which a drawing does not need. Export it again as plain SVG."`,
  );
});

test('svg with a link', async () => {
  expect(await saidOf('svg-with-a-link')).toMatchInlineSnapshot(
    `"svg-with-a-link.yaml:9:14 error: "files/link.svg" cannot be printed. It shows a picture from outside the drawing ("https://example.org/face.png"). Embed the picture."`,
  );
});

test('svg with a script', async () => {
  expect(await saidOf('svg-with-a-script')).toMatchInlineSnapshot(
    `"svg-with-a-script.yaml:9:14 error: "files/script.svg" cannot be printed. It uses scripts, which do not print. Export it again with them flattened."`,
  );
});

test('svg with text', async () => {
  expect(await saidOf('svg-with-text')).toMatchInlineSnapshot(
    `"svg-with-text.yaml:9:14 error: "files/text.svg" cannot be printed. It holds text ("Our library"), but not its font. Turn the text into paths, or export it as PNG."`,
  );
});

test('a picture of 50 MB', async () => {
  const session = join(temporary, 'session.yaml');
  copyFileSync(join(folder, 'picture-empty.yaml'), session);
  mkdirSync(join(temporary, 'files'));
  writeFileSync(join(temporary, 'files', 'empty.jpg'), '');
  truncateSync(join(temporary, 'files', 'empty.jpg'), 50_000_000);
  expect(await saidOfFile(session)).toMatchInlineSnapshot(
    `"session.yaml:9:14 error: "files/empty.jpg" is larger than 40 MB. Save the picture smaller."`,
  );
});

test('every invalid session is tested', () => {
  expect([...tested].sort()).toEqual(readdirSync(folder).filter(name => name.endsWith('.yaml')));
});
