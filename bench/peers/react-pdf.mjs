/** react-pdf: views at absolute places. */
import { fileURLToPath } from 'node:url';
import { Document, Font, Image, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement } from 'react';
import { faces, pt } from '../sheets.mjs';

for (const [family, { file }] of Object.entries(faces))
  Font.register({ family, src: fileURLToPath(new URL(`../../fonts/${file}`, import.meta.url)) });
Font.registerHyphenationCallback(word => [word]);

export async function make(pages) {
  const sheets = pages.map(({ size, items }, index) =>
    createElement(Page, { key: index, size: size.map(length => length / pt) }, ...items.map(elementOf)),
  );
  return [await renderToBuffer(createElement(Document, { language: 'en-GB' }, ...sheets))];
}

function elementOf(item) {
  const [left, top, width, height = 0] = [item.x, item.y, item.width, item.height].map(length => length / pt);
  const place = { position: 'absolute', left, top, width };
  if (item.kind === 'text') {
    const { face: fontFamily, size: fontSize, colour: color, leading: lineHeight } = item;
    const textAlign = item.align === 'end' ? 'right' : 'left';
    return createElement(
      Text,
      { style: { ...place, fontFamily, fontSize, color, lineHeight, textAlign } },
      item.text,
    );
  }
  if (item.kind === 'art') {
    const src = { data: Buffer.from(item.svg), format: 'svg' };
    return createElement(Image, { style: { ...place, height }, src });
  }
  const line = { color: item.colour ?? item.stroke, width: (item.weight ?? 0) / pt };
  const border = `${line.width} ${item.dotted ? 'dotted' : 'solid'} ${line.color}`;
  if (item.kind === 'rule') return createElement(View, { style: { ...place, borderTop: border } });
  const look = item.fill ? { backgroundColor: item.fill } : { border, borderRadius: item.radius / pt };
  return createElement(View, { style: { ...place, height, ...look } });
}
