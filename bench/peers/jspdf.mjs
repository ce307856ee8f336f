/** jsPDF. It reads no SVG without a browser: the portraits are left out. */
import { readFileSync } from 'node:fs';
import { jsPDF } from 'jspdf';
import { faces, pt } from '../sheets.mjs';

const fonts = Object.entries(faces).map(([name, { file }]) => [
  name,
  readFileSync(new URL(`../../fonts/${file}`, import.meta.url), 'base64'),
]);

export async function make(pages) {
  let pdf;
  for (const { size, items } of pages) {
    const orientation = size[0] > size[1] ? 'landscape' : 'portrait';
    if (pdf) pdf.addPage(size, orientation);
    else {
      pdf = new jsPDF({ unit: 'mm', format: size, orientation, compress: true });
      for (const [name, bytes] of fonts) {
        pdf.addFileToVFS(`${name}.ttf`, bytes);
        pdf.addFont(`${name}.ttf`, name, 'normal', undefined, 'Identity-H');
      }
    }
    for (const item of items) draw(pdf, item);
  }
  return [Buffer.from(pdf.output('arraybuffer'))];
}

function draw(pdf, item) {
  const { kind, x, y, width, height, weight, radius = 0 } = item;
  if (kind === 'text') {
    pdf.setFont(item.face).setFontSize(item.size).setTextColor(item.colour).setLineHeightFactor(item.leading);
    const lines = pdf.splitTextToSize(item.text, width);
    const align = item.align === 'end' ? 'right' : 'left';
    pdf.text(lines, align === 'right' ? x + width : x, y + item.size * pt * 0.95, { align });
  } else if (kind !== 'art') {
    if (item.fill) pdf.setFillColor(item.fill).rect(x, y, width, height, 'F');
    else {
      pdf
        .setLineWidth(weight)
        .setDrawColor(item.colour ?? item.stroke)
        .setLineCap('round');
      pdf.setLineDashPattern(item.dotted ? [0.001, weight * 3.2] : []);
      if (kind === 'rule') pdf.line(x, y, x + width, y);
      else pdf.roundedRect(x, y, width, height, radius, radius, 'S');
    }
  }
}
