/** Chromium's print-to-PDF: one browser, one tab. */
import puppeteer from 'puppeteer-core';
import { htmlOf } from './html.mjs';

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();

export async function make(pages) {
  await page.setContent(htmlOf(pages));
  return [await page.pdf({ preferCSSPageSize: true, printBackground: true })];
}

export const close = () => browser.close();
