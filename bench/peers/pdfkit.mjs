/** A plain PDFKit script: what a developer writes in an afternoon. */
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';
import { faces, pt } from '../sheets.mjs';

export const fonts = Object.entries(faces).map(([name, { file }]) => [
  name,
  readFileSync(new URL(`../../fonts/${file}`, import.meta.url)),
]);

export const make = pages => makeWith(pages, fonts);

/** @param fonts names with bytes, or with fonts that are open already */
export async function makeWith(pages, fonts) {
  const pdf = new PDFDocument({ autoFirstPage: false, font: null });
  const chunks = [];
  pdf.on('data', chunk => chunks.push(chunk));
  const end = new Promise(resolve => pdf.on('end', resolve));
  for (const [name, font] of fonts) pdf.registerFont(name, font);
  for (const { size, items } of pages) {
    pdf.addPage({ size: size.map(length => length / pt), margin: 0 });
    for (const item of items) draw(pdf, item);
  }
  pdf.end();
  await end;
  return [Buffer.concat(chunks)];
}

function draw(pdf, item) {
  const [x, y, width, height] = [item.x, item.y, item.width, item.height].map(length => length / pt);
  if (item.kind === 'text') {
    pdf.font(item.face).fontSize(item.size).fillColor(item.colour);
    const lineGap = item.size * item.leading - pdf.currentLineHeight();
    pdf.text(item.text, x, y, { width, align: item.align === 'end' ? 'right' : 'left', lineGap });
  } else if (item.kind === 'art') {
    SVGtoPDF(pdf, item.svg, x, y, { width, height, assumePt: true });
  } else {
    pdf.save();
    if (item.kind === 'rule') pdf.moveTo(x, y).lineTo(x + width, y);
    else pdf.roundedRect(x, y, width, height, (item.radius ?? 0) / pt);
    if (item.fill) pdf.fill(item.fill);
    else {
      const weight = item.weight / pt;
      if (item.dotted) pdf.lineCap('round').dash(0.001, { space: weight * 3.2 });
      pdf.lineWidth(weight).stroke(item.colour ?? item.stroke);
    }
    pdf.restore();
  }
}
