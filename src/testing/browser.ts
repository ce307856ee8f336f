/** The text twin in a real browser: Chromium with axe-core, one for all pages of a test file. Files may run in one process: whoever closes it leaves none behind. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Promise<Browser> | undefined;
let page: Page | undefined;

/**
 * A page of the browser with this on it: always the same one, because opening takes longer than reading.
 * @param width CSS pixels
 */
export async function opened(html: string, width = 1000): Promise<Page> {
  browser ??= chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  page ??= await (await browser).newPage();
  await page.setViewportSize({ width, height: 800 });
  await page.setContent(html);
  return page;
}

export async function closeBrowser(): Promise<void> {
  const open = browser;
  [browser, page] = [undefined, undefined];
  await (await open)?.close();
}

/** What axe-core finds, by all of its rules: each with the element that it is about. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Evaluated, not added to the page, whose policy lets no script in.
  await page.evaluate(`globalThis.axe || (() => { ${axe} })()`);
  const run = 'axe.run(document, { resultTypes: ["violations"], preload: false })';
  const { violations } = (await page.evaluate(run)) as AxeResults;
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}
