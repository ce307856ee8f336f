/** The words of the sheets in a language: data files in `languages/`, checked like a session. */

import { z } from 'zod';
import type { Diagnostic, Place } from '../diagnostic.js';
import { formatsOf } from '../formats.js';
import { once } from '../once.js';
import { bundledDocument } from '../reading/bundled.js';
import { checked } from '../reading/checked.js';
import { issuesToDiagnostics } from '../reading/issues.js';
import type { World } from '../world.js';

/** Every language has every key: a missing one is an error, never an English leftover. */
export const wordsSchema = once(() => {
  const text = z.string().min(1);
  const step = z.strictObject({ title: text, say: text });
  const thing = z.strictObject({ what: text, note: text });
  const lines = (count: number) => z.array(text).length(count);
  const byRole = <T extends z.ZodType>(schema: T) =>
    z.strictObject({
      'service users': schema,
      'service staff': schema,
      'decision makers': schema,
      other: schema,
    });
  return z.strictObject({
    pads: z.strictObject({
      /** An article that the sentences bring themselves, and that a group's name therefore loses. */
      article: text.optional(),
      question: text,
      'question-without-singular': text,
      prompts: byRole(text.optional()),
      story: text,
      starter: text,
      name: text,
      draw: text,
      user: text,
      notes: text,
      title: text,
    }),
    complaints: z.strictObject({ label: text, title: text }),
    log: z.strictObject({ title: text, heads: z.tuple([text, text, text, text]) }),
    /** Forms that are filled in on a screen; `cell` says which cell of the user log a field is. */
    forms: z.strictObject({
      title: text,
      intro: text,
      line: text,
      name: text,
      who: text,
      'who-label': text,
      cell: text,
      log: text,
    }),
    poster: z.strictObject({
      before: text,
      alt: text,
      title: text,
      titles: text,
      /** The front page: the name of the paper, its issue, what it reports, its contents, a box. */
      masthead: text,
      issue: text,
      award: text,
      themes: text,
      earlier: text,
      now: text,
      /** The day: what it is, and its times from morning to night. */
      day: text,
      times: z.tuple([text, text, text, text, text]),
    }),
    draft: z.strictObject({
      title: text,
      'thank-you': text,
      contents: text,
      thanks: text,
      'thanks-undated': text,
      chapter: text,
      themes: text,
      sentences: text,
      'sentences-of': text,
      answers: text,
      'answers-intro': text,
      complaint: text,
      resolved: text,
      'answered-by': text,
      open: text,
      next: text,
      'next-steps': z.array(text),
    }),
    roles: byRole(text),
    kit: z.strictObject({
      title: text,
      facilitator: text,
      'run-sheet': z.strictObject({
        title: text,
        intro: text,
        'intro-one': text,
        minutes: text,
        steps: z.strictObject({
          scene: step,
          notes: step,
          cluster: step,
          break: step,
          complaints: step,
          story: step,
          close: step,
        }),
        closing: text,
        promise: text,
        'promise-undated': text,
      }),
      packing: z.strictObject({
        title: text,
        intro: text,
        assumed: text,
        things: z.strictObject({
          pads: thing,
          complaints: thing,
          logs: thing,
          notes: thing,
          markers: thing,
          colours: thing,
          tape: thing,
          clips: thing,
          camera: thing,
          badges: thing,
        }),
      }),
      people: z.strictObject({
        title: text,
        intro: text,
        gap: text,
        gaps: text,
        'no-gaps': text,
        'no-partners': text,
        'gap-of': text,
      }),
      seating: z.strictObject({ title: text, intro: text, table: text, people: text, round: text }),
    }),
    /** The same in easy words: one idea a sentence, each with a picture (`plan/easy.ts`). */
    easy: z.strictObject({
      'run-sheet': z.strictObject({
        intro: lines(3),
        steps: z.strictObject({
          scene: lines(4),
          notes: lines(4),
          cluster: lines(3),
          break: lines(2),
          complaints: lines(3),
          story: lines(4),
          close: lines(2),
        }),
        promise: lines(2),
        'promise-undated': lines(2),
      }),
      packing: z.strictObject({
        intro: lines(1),
        things: z.strictObject({
          pads: text,
          complaints: text,
          logs: text,
          notes: text,
          markers: text,
          colours: text,
          tape: text,
          clips: text,
          camera: text,
          badges: text,
        }),
      }),
      people: lines(4),
      seating: lines(2),
      draft: z.strictObject({
        thanks: lines(5),
        'thanks-undated': lines(4),
        answers: lines(2),
        next: lines(3),
      }),
    }),
    printing: z.strictObject({
      sheets: z.strictObject({ cover: text, question: text, story: text, complaints: text, poster: text }),
      assembly: z.strictObject({
        title: text,
        count: text,
        shrunk: text,
        blank: text,
        'all-blank': text,
        ruler: text,
        steps: z.array(text).length(6),
      }),
      plan: z.strictObject({
        title: text,
        intro: text,
        pages: text,
        sheets: text,
        paper: text,
        ink: text,
        amounts: z.strictObject({ little: text, some: text, much: text }),
        once: text,
        'for-each': text,
        large: text,
        own: text,
        'own-settings': text,
        plotter: text,
        cut: text,
        'copy-shop': text,
        office: text,
        grey: text,
        /** Where the theme is made for paper of a colour. */
        tinted: text,
        'blank-covers': text,
        fewer: text,
        message: text,
        hello: text,
        file: text,
        finish: text,
        stock: text,
        inks: z.strictObject({ full: text, 'ink-saver': text, grey: text }),
      }),
    }),
    checked: z.strictObject({
      title: text,
      intro: text,
      done: text,
      contrast: text,
      place: text,
      pictures: text,
      files: text,
      text,
      large: text,
      line: text,
      size: text,
      finished: text,
      open: text,
      left: lines(5),
      /** That the words of the sheets are a draft; English has none. */
      draft: text.optional(),
    }),
    twin: z.strictObject({ title: text, skip: text, contents: text, intro: text, copies: text, blank: text }),
  });
});

