/** What padpress makes passes; and fails as soon as one tag, text, language or title is taken out of it. */
import { PDF, type PdfDict, type PdfObject } from '@libpdf/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packOf } from '../testing/packs.js';
import { checkAccess } from './access.js';

const { files } = await packOf('library');
const pdfs = files.filter(({ path }) => path.endsWith('.pdf'));

async function failing(bytes: Uint8Array): Promise<string[]> {
  const report = await checkAccess(bytes);
  if ('problem' in report) throw new Error(report.problem);
  expect(report.unchecked).toEqual([]);
  return report.findings.map(({ point, message, element = '' }) => `${point} ${message} ${element}`);
}

test('all files of the library sample pass', async () => {
  expect(pdfs.length).toBeGreaterThan(10);
  for (const { path, bytes } of pdfs) expect(await failing(bytes), path).toEqual([]);
});

describe.each(['pads/students.pdf', 'user-log-form.pdf'])('%s', name => {
  const whole = pdfs.find(({ path }) => path === name)?.bytes ?? new Uint8Array();

  /** The file with a change of its objects. */
  async function changed(change: (pdf: PDF) => void): Promise<string[]> {
    const pdf = await PDF.load(whole);
    change(pdf);
    return failing(await pdf.save());
  }
  interface Found {
    element: PdfDict;
    remove(): void;
  }
  /** All elements, in reading order. */
  function elements(pdf: PDF): Found[] {
    const real = (object: PdfObject | undefined) =>
      object?.type === 'ref' ? (pdf.getObject(object) ?? undefined) : object;
    const visit = (object: PdfObject | undefined, remove: () => void): Found[] => {
      const element = real(object);
      if (element?.type !== 'dict' || !(element as PdfDict).has('S')) return [];
      return [{ element: element as PdfDict, remove }, ...inside(element as PdfDict)];
    };
    const inside = (holder: PdfDict): Found[] => {
      const held = real(holder.get('K'));
      if (held?.type !== 'array') return visit(held, () => void holder.delete('K'));
      return [...held].flatMap((kid, index) => visit(kid, () => held.remove(index)));
    };
    const root = real(pdf.getCatalog().get('StructTreeRoot'));
    return root?.type === 'dict' ? inside(root as PdfDict) : [];
  }

  test('passes when it is only saved anew', async () => {
    expect(await changed(() => {})).toEqual([]);
  });

  test('fails without any one of its elements', async () => {
    const count = elements(await PDF.load(whole)).length;
    expect(count).toBeGreaterThan(10);
    for (let nth = 0; nth < count; nth++) {
      let type = '';
      const found = await changed(pdf => {
        const found = elements(pdf)[nth];
        type = String(found?.element.getName('S')?.value);
        found?.remove();
      });
      expect(found, `${nth}: ${type}`).not.toEqual([]);
    }
  });

  test('broken anywhere never stops the checks', async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async changes => {
        const copy = whole.slice();
        for (const [at, byte] of changes) copy[at] = byte;
        expect(await checkAccess(copy)).toBeDefined();
      }),
      { numRuns: 20 },
    );
  });

  test.each(['Lang', 'Metadata', 'ViewerPreferences', 'MarkInfo', 'StructTreeRoot'])(
    'fails without %s in its catalogue',
    async key => {
      expect(await changed(pdf => void pdf.getCatalog().delete(key))).not.toEqual([]);
    },
  );

  test('fails without any one of its alternative texts and scopes', async () => {
    const pdf = await PDF.load(whole);
    const having = elements(pdf).flatMap(({ element }, nth) =>
      ['Alt', 'A']
        .filter(key => element.has(key))
        .map(key => [nth, key, element.getName('S')?.value] as const),
    );
    for (const [nth, key, type] of having) {
      // Figures and headers of tables cannot do without; other attributes say how things look.
      if (!(type === 'Figure' && key === 'Alt') && type !== 'TH') continue;
      const found = await changed(one => void elements(one)[nth]?.element.delete(key));
      expect(found, `${nth}: ${key} of ${type}`).not.toEqual([]);
    }
    expect(having.length).toBeGreaterThan(0);
  });
});
