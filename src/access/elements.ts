/** What single elements need: figures and formulas a text, headings their order, notes an ID (checkpoints 13, 14, 17 and 19). */
import type { Objects } from '../preflight/document.js';
import type { Findings } from './report.js';
import { elementsIn, type Structure, type StructureElement } from './structure.js';

export function checkElements({ elements }: Structure, objects: Objects, findings: Findings): void {
  for (const element of elements) {
    const { role, dict, page, path } = element;
    const spot = { page, element: path };
    const said = !blank(objects.text(dict, 'Alt')) || objects.text(dict, 'ActualText') !== undefined;
    if (role === 'Figure' && !said) findings.add('13-004', spot);
    if (role === 'Formula' && !said) findings.add('17-002', spot);
    if (elementsIn(element).filter(kid => kid.role === 'H').length > 1) findings.add('14-006', spot);
  }
  checkHeadings(elements, findings);
  checkNotes(elements, objects, findings);
}

export const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

function checkHeadings(elements: readonly StructureElement[], findings: Findings): void {
  const headings = elements.flatMap(element => {
    const [, level] = /^H(\d+)$/.exec(element.role ?? '') ?? [];
    return level ? [{ element, level: Number(level) }] : [];
  });
  const [first] = headings;
  if (first && first.level !== 1)
    findings.add('14-002', { page: first.element.page, element: first.element.path });
  for (const [index, { element, level }] of headings.entries()) {
    const before = headings[index - 1];
    if (before && level > before.level + 1) {
      findings.add(
        '14-003',
        { page: element.page, element: element.path },
        `H${level} comes after H${before.level}`,
      );
    }
  }
  const plain = elements.find(({ role }) => role === 'H');
  if (first && plain) findings.add('14-007', { page: plain.page, element: plain.path });
}

function checkNotes(elements: readonly StructureElement[], objects: Objects, findings: Findings): void {
  const known = new Set<string>();
  for (const { role, dict, page, path } of elements) {
    if (role !== 'Note') continue;
    const spot = { page, element: path };
    const id = objects.text(dict, 'ID');
    if (!id) findings.add('19-003', spot);
    else if (known.has(id)) findings.add('19-004', spot, `"${id}"`);
    else known.add(id);
  }
}
