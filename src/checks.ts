/** What was checked of a file, for the manifest: by name, with its result, and honest about what did not run. */
import type { PressedFile } from './pressed.js';
import { leastContrast, tenthsOf } from './session/contrast.js';

/** A check with its result; what it found stands beside it. */
export interface Check {
  check: string;
  result: 'passed' | 'failed' | 'not run';
  [found: string]: unknown;
}

/**
 * The checks of a file. What fails the first two stops the build, so that they have passed wherever there is a file.
 * @param access what a check of the finished bytes found, where one ran
 */
export function checksOf({ figures }: Pick<PressedFile, 'figures'>, access?: Check): Check[] {
  const { things, smallest, ...found } = figures;
  const ratios = Object.entries(found).map(([kind, ratio]) => [
    kind,
    { found: tenthsOf(ratio), least: leastContrast[kind as keyof typeof leastContrast] },
  ]);
  return [
    { check: 'contrast', result: 'passed', things, ...Object.fromEntries(ratios) },
    {
      check: 'layout',
      result: 'passed',
      ...(smallest !== undefined && { smallestType: tenthsOf(smallest), unit: 'pt' }),
    },
    access ?? { check: 'PDF/UA-1', result: 'not run', by: 'padpress check FILE.pdf' },
  ];
}

/** What no program decides; the words of these for people are on the kit's page. */
export const leftToPeople = [
  'alternative texts say what matters in the pictures',
  'the reading order makes sense to somebody who hears it',
  'people understand the words',
  'screen readers read the files; veraPDF agrees',
  'translations of the words of the sheets are right',
  'colours on paper are as they are meant',
] as const;
