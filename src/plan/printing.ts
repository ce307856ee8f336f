/** The print plan: what to print on what, how many, with which settings, and what to write to a copy shop. */
import { formatsOf } from '../formats.js';
import type { Said, Values } from '../layout/values.js';
import type { Part } from '../pack.js';
import { isAmerican } from '../papers.js';
import { documentPaper } from '../session/print.js';
import type { Session } from '../session/session.js';
import { kitSheet } from './kit.js';
import type { SheetOrder } from './order.js';
import { fill, type Words } from './words.js';

/** What is told of a file that is printed. */
export interface PrintedFile {
  path: string;
  title: string;
  part: Part;
  /** Pages to print, and of which paper, as `A1` and `594 × 841 mm`. */
  pages: number;
  paper: string;
  size: string;
  /** True where its sheets are put together from tiles. */
  tiled: boolean;
  /** Share of the paper that is covered with ink, on average. */
  coverage: number;
}

/** What is told of the whole job. */
export interface PrintFacts {
  files: readonly PrintedFile[];
  /** The paper of pads and posters, and how wide a roll must be; mm as text. */
  paper: string;
  size: string;
  roll: string;
  bleed: string;
  /** How many tiles make a sheet, and what would need fewer. */
  fewer?: { count: number; fewer: number; scale: number };
  blankCovers: boolean;
  /** True where the theme is made for paper that is not white. */
  tinted: boolean;
}

/** Files of their own paper are those of the large sheets. */
const large = new Set<Part>(['pads', 'complaints', 'posters']);

/** Shares of the paper under which ink is little, and some: where plotter rooms change their price. */
const [little, some] = [0.1, 0.4];

/** The page of the kit. */
export const printPlanSheet = (
  session: Session,
  words: Words,
  language: string,
  occasion: Said,
  facts: PrintFacts,
): SheetOrder =>
  kitSheet(session, 'kit-printing', words.printing.plan.title, {
    occasion,
    ...printPlanOf(session, words, language, facts),
  });

export function printPlanOf(session: Session, words: Words, language: string, facts: PrintFacts): Values {
  const { plan } = words.printing;
  const { print } = session;
  const { files, paper, size, roll, bleed, fewer } = facts;
  const tell = (wording: string, more: Record<string, string | number> = {}) =>
    fill(wording, { paper, size, roll, bleed, tile: print.tile, ...more });
  const entry = (file: PrintedFile): Values => ({
    title: file.title,
    path: file.path,
    pages: file.tiled
      ? tell(plan.sheets, { count: file.pages })
      : `${tell(plan.pages, { pages: file.pages })} · ${tell(plan.paper, { paper: file.paper, size: file.size })}`,
    copies: file.part === 'log' ? plan['for-each'] : plan.once,
    ink: tell(plan.ink, {
      amount: plan.amounts[file.coverage < little ? 'little' : file.coverage < some ? 'some' : 'much'],
      share: formatsOf(language).percent(file.coverage),
    }),
  });
  const big = files.filter(({ part }) => large.has(part));
  const own = files.filter(({ part }) => !large.has(part));
  const settings = [
    tell(plan[print.route]),
    ...(print.route === 'plotter' && print['cut-line'] ? [plan.cut] : []),
    ...(print.colour === 'grey' ? [plan.grey] : []),
    ...(facts.tinted ? [plan.tinted] : []),
    ...(facts.blankCovers ? [tell(plan['blank-covers'])] : []),
    ...(fewer ? [tell(plan.fewer, { ...fewer, percent: formatsOf(language).percent(fewer.scale) })] : []),
  ];
  const message = [
    plan.hello,
    ...big.map(file => tell(plan.file, { file: file.path, pages: file.pages })),
    tell(plan.finish),
    plan.stock,
    plan.inks[print.colour],
  ];
  const lines = (texts: readonly string[]) => texts.map(text => ({ text }));
  return {
    intro: plan.intro,
    large: big.length > 0 ? { heading: plan.large, settings: lines(settings), files: big.map(entry) } : null,
    own:
      own.length > 0
        ? {
            heading: plan.own,
            settings: lines([
              tell(plan['own-settings'], { paper: documentPaper(print) }),
              ...(facts.tinted && !session.design.tinted ? [plan.tinted] : []),
            ]),
            files: own.map(entry),
          }
        : null,
    message:
      print.route === 'copy-shop' && big.length > 0 ? { heading: plan.message, lines: lines(message) } : null,
  };
}

/** A size as people of its paper write it: `594 × 841 mm`, `24 × 36 in`. */
export function sizeIn({ width, height }: { width: number; height: number }, paper: string): string {
  const [unit, scale, digits] = isAmerican(paper) ? ['in', 25.4, 100] : ['mm', 1, 10];
  const length = (mm: number) =>
    String(Math.round((mm / (scale as number)) * (digits as number)) / (digits as number));
  return `${length(width)} × ${length(height)} ${unit}`;
}

/** The print plan as lines of a terminal; files are told there already. */
export function printPlanLines(plan: Values): string[] {
  const part = (name: string) => plan[name] as Record<string, unknown> | null;
  const section = (name: string, key: string) => {
    const held = part(name);
    const lines = (held?.[key] ?? []) as { text: string }[];
    return held ? ['', String(held.heading), ...lines.map(({ text }) => `  ${text}`)] : [];
  };
  return [...section('large', 'settings'), ...section('own', 'settings'), ...section('message', 'lines')];
}