export type Words = z.output<ReturnType<typeof wordsSchema>>;

/** The languages that have words, as BCP 47 tags. */
export const languagesWithWords = ({ bundled }: Pick<World, 'bundled'>): string[] =>
  bundled
    .list('languages')
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.slice(0, -'.yaml'.length));

/** The words of a language: of `zh-TW` those of `zh-TW`, else of `zh-Hant`, else of `zh`. `place` is where the session names it. */
export function findWords(
  language: string,
  world: World,
  place: Place,
): { words?: Words; diagnostics: Diagnostic[] } {
  const { base, script } = formatsOf(language).locale;
  const tags = [language, `${base}-${script}`, base];
  const tag = tags.find(candidate => languagesWithWords(world).includes(candidate));
  const path = `languages/${tag}.yaml`;
  const read = tag === undefined ? undefined : bundledDocument(world.bundled, path);
  if (!read) {
    const message = `"language" is not a language that this version has words for: got "${language}".`;
    const hint = `Allowed: ${languagesWithWords(world).join(', ')}, and their regions such as en-GB.`;
    return { diagnostics: [{ severity: 'error', place, message, hint }] };
  }
  const { document, diagnostics } = read;
  if (!document) return { diagnostics };
  const parsed = checked(document, wordsSchema);
  return parsed.success
    ? { words: parsed.data, diagnostics: [] }
    : { diagnostics: issuesToDiagnostics(parsed.error.issues, document, wordsSchema()) };
}

/** Puts values into the braces of a wording: `fill('best {group} experience', { group: 'student' })`. */
export const fill = (wording: string, values: Readonly<Record<string, string | number>>): string =>
  wording.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
