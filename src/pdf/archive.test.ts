/** Files for the archive, as Apache PDFBox sees them: its preflight knows PDF/A-1b, which asks for more than PDF/A-2u in two points. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePack } from '../padpress.js';
import { fixture } from '../testing/fixtures.js';
import { hasTool, toolOn } from '../testing/pdf.js';

const jars = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
].map(name => `/usr/share/java/${name}.jar`);
const there = jars.every(jar => existsSync(jar)) && hasTool('java') && hasTool('qpdf');
if (!there && process.env.PADPRESS_PDF_TOOLS === 'required') throw new Error('PDFBox is not installed.');

/** What PDFBox says of a file when it calls itself PDF/A-1b and is written in the old way, each thing once. */
function faultsOf(bytes: Uint8Array): string[] {
  const old = toolOn(
    bytes,
    'qpdf',
    '--object-streams=disable',
    '--newline-before-endstream',
    '--stream-data=preserve',
    '--force-version=1.4',
    'FILE',
    '-',
  ).bytes;
  const text = old
    .toString('latin1')
    .replace('<pdfaid:part>2<', '<pdfaid:part>1<')
    .replace('>U</pdfaid:conformance>', '>B</pdfaid:conformance>');
  const { said } = toolOn(
    Buffer.from(text, 'latin1'),
    'java',
    '-Xshare:auto',
    '-cp',
    jars.join(':'),
    'org.apache.pdfbox.preflight.Validator_A1b',
    'FILE',
  );
  const kinds = [...said.matchAll(/^(\d[\d.]+) : (.*)$/gm)].map(
    ([, number, what = '']) =>
      `${number} ${what.replace(/, PADPR.*: /, ': ').replace(/ on page \d+| ?\[.*/g, '')}`,
  );
  if (kinds.length === 0 && !said.includes('is a valid PDF/A-1b file')) throw new Error(said);
  return [...new Set(kinds)].sort();
}

describe.runIf(there)('PDFBox finds nothing', () => {
  /** A list of the glyphs of each font, which PDF/A-2 has made optional (ISO 19005-2, 6.2.11.4.2). */
  const noGlyphList = '3.1.11 Invalid Font definition: The CIDSet entry is missing for the Composite Subset';

  test('but what PDF/A-2 has dropped, in a pad, a form and a document', async () => {
    const { request, world } = fixture('library');
    const { files } = await makePack({ ...request, only: ['pads', 'forms', 'kit'] }, world);
    for (const path of ['pads/students.pdf', 'user-log-form.pdf', 'kit.pdf']) {
      const { bytes } = files.find(file => file.path === path) ?? { bytes: new Uint8Array() };
      expect(faultsOf(bytes), path).toEqual([noGlyphList]);
    }
  });

  test('and it does find a file that does not say in which colours it is meant', async () => {
    const { request, world } = fixture('minimal');
    const { files } = await makePack({ ...request, only: ['log'] }, world);
    const text = toolOn(
      files[0]?.bytes ?? new Uint8Array(),
      'qpdf',
      '--object-streams=disable',
      'FILE',
      '-',
    ).bytes.toString('latin1');
    const broken = Buffer.from(text.replace('/OutputIntents', '/OutputIntentz'), 'latin1');
    expect(faultsOf(broken).length).toBeGreaterThan(1);
  });
});
