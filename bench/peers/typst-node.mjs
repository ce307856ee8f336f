/** Typst inside Node: one compiler, the template read once, the pages of each session handed over as JSON. */
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { faces } from '../sheets.mjs';

const at = path => fileURLToPath(new URL(path, import.meta.url));
const compiler = NodeCompiler.create({
  workspace: at('.'),
  fontArgs: [{ fontPaths: Object.values(faces).map(({ file }) => at(`../../fonts/${file}`)) }],
});

export async function make(pages) {
  compiler.mapShadow(at('pages.json'), Buffer.from(JSON.stringify(pages)));
  const compiled = compiler.compile({ mainFilePath: at('pack.typ') });
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  const pdf = compiler.pdf(compiled.result);
  compiler.evictCache(10);
  return [pdf];
}
