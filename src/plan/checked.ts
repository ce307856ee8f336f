/** The page of the kit that says what was checked before the files were written, and what people have to look at themselves. */
import { formatsOf } from '../formats.js';
import type { Said } from '../layout/values.js';
import { tenthsOf } from '../session/contrast.js';
import type { Session } from '../session/session.js';
import { kitSheet } from './kit.js';
import type { SheetOrder } from './order.js';
import { fill, type Words } from './words.js';

/** What was found on the sheets of a file: the least contrast of each kind of thing, and the smallest type, pt. */
export interface CheckedFile {
  path: string;
  title: string;
  figures: { text?: number; large?: number; line?: number; smallest?: number };
}

/** @param files all of the pack; of the kit itself the pages before this one */
export function checkedSheet(
  session: Session,
  words: Words,
  language: string,
  occasion: Said,
  files: readonly CheckedFile[],
): SheetOrder {
  const { checked } = words;
  const { stories } = session;
  const lines = (texts: readonly string[]) => texts.map(text => ({ text }));
  const pictures = {
    pictures: stories.length,
    described: stories.filter(({ alt }) => alt !== undefined).length,
  };
  return kitSheet(session, 'kit-checked', checked.title, {
    occasion,
    intro: checked.intro,
    done: {
      heading: checked.done,
      lines: lines([
        checked.contrast,
        checked.place,
        ...(stories.length > 0 ? [fill(checked.pictures, pictures)] : []),
        checked.finished,
      ]),
    },
    files: {
      heading: checked.files,
      files: files.map(({ path, title, figures }) => ({
        path,
        title,
        figures: told(figures, words, language),
      })),
    },
    left: {
      heading: checked.open,
      lines: lines([...checked.left, ...(checked.draft === undefined ? [] : [checked.draft])]),
    },
  });
}

/** `text 8.0:1 · large text 6.4:1 · lines 4.1:1 · smallest type 12 pt`: numbers as the language writes them, never rounded up. */
function told(figures: CheckedFile['figures'], { checked }: Words, language: string): string {
  const ratio = (wording: string, found: number | undefined) =>
    found === undefined ? [] : [fill(wording, { ratio: `${formatsOf(language).tenths(tenthsOf(found))}:1` })];
  return [
    ...ratio(checked.text, figures.text),
    ...ratio(checked.large, figures.large),
    ...ratio(checked.line, figures.line),
    ...(figures.smallest === undefined
      ? []
      : [fill(checked.size, { size: Math.floor(figures.smallest + 1e-9) })]),
  ].join(' · ');
}
