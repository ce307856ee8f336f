/** PDFs as other people's readers see them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFParse } from 'pdf-parse';

/** The text of each page, with white space as single spaces. */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const parser = new PDFParse({ data: bytes.slice() });
  const { pages } = await parser.getText();
  await parser.destroy();
  return pages.map(({ text }) => text.replace(/\s+/g, ' ').trim());
}

/** What a viewer shows of a document: its information dictionary and language. */
export async function infoOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const parser = new PDFParse({ data: bytes.slice() });
  const { info } = await parser.getInfo();
  await parser.destroy();
  return info;
}

/** The objects of a file as text, those in object streams too; other streams stay as they are. */
export function objectsOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const unpacked = [...text.matchAll(/\/ObjStm[^>]*?(\/FlateDecode)?\/Length (\d+)>>\nstream\n/g)].map(
    found => {
      const start = found.index + found[0].length;
      const stream = file.subarray(start, start + Number(found[2]));
      return (found[1] ? inflateSync(stream) : stream).toString('latin1');
    },
  );
  return [text, ...unpacked].join('\n');
}

/** True when a tool of Debian is there; the gate installs them and then demands them. */
export function hasTool(name: string): boolean {
  const there = spawnSync(name, ['--version']).error === undefined;
  if (!there && process.env.PADPRESS_PDF_TOOLS === 'required') throw new Error(`${name} is not installed.`);
  return there;
}

/** What a shell script says of each of many files, `$f`: one process for all, since each costs more to start than to run. */
export function scriptOnEach(files: readonly Uint8Array[], script: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'padpress-'));
  try {
    for (const [index, bytes] of files.entries()) writeFileSync(join(folder, `${index}.pdf`), bytes);
    const each = `for f in $(ls | sort -n); do { ${script}; } 2>&1; echo "== next"; done`;
    const { stdout } = spawnSync('sh', ['-c', each], { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
    return stdout.split('== next\n').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a tool says of a PDF, and its exit code; `FILE` in the arguments is the PDF. */
export function toolOn(
  bytes: Uint8Array,
  tool: string,
  ...args: string[]
): { code: number | null; said: string; bytes: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'padpress-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync(
      tool,
      args.map(arg => (arg === 'FILE' ? file : arg)),
      { maxBuffer: 1e8 },
    );
    return { code: status, said: `${stdout.toString('utf8')}${stderr}`, bytes: stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
