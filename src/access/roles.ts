/** Standard structure types, and the role map that leads to them (ISO 32000-1, 14.8.4; checkpoint 02). */
import type { Objects, PdfDict } from '../preflight/document.js';
import type { Findings } from './report.js';
import type { Structure } from './structure.js';

/** What each type is mapped to. */
export type RoleMap = ReadonlyMap<string, string>;

const standard: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H L LI Lbl LBody Table TR TH TD ' +
    'THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** ISO 14289-1, 7.4.3 goes on after H6. */
const isStandard = (type: string): boolean => standard.has(type) || /^H[1-9]\d*$/.test(type);

export function rolesOf(root: PdfDict, objects: Objects): RoleMap {
  const map = objects.dict(root, 'RoleMap');
  const names = [...(map?.keys() ?? [])].map(({ value }) => value);
  return new Map(
    names.flatMap(name => {
      const role = objects.name(map, name);
      return role === undefined ? [] : [[name, role] as const];
    }),
  );
}

/** The standard type that a type leads to; undefined when it leads to none. */
export function roleIn(map: RoleMap, type: string): string | undefined {
  const way = wayOf(map, type);
  const last = way.at(-1) ?? type;
  return isStandard(last) ? last : undefined;
}

/** The types from one to where its mapping ends, or to the first that comes again. */
function wayOf(map: RoleMap, type: string): string[] {
  const way: string[] = [];
  for (let at: string | undefined = type; at !== undefined; at = isStandard(at) ? undefined : map.get(at)) {
    way.push(at);
    if (way.indexOf(at) < way.length - 1) break;
  }
  return way;
}

export function checkRoles({ elements, roleMap }: Structure, findings: Findings): void {
  const unmapped = new Set<string>();
  for (const { type, role, page, path } of elements) {
    if (role !== undefined || unmapped.has(type)) continue;
    unmapped.add(type);
    findings.add('02-001', { page, element: path }, `"${type}"`);
  }
  for (const [type, role] of roleMap) {
    const way = wayOf(roleMap, type);
    // Each circle is told once, from its first type on.
    const circle = way.length > 1 && way.at(-1) === type;
    if (circle && way.every(other => other >= type))
      findings.add('02-003', {}, way.map(name => `"${name}"`).join(' to '));
    if (isStandard(type) && role !== type) findings.add('02-004', {}, `"${type}" is mapped to "${role}"`);
  }
}
