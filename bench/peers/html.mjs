/** The pages of a pack as HTML with page boxes, for browsers. */
import { readFileSync } from 'node:fs';
import { faces } from '../sheets.mjs';

const fonts = Object.values(faces).map(({ family, weight, file }) => {
  const bytes = readFileSync(new URL(`../../fonts/${file}`, import.meta.url));
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/ttf;base64,${bytes.toString('base64')})}`;
});

export const htmlOf =
  pages => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A pack</title><style>
${fonts.join('\n')}
@page pad{size:594mm 841mm;margin:0}@page log{size:297mm 210mm;margin:0}
body,h1,p{margin:0}h1,p{white-space:pre-line}
section{position:relative;overflow:hidden;break-after:page}section>*{position:absolute;box-sizing:border-box}
</style>${pages.map(pageOf).join('\n')}`;

const pageOf = ({ size: [width, height], items }) =>
  `<section style="page:${width > 500 ? 'pad' : 'log'};width:${width}mm;height:${height - 0.1}mm">${items.map(elementOf).join('')}</section>`;

function elementOf(item) {
  const { kind, x, y, width, height = 0, weight = 0 } = item;
  const place = `left:${x}mm;top:${y}mm;width:${width}mm`;
  if (kind === 'text') {
    const tag = item.heading ? 'h1' : 'p';
    const font = `font:${weight} ${item.size}pt/${item.leading} '${item.family}';color:${item.colour};text-align:${item.align ?? 'start'}`;
    return `<${tag} style="${place};${font}">${escaped(item.text)}</${tag}>`;
  }
  if (kind === 'art')
    return `<div role="img" aria-label="${escaped(item.alt)}" style="${place};height:${height}mm">${item.svg}</div>`;
  const line = `${weight}mm ${item.dotted ? 'dotted' : 'solid'} ${item.colour ?? item.stroke}`;
  if (kind === 'rule') return `<div style="${place};border-top:${line}"></div>`;
  const look = item.fill ? `background:${item.fill}` : `border:${line};border-radius:${item.radius}mm`;
  return `<div style="${place};height:${height}mm;${look}"></div>`;
}

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
