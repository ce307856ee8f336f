/** Forms in a real browser: in the viewer of Chromium, and in that of pdf.js, filled in by mouse and keyboard. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';

const { resolve } = createRequire(import.meta.url);
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];
const size = { width: 900, height: 1300 };

export interface Viewer {
  page: Page;
  /** The form with what was typed, as the viewer saves it. */
  saved(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    // Its own headless mode, which has the viewer for PDFs; that one is an extension.
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
    args: flags,
  });

/** A page on which these files are all of the web. */
async function pageWith(browser: Browser, files: Record<string, [type: string, body: () => Uint8Array]>) {
  const page = await browser.newPage({ viewport: size });
  await page.route('**/*', route => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [];
    if (!body) return route.continue();
    return route.fulfill({ contentType: contentType ?? '', body: Buffer.from(body()) });
  });
  return page;
}

/** A form in the viewer of Chromium at its true size, in the middle of the page, 3 px from the top. */
export async function inChromium(browser: Browser, form: Uint8Array): Promise<Viewer> {
  const page = await pageWith(browser, { '/form.pdf': ['application/pdf', () => form] });
  await page.goto('http://viewer.test/form.pdf#toolbar=0&navpanes=0&zoom=100');
  const viewer = () => page.frames().find(frame => frame.url().startsWith('chrome-extension:'));
  await until(async () => viewer() !== undefined);
  // Scripts cannot see into the page of the plugin; what saves it is the viewer's own.
  const isLoaded = `document.querySelector('pdf-viewer')?.loadState_ === 'success'`;
  await until(async () => (await viewer()?.evaluate(isLoaded)) === true);
  const save = `document.querySelector('pdf-viewer').pluginController_.save('EDITED')
    .then(({ dataToSave }) => [...new Uint8Array(dataToSave)])`;
  return {
    page,
    saved: async () => Uint8Array.from(((await viewer()?.evaluate(save)) ?? []) as number[]),
    close: () => page.close(),
  };
}

/** A form in the viewer of pdf.js, whose fields are elements of the page. */
export async function inPdfJs(browser: Browser, form: Uint8Array): Promise<Viewer> {
  const script = (path: string): [string, () => Uint8Array] => [
    'text/javascript',
    () => readFileSync(resolve(`pdfjs-dist/${path}`)),
  ];
  const html = `<!doctype html><link rel="stylesheet" href="/viewer.css">
    <div id="all" style="position: absolute; inset: 0; overflow: auto"><div class="pdfViewer"></div></div>
    <script type="module">
      import * as pdfjsLib from '/pdf.mjs';
      import * as pdfjsWorker from '/worker.mjs';
      Object.assign(globalThis, { pdfjsLib, pdfjsWorker });
      const { EventBus, PDFLinkService, PDFViewer } = await import('/viewer.mjs');
      const eventBus = new EventBus();
      const linkService = new PDFLinkService({ eventBus });
      const viewer = new PDFViewer({ container: document.getElementById('all'), eventBus, linkService });
      eventBus.on('annotationlayerrendered', () => { globalThis.isReady = true; });
      globalThis.pdf = await pdfjsLib.getDocument('/form.pdf').promise;
      viewer.setDocument(pdf);
      linkService.setDocument(pdf);
    </script>`;
  const page = await pageWith(browser, {
    '/': ['text/html', () => Buffer.from(html)],
    '/viewer.css': ['text/css', () => readFileSync(resolve('pdfjs-dist/web/pdf_viewer.css'))],
    '/pdf.mjs': script('build/pdf.mjs'),
    '/worker.mjs': script('build/pdf.worker.mjs'),
    '/viewer.mjs': script('web/pdf_viewer.mjs'),
    '/form.pdf': ['application/pdf', () => form],
  });
  await page.goto('http://viewer.test/');
  await page.waitForFunction('globalThis.isReady');
  return {
    page,
    saved: async () =>
      Uint8Array.from((await page.evaluate('pdf.saveDocument().then(bytes => [...bytes])')) as number[]),
    close: () => page.close(),
  };
}

/** The colours of the page as it is shown, `#rrggbb` by CSS pixels from the top left corner. */
export async function coloursOf(page: Page): Promise<(x: number, y: number) => string> {
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x, y) => {
    const at = (Math.round(y) * info.width + Math.round(x)) * info.channels;
    return `#${data.subarray(at, at + 3).toString('hex')}`;
  };
}

/** Asks again until it is so. */
export async function until(so: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await so()) return;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error('This does not happen.');
}
