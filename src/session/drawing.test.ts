/** Drawings from outside: what would not print as it looks, or would harm, is refused with a reason. */
import { describe, expect, test } from 'vitest';
import { plainPaths } from '../art/paths.js';
import { readDrawing } from './drawing.js';
import { portraitOf } from './portrait.js';

const read = (svg: string) => readDrawing(new TextEncoder().encode(svg));
const inside = (content: string, attributes = 'viewBox="0 0 10 20"') =>
  read(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`,
  );

/** Eight of an element, each of which shows the one before ten times. */
const nested = (name: string, shows: string): string =>
  Array.from({ length: 8 }, (_, number) => {
    const shown = number === 0 ? '<rect/>' : `<rect ${shows}="url(#n${number - 1})"/>`.repeat(10);
    return `<${name} id="n${number}">${shown}</${name}>`;
  }).join('');

test('a drawing keeps its proportions; width and height on its root are left out', () => {
  const drawing = inside('<path d="M0 0h5"/>', 'width="30mm" height="60mm" viewBox="0 0 10 20"');
  expect(drawing).toMatchObject({ kind: 'art', width: 10, height: 20 });
  expect('svg' in drawing && drawing.svg).toMatch(
    /^<svg xmlns="[^"]+" xmlns:xlink="[^"]+" viewBox="0 0 10 20">/,
  );
  expect(inside('', 'width="30" height="60"')).toMatchObject({ width: 30, height: 60 });
});

test('arrows and words about addresses are nothing bad', () => {
  const arrow = '<marker id="m"><path d="M0 0"/></marker>';
  const paths = `<path marker-end="url(#m)" d="M0 0${' 1 1'.repeat(99)}"/>`.repeat(200);
  expect(inside(`${arrow}${paths}<title>I can now say url(x)</title>`)).toMatchObject({ kind: 'art' });
});

test('gradients, and masks of a hundred shapes, are nothing bad', () => {
  const gradient =
    '<linearGradient id="l"><stop/><stop/><stop/></linearGradient><style>.a,path{fill:url(#l)}</style>';
  const mask = '<mask id="m"><rect width="5" height="5"/></mask>';
  const shapes = '<g mask="url(#m)"><path class="a" d="M0 0h9v9"/></g>'.repeat(100);
  expect(inside(gradient + mask + shapes + '<path fill="url(#l)" d="M0 0h9"/>'.repeat(9000))).toMatchObject({
    kind: 'art',
  });
});

test('a map may have dotted lines', () => {
  const border = `<path d="M0 0${' 9 5 3 8'.repeat(999)}" stroke-dasharray=".5 1"/>`;
  expect(inside(border.repeat(5))).toMatchObject({ kind: 'art' });
});

test('a title, and an empty text, are no text that is painted', () => {
  expect(inside('<title>Logo</title><text> </text><desc>of us</desc>')).toMatchObject({ kind: 'art' });
});

test('pictures inside are embedded ones', () => {
  expect(inside('<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>')).toMatchObject({
    kind: 'art',
  });
});

describe('refused is', () => {
  test.each([
    ['a filter', '<filter id="f"/>', /filters/],
    ['HTML', '<foreignObject/>', /foreign objects/],
    ['a script', '<script>x()</script>', /scripts/],
    ['text', '<text x="1"><tspan> Our\n logo </tspan></text>', /holds text \("Our logo"\), but not its font/],
    ['a handler', '<g onclick="x()"/>', /scripts/],
    ['a variable', '<path style="fill:var(--a)" d="M0 0"/>', /var\(/],
    ['blending', '<style>path{mix-blend-mode:multiply}</style>', /mix-blend-mode/],
    ['a file of the machine', '<image href="/etc/passwd"/>', /outside the drawing/],
    ['a file of the network', '<image xlink:href="https://example.org/a.png"/>', /outside the drawing/],
    ['… behind an embedded one', '<image xlink:href="data:image/png;base64,AAAA" href="a.png"/>', /outside/],
    ['a part of another file', '<use href="other.svg#a"/>', /another file/],
    ['what shows itself', '<g id="a"><use href="#a"/></g><use href="#a"/>', /copy each other/],
    [
      '… behind what does not',
      '<g id="a"><use xlink:href="#b" href="#a"/></g><use href="#a"/>',
      /each other/,
    ],
    ['depth without end', '<g>'.repeat(300) + '</g>'.repeat(300), /nested/],
    ['a style of another file', '<style>@import url(https://example.org/a.css);</style>', /reaches outside/],
    ['… in CDATA', '<style><![CDATA[@import "a.css";]]></style>', /reaches outside/],
    ['a colour of another file', '<path fill="url(other.svg#a)" d="M0 0"/>', /reaches outside/],
    ['a link that is a script', '<a href="javascript:x()"><path d="M0 0"/></a>', /no web address/],
    ['masks of masks', `${nested('mask', 'mask')}<rect mask="url(#n7)"/>`, /masks, clips and patterns/],
    ['clips of clips', `${nested('clipPath', 'clip-path')}<rect clip-path="url('#n7')"/>`, /masks, clips/],
    ['patterns of patterns', `${nested('pattern', 'fill')}<rect style="fill:url(#n7)"/>`, /masks, clips/],
    [
      'masks by classes',
      `<style>.a,.b{mask:url(#m)}</style><mask id="m">${'<g class="b"/>'.repeat(9)}</mask><g class="a"/>`,
      /masks/,
    ],
    [
      'masks by anything else',
      '<style>g rect{mask:url(#m)}</style><mask id="m"><rect/></mask>',
      /more than a class/,
    ],
    ['dashes without end', '<path stroke-dasharray="1e-6 1e-6" d="M0 0h99"/>', /too many dashes/],
    [
      '… of a group',
      '<g style="stroke-dasharray:.0001"><path d="M0 0c9 9 50 50 99 0"/></g>',
      /too many dashes/,
    ],
    [
      '… of a style that comes behind',
      '<circle r="9"/><style>*{stroke-dasharray:1e-5}</style>',
      /too many dashes/,
    ],
    [
      '… behind an attribute of another kind',
      '<path xlink:d="M0 0" d="M0 0h99" stroke-dasharray="1e-6"/>',
      /too many dashes/,
    ],
    [
      '… that are copied',
      `<path id="a" stroke-dasharray=".01" d="M0 0h99"/>${'<use href="#a"/>'.repeat(99)}`,
      /too many/,
    ],
    [
      '… on a path too long to measure',
      `<path stroke-dasharray="9" d="M0 0${'h1'.repeat(40_000)}"/>`,
      /too many/,
    ],
    [
      'markers without end',
      `<marker id="m">${'<path d="M0 0"/>'.repeat(300)}</marker><path style="marker-mid:url(#m)" d="M0 0${' 1 1'.repeat(300)}"/>`,
      /markers/,
    ],
    ['a picture in disguise', '<image href="data:image/png;base64,&#65;AAA"/>', /cannot be read/],
    ['what is not closed', '<g>', /not well-formed/],
  ])('%s', (_what, content, reason) => {
    const drawing = inside(content);
    expect('problem' in drawing && drawing.problem).toMatch(reason);
  });

  test('what leads a parser deep, as soon as it does', () => {
    // Read to its end this takes half a minute: a parser looks through all that is open for each name.
    const drawing = inside('<g>'.repeat(50_000));
    expect('problem' in drawing && drawing.problem).toMatch(/nested/);
  });

  test('what is no SVG, has no size, or defines entities', () => {
    const problem = (svg: string) => {
      const drawing = read(svg);
      return 'problem' in drawing ? drawing.problem : '';
    };
    expect(problem('<html/>')).toBe('It is not an SVG drawing.');
    expect(problem('<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe(
      'It says neither a viewBox nor a width and height.',
    );
    expect(problem('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>')).toContain('entities');
  });
});

