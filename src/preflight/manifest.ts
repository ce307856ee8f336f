/** The manifest as preflight needs it: what `manifest.ts` of the house writes, read back. Keys that only others need are let be. */
import { z } from 'zod';
import type { Diagnostic } from '../diagnostic.js';

const size = z.object({ width: z.number().positive(), height: z.number().positive(), unit: z.literal('mm') });

/** What every file has. */
const whole = {
  path: z.string().min(1),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
};

const entry = z
  .object({
    ...whole,
    pages: z.int().positive(),
    trim: size,
    /** Of the whole page, with what is cut off. */
    media: size,
    inks: z.enum(['rgb', 'cmyk', 'grey']),
    /** Per cent of each page that has ink. */
    coverage: z.array(z.number().min(0).max(100)),
    /** mm, on every side; only where sheets are cut from larger paper. */
    bleed: z.number().positive().optional(),
  })
  .refine(({ pages, coverage }) => coverage.length === pages, {
    path: ['coverage'],
    error: 'not one number for each page',
  });

/** A file that is no PDF: nothing of it is printed as it is. */
const text = z.object(whole);

const isPrinted = (file: unknown): boolean => {
  const { path } = (file ?? {}) as { path?: unknown };
  return typeof path !== 'string' || path.toLowerCase().endsWith('.pdf');
};

const schema = z.object({ files: z.array(z.unknown()) }).transform(({ files }, context) =>
  files.map((file, index): Entry | TextEntry => {
    const parsed = (isPrinted(file) ? entry : text).safeParse(file);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues)
      context.addIssue({ code: 'custom', message, path: ['files', index, ...path] });
    return z.NEVER;
  }),
);

export type Entry = z.infer<typeof entry>;
export type TextEntry = z.infer<typeof text>;

/** The entries of the manifest, or what is wrong with it. */
export function readManifest(
  manifest: unknown,
): { entries: readonly (Entry | TextEntry)[] } | { diagnostics: Diagnostic[] } {
  if (manifest === undefined || manifest === null) {
    const message = 'There is no manifest, which says what the files should be.';
    return {
      diagnostics: [
        { severity: 'error', message, hint: 'Build the pack first: padpress build session.yaml.' },
      ],
    };
  }
  const parsed = schema.safeParse(manifest);
  if (parsed.success) return { entries: parsed.data };
  return {
    diagnostics: parsed.error.issues.map(({ path, message }) => ({
      severity: 'error',
      message: `The manifest is not one of padpress: ${placeIn(path)} is missing or wrong (${message}).`,
      hint: 'Build the pack again with "padpress build", and leave the manifest as it is.',
    })),
  };
}

/** `files[2].pages` */
const placeIn = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'all of it'
    : path
        .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
        .join('')
        .replace(/^\./, '');
