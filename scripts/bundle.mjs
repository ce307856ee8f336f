/**
 * Bundles the program and the library into `dist/`: fewer and smaller files to open, in parts that are loaded when they are needed.
 * `dist/compiled/` holds the layouts, themes and words as they are checked, and what is known of fonts and languages, `dist/third-party.txt` the
 * licences of what is in the bundle.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { late, shut } from './patterns.mjs';

const root = join(import.meta.dirname, '..');

/** What is native, or WebAssembly, or large and seldom wanted, stays where npm has put it. */
const external = [
  ...['sharp', '@napi-rs/canvas', 'harfbuzzjs', '@libpdf/core', 'docx', 'tinypool'],
  ...[/^pdfjs-dist/, /^@embedpdf\//],
];

/** Modules that a library loads and that padpress never uses, or that are slow to start, and what stands in for each. */
const standIns = [
  { of: /cliui|wrap-ansi|yargs/, names: ['string-width'], by: 'src/commands/width.ts' },
  { of: /^yargs$/, names: ['assert', 'escalade/sync'], by: 'src/commands/unused.ts' },
  {
    of: /fontkit/,
    names: ['unicode-properties', 'unicode-trie', 'dfa', 'brotli/decompress.js'],
    by: 'src/pdf/unused.ts',
  },
  { of: /^pdfkit/, names: ['@noble/ciphers/aes'], by: 'src/pdf/unused.ts' },
  { of: /^unicode-trie/, names: ['tiny-inflate'], by: 'scripts/inflate.cjs' },
  // The same as ES modules, of which a bundle takes what is used.
  { of: /^/, names: ['yaml'], by: 'node_modules/yaml/browser/dist/index.js' },
];
const leaner = {
  name: 'leaner',
  resolveId: (source, importer = '') => {
    const found = standIns.find(
      ({ of, names }) =>
        names.includes(source) && of.test(/node_modules[\\/]([^\\/]+)[\\/][^@]*$/.exec(importer)?.[1] ?? ''),
    );
    return found && join(root, found.by);
  },
};

/** Patterns of hyphens are read as JSON, which V8 does more than twice as fast as it reads lists in a program, and only as far as words need them. */
const asJson = {
  name: 'as-json',
  load: async id => {
    if (!/node_modules[\\/]hyphen[\\/]patterns[\\/]/.test(id)) return undefined;
    const [levels, tree, ...rest] = (await import(id)).default;
    const json = JSON.stringify([levels, shut(tree, 2), ...rest]);
    return `${late}
const [levels, tree, ...rest] = JSON.parse(${JSON.stringify(json)});
module.exports = [levels, late(tree), ...rest];`;
  },
};

/** ASCII alone is read faster: V8 keeps it in bytes, a sign each. */
const inAscii = text =>
  text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const ascii = {
  name: 'ascii',
  generateBundle: (_options, output) => {
    for (const chunk of Object.values(output)) if (chunk.type === 'chunk') chunk.code = inAscii(chunk.code);
  },
};

/** What a module is made of, itself among it, but for what is loaded when it is wanted. */
function partsOf(id, context, found = new Set()) {
  if (found.has(id)) return found;
  found.add(id);
  for (const other of context.getModuleInfo(id)?.importedIds ?? []) partsOf(other, context, found);
  return found;
}
/** Each file takes a millisecond to find and load: what the program starts with is one, and what makes a pack another. */
const together = ['src/cli.ts', 'src/commands/build.ts'];
const groups = together.map((entry, index) => {
  let ids;
  const name = entry.replace(/^.*\/(.+)\.ts$/, '$1');
  return {
    priority: together.length - index,
    debugName: name,
    name(id, context) {
      ids ??= partsOf(join(root, entry), context);
      // What an entry does itself is done where it is started, and not where a part of it is used.
      return ids.has(id) && id !== join(root, entry) ? name : null;
    },
  };
});

/**
 * What modules have, and parts in CommonJS have not: where they are, and `import`. The start loads parts as scripts, which can import nothing,
 * and lends them its own.
 */
const asModules = {
  name: 'as-modules',
  generateBundle: (_options, output) => {
    for (const chunk of Object.values(output)) {
      chunk.code = chunk.code.replace(/\bimport\((?=[`'"])/g, 'importing(');
      if (chunk.code.includes('importing('))
        chunk.code = `var importing = importing || (id => import(id));\n${chunk.code}`;
      if (chunk.code.includes('importMetaUrl'))
        chunk.code = `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;\n${chunk.code}`;
    }
  },
};
const common = { format: 'cjs', exports: 'named', minify: true };

const bundle = await rolldown({
  input: {
    program: 'src/cli.ts',
    'batch-worker': 'src/commands/batch-worker.ts',
    index: 'src/index.ts',
    compile: 'src/compile.ts',
    disk: 'src/commands/disk.ts',
  },
  platform: 'node',
  external,
  transform: { define: { 'import.meta.url': 'importMetaUrl' } },
  plugins: [leaner, asJson, ascii, asModules],
});
const { output } = await bundle.write({
  ...common,
  dir: 'dist',
  cleanDir: true,
  // One folder deep, as the rooms are: `installed` in `commands/disk.ts` counts the steps up.
  entryFileNames: 'parts/[name].cjs',
  chunkFileNames: 'parts/[name].cjs',
  codeSplitting: { groups },
});
await bundle.close();

// What starts it, which knows it by its content.
const bundleId = createHash('sha256');
for (const { code } of output) bundleId.update(code ?? '');
const start = await rolldown({
  input: 'src/commands/start.ts',
  platform: 'node',
  transform: {
    define: { 'import.meta.filename': '__filename', bundleId: JSON.stringify(bundleId.digest('hex')) },
  },
});
await start.write({ ...common, banner: '#!/usr/bin/env node', file: 'dist/cli.cjs' });
await start.close();

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

// What other programs import.
const modules = { index: 'dist/index.js', disk: 'dist/commands/disk.js' };
for (const [name, file] of Object.entries(modules)) {
  const { exports } = output.find(part => part.isEntry && part.name === name);
  const part = `${'../'.repeat(file.split('/').length - 2) || './'}parts/${name}.cjs`;
  write(
    file,
    `import { createRequire } from 'node:module';
export const { ${exports.join(', ')} } = createRequire(import.meta.url)('${part}');
`,
  );
}

const { compile } = await import('../dist/parts/compile.cjs');
const { worldOf } = await import('../dist/parts/disk.cjs');
const { bundled, deflate } = worldOf('');
const documents = Object.entries(await compile(bundled, deflate));
for (const [path, json] of documents) write(`dist/compiled/${path}.json`, inAscii(json));

/** The folders of the packages that modules of the bundle come from. */
const packages = new Set(
  output
    .flatMap(({ moduleIds = [] }) => moduleIds)
    .flatMap(id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0] ?? []),
);
const licences = [...packages].sort().map(folder => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(found => /^licen[cs]e/i.test(found));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${text}`.trim();
});
writeFileSync('dist/third-party.txt', `${licences.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
