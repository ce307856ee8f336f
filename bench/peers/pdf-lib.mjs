/** pdf-lib with its own fork of fontkit. It reads no SVG: the portraits are left out. */
import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, rgb } from 'pdf-lib';
import { faces, pt } from '../sheets.mjs';

const fonts = Object.entries(faces).map(([name, { file }]) => [
  name,
  readFileSync(new URL(`../../fonts/${file}`, import.meta.url)),
]);
const colourOf = hex => rgb(...[1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255));

export async function make(pages) {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const embedded = {};
  for (const [name, bytes] of fonts) embedded[name] = await pdf.embedFont(bytes, { subset: true });
  for (const { size, items } of pages) {
    const page = pdf.addPage(size.map(length => length / pt));
    for (const item of items) draw(page, item, size[1] / pt, embedded);
  }
  return [await pdf.save()];
}

function draw(page, item, top, fonts) {
  const [x, y, width, height = 0] = [item.x, item.y, item.width, item.height].map(length => length / pt);
  const weight = item.weight / pt;
  const stroke = item.dotted ? { dashArray: [0.001, weight * 3.2] } : {};
  if (item.kind === 'text') {
    const { size, leading } = item;
    const font = fonts[item.face];
    const lineHeight = size * leading;
    const start = item.align === 'end' ? x + Math.max(0, width - font.widthOfTextAtSize(item.text, size)) : x;
    const baseline = top - y - font.heightAtSize(size, { descender: false });
    page.drawText(item.text, {
      x: start,
      y: baseline,
      size,
      font,
      color: colourOf(item.colour),
      maxWidth: width,
      lineHeight,
    });
  } else if (item.kind === 'rule') {
    const color = colourOf(item.colour);
    page.drawLine({
      start: { x, y: top - y },
      end: { x: x + width, y: top - y },
      thickness: weight,
      color,
      ...stroke,
    });
  } else if (item.kind === 'box') {
    const place = { x, y: top - y - height, width, height };
    if (item.fill) page.drawRectangle({ ...place, color: colourOf(item.fill) });
    else
      page.drawRectangle({
        ...place,
        borderColor: colourOf(item.stroke),
        borderWidth: weight,
        borderDashArray: stroke.dashArray,
      });
  }
}
