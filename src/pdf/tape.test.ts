import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';
import { expect, test, vi } from 'vitest';
import { inksFor } from '../press/inks.js';
import { Pictures } from './pictures.js';

vi.mock('svg-to-pdfkit', async original => ({
  default: vi.fn((await original<{ default: typeof SVGtoPDF }>()).default),
}));

const drawing = (body: string) => ({
  kind: 'art' as const,
  svg: `<svg viewBox="0 0 60 40" xmlns="http://www.w3.org/2000/svg">${body}</svg>`,
  width: 60,
  height: 40,
});
const shapes =
  '<g transform="rotate(9)"><circle cx="9" cy="9" r="7" fill="#c00"/><path d="M0 0c9 9 9 20 0 30z" stroke="#00c" opacity=".5"/></g>';

/** A document with drawings, one after the other. */
async function written(...drawings: ReturnType<typeof drawing>[]): Promise<string> {
  const pdf = new PDFDocument({ compress: false, info: { CreationDate: new Date(0) } });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const pictures = new Pictures(pdf, inksFor('plotter', 'full', undefined));
  for (const art of drawings) pictures.art(art);
  const end = new Promise(resolve => pdf.on('end', resolve));
  pdf.end();
  await end;
  return Buffer.concat(chunks).toString('latin1');
}

test('a drawing that has been painted before is painted again, to the byte, and taken apart no more', async () => {
  const art = drawing(shapes);
  const first = await written(art);
  expect(await written(art)).toBe(first);
  expect(SVGtoPDF).toHaveBeenCalledTimes(1);
});

test('what makes objects of its own is painted afresh: in each document they have other numbers', async () => {
  const masked = drawing(
    '<mask id="m"><rect width="30" height="40" fill="#fff"/></mask><g mask="url(#m)"><rect width="60" height="40"/></g>',
  );
  const shaded = drawing(
    '<linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><rect width="60" height="40" fill="url(#g)"/>',
  );
  for (const art of [masked, shaded]) {
    const alone = await written(art);
    expect(await written(drawing(shapes), art)).not.toBe(alone);
    expect(await written(art)).toBe(alone);
    const twice = await written(art, art);
    expect(twice.match(/\/(?:SMask|Shading) /g)?.length).toBe(
      2 * (alone.match(/\/(?:SMask|Shading) /g)?.length ?? 0),
    );
  }
});
