/** pdfmake: each item at an absolute place, a text in a column of its width; the pages come one after the other. */
import { readFileSync } from 'node:fs';
import pdfmake from 'pdfmake';
import { faces, pt } from '../sheets.mjs';

for (const { file } of Object.values(faces))
  pdfmake.virtualfs.writeFileSync(file, readFileSync(new URL(`../../fonts/${file}`, import.meta.url)));
pdfmake.setFonts(
  Object.fromEntries(Object.entries(faces).map(([name, { file }]) => [name, { normal: file }])),
);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

export async function make(pages) {
  const content = pages.map(({ size, items }, index) => ({
    section: [{ text: ' ', fontSize: 1 }, ...items.map(elementOf)],
    pageSize: { width: size[0] / pt, height: size[1] / pt },
    pageOrientation: size[0] > size[1] ? 'landscape' : 'portrait',
    ...(index > 0 && { pageBreak: 'before' }),
  }));
  return [await pdfmake.createPdf({ content, pageMargins: 0, defaultStyle: { font: 'text' } }).getBuffer()];
}

function elementOf(item) {
  const [x, y, w, h = 0] = [item.x, item.y, item.width, item.height].map(length => length / pt);
  const absolutePosition = { x, y };
  if (item.kind === 'text') {
    const { face: font, size: fontSize, colour: color, leading, align } = item;
    const text = { text: item.text, font, fontSize, color, lineHeight: leading / 1.2, width: w };
    return { columns: [{ ...text, alignment: align === 'end' ? 'right' : 'left' }], absolutePosition };
  }
  if (item.kind === 'art') return { svg: item.svg, width: w, height: h, absolutePosition };
  const lineWidth = item.weight / pt;
  const line = {
    lineWidth,
    lineColor: item.colour ?? item.stroke,
    lineCap: 'round',
    ...(item.dotted && { dash: { length: 0.001, space: lineWidth * 3.2 } }),
  };
  const shape =
    item.kind === 'rule'
      ? { type: 'line', x1: 0, y1: 0, x2: w, y2: 0, ...line }
      : {
          type: 'rect',
          x: 0,
          y: 0,
          w,
          h,
          ...(item.fill ? { color: item.fill } : { r: item.radius / pt, ...line }),
        };
  return { canvas: [shape], absolutePosition };
}
