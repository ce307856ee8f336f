/** Sounds and films that actions play (28-014 and 28-015). */
import { asDict, type PdfDict, type PrintedPdf } from '../preflight/document.js';
import { namesIn } from './catalogue.js';
import type { Findings } from './report.js';

/** Looks at the clips of all renditions: those of annotations, pages and the file, and of the list of renditions. */
export function checkMedia(pdf: PrintedPdf, findings: Findings): void {
  const { catalogue, objects, pages } = pdf;
  const seen = new Set<PdfDict>();
  const rendition = (dict: PdfDict | undefined, page: number | undefined): void => {
    if (!dict || seen.has(dict)) return;
    seen.add(dict);
    // A selector rendition holds others.
    for (const one of objects.list(dict, 'R') ?? []) rendition(asDict(one), page);
    clip(objects.dict(dict, 'C'), page);
  };
  const clip = (dict: PdfDict | undefined, page: number | undefined): void => {
    if (!dict || seen.has(dict)) return;
    seen.add(dict);
    // A section is a part of another clip.
    if (objects.name(dict, 'S') === 'MCS') return clip(objects.dict(dict, 'D'), page);
    if (!objects.at(dict, 'CT')) findings.add('28-014', { page });
    if ((objects.list(dict, 'Alt') ?? []).length === 0) findings.add('28-015', { page });
  };
  const action = (dict: PdfDict | undefined, page: number | undefined): void => {
    if (!dict || seen.has(dict)) return;
    seen.add(dict);
    if (objects.name(dict, 'S') === 'Rendition') rendition(objects.dict(dict, 'R'), page);
    const next = objects.at(dict, 'Next');
    for (const one of objects.items(next) ?? [next]) action(asDict(one), page);
  };
  const actionsOf = (holder: PdfDict, page: number | undefined): void => {
    for (const key of ['A', 'OpenAction']) action(objects.dict(holder, key), page);
    const further = objects.dict(holder, 'AA');
    for (const { value } of further?.keys() ?? []) action(objects.dict(further, value), page);
  };
  actionsOf(catalogue, undefined);
  for (const { dict, number } of pages) {
    actionsOf(dict, number);
    for (const one of objects.list(dict, 'Annots') ?? []) {
      const annotation = asDict(one);
      if (annotation) actionsOf(annotation, number);
    }
  }
  const named = namesIn(objects.dict(objects.dict(catalogue, 'Names'), 'Renditions'), pdf);
  for (const one of named) rendition(asDict(one), undefined);
}
