/** The PDFKit script with fonts that fontkit opens once and all documents share. */
import { create } from 'fontkit';
import { fonts, makeWith } from './pdfkit.mjs';

const shared = fonts.map(([name, bytes]) => [name, create(bytes)]);

export const make = pages => makeWith(pages, shared);