test('portraits are drawings that pass, the same for the same name', async () => {
  for (const name of ['Amira Khan', 'Margaret Owusu', 'Ŵyn ap Rhys', '']) {
    const portrait = await portraitOf(name);
    expect(await portraitOf(name)).toEqual(portrait);
    expect('svg' in portrait && read(portrait.svg)).toMatchObject({
      kind: 'art',
      width: portrait.width,
      height: portrait.height,
    });
  }
  expect(await portraitOf('Amira Khan')).not.toEqual(await portraitOf('Deven Shah'));
});

test('the paths that are taken while a drawing is checked are those that it has', async () => {
  const drawings = [
    inside('<path d="M0 0h5"/>', 'width="30mm" height="60mm" viewBox="1 2 10 20"'),
    inside('<g transform="scale(2)"><rect width="3" height="4" fill="#123"/></g>', 'width="30" height="60"'),
    inside('<path d="M0 0h5" opacity=".5"/>'),
    inside('<svg viewBox="0 0 1 1"/>'),
    read('<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:path d="M0 0h5"/></s:svg>'),
    ...(await Promise.all(
      ['Joan', 'Mei'].map(async seed => {
        const portrait = await portraitOf(seed);
        return read(portrait.kind === 'art' ? portrait.svg : '');
      }),
    )),
  ].map(drawing => ('svg' in drawing ? drawing.svg : ''));
  const paths = drawings.map(plainPaths);
  // Another text, which has not been read yet.
  expect(paths).toEqual(drawings.map(svg => plainPaths(`${svg}\n`)));
  expect(paths.map(found => found !== undefined)).toEqual([true, true, false, false, false, true, true]);
});
