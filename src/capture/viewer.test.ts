/** Forms on a screen: every field is there, says what it is for, takes what is typed, and is read back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldsOf, filledByPdfJs, formsOf } from '../testing/forms.js';
import { hasTool } from '../testing/pdf.js';
import { coloursOf, inChromium, inPdfJs, startBrowser, until } from '../testing/viewer.js';
import { csvFromForms } from './capture.js';

const small = 'workshop: { title: One }\nlog: { rows: 2 }\ngroups: [{ name: cooks, singular: cook }]\n';

describe.runIf(hasTool('chromium'))('in a real Chromium', () => {
  let browser: Browser;
  let forms: Map<string, Uint8Array>;
  beforeAll(async () => {
    [browser, forms] = await Promise.all([startBrowser(), formsOf(small)]);
  });
  afterAll(() => browser?.close());
  const formAt = (path: string) => forms.get(path) ?? new Uint8Array();
  const csvOf = async (bytes: Uint8Array) => (await csvFromForms([{ name: 'form.pdf', bytes }])).csv;

  test.each(['story-forms/cooks.pdf', 'user-log-form.pdf'])('pdf.js shows each field of %s', async path => {
    const form = formAt(path);
    const fields = await fieldsOf(form);
    const { page, saved, close } = await inPdfJs(browser, form);
    const sections = page.locator('.annotationLayer section');
    const labels = await Promise.all((await sections.all()).map(section => section.getAttribute('title')));
    expect(labels).toEqual(fields.map(({ label }) => label));
    const shown = sections.locator('textarea:enabled, input:enabled');
    expect(await shown.count()).toBe(fields.length);
    await shown.first().focus();
    const typed: Record<string, string> = {};
    for (const { name, label } of fields) {
      typed[name] = `${label} ŵ “اردو” 中`;
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(typed[name] ?? '');
      // From field to field by the keyboard alone.
      await page.keyboard.press('Tab');
    }
    expect(await csvOf(await saved())).toBe(await csvOf(await filledByPdfJs(form, typed)));
    await close();
  });

  test('its own viewer shows each field of a story form, takes what is typed, and saves it', async () => {
    const form = formAt('story-forms/cooks.pdf');
    const fields = await fieldsOf(form);
    const { page, saved, close } = await inChromium(browser, form);
    // CSS pixels from points: the page stands in the middle, below a narrow edge.
    const [width, height] = [595.276, 841.89];
    const left = (900 - (width * 96) / 72) / 2;
    const places = fields.map(({ rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }) => ({
      x: left + (x1 * 96) / 72,
      y: 3 + ((height - y2) * 96) / 72,
      width: ((x2 - x1) * 96) / 72,
      height: ((y2 - y1) * 96) / 72,
    }));
    /** For each field, its colours a little inside of it. */
    const colours = async () => {
      const colour = await coloursOf(page);
      return places.map(({ x, y, width, height }) => {
        const all = new Set<string>();
        for (let across = 3; across < width - 3; across += 2)
          for (let down = 3; down < height - 3; down += 2) all.add(colour(x + across, y + down));
        return [...all];
      });
    };
    // Fields that can be filled in have a tint, and nothing else.
    let empty: string[][] = [];
    await until(async () => {
      empty = await colours();
      return empty.every(([tint]) => tint !== '#ffffff');
    });
    const [[tint = ''] = []] = empty;
    expect(empty).toEqual(fields.map(() => [tint]));
    const [first] = places;
    await page.mouse.click((first?.x ?? 0) + 20, (first?.y ?? 0) + 20);
    const typed: Record<string, string> = {};
    for (const { name, label } of fields) {
      typed[name] = `${label} ŵ “اردو” 中 é`;
      await page.keyboard.insertText(typed[name] ?? '');
      await page.keyboard.press('Tab');
    }
    // Letters have greys at their edges.
    await until(async () => (await colours()).every(all => all.length > 3));
    expect(await csvOf(await saved())).toBe(await csvOf(await filledByPdfJs(form, typed)));
    await close();
  });
});
