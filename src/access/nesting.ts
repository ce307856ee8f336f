/** Which elements may stand in which: tables, lists, tables of contents, ruby and warichu (checkpoint 09). */
import type { Findings } from './report.js';
import { elementsIn, type Structure, type StructureElement } from './structure.js';

interface Rule {
  point: string;
  /** The elements that this one may stand in; any when left out. */
  in?: readonly string[];
  /** What it may hold, as the roles of its elements in a row, each with a space after it. */
  holds?: RegExp;
  /** True for what holds elements, and no content of its own. */
  bare?: boolean;
}

const rows = { point: '09-004', holds: /^(TR )*$/, bare: true, in: ['Table'] };
const cell = { point: '09-004', in: ['TR'] };

const rules: Readonly<Record<string, Rule>> = {
  Table: {
    point: '09-004',
    holds:
      /^(?!.*Caption .*Caption )(Caption )?((TR )*|(THead )?(TBody )+(TFoot )?|(THead )?TFoot (TBody )+)(Caption )?$/,
    bare: true,
  },
  THead: rows,
  TBody: rows,
  TFoot: rows,
  TR: { point: '09-004', in: ['Table', 'THead', 'TBody', 'TFoot'], holds: /^(T[HD] )*$/, bare: true },
  TH: cell,
  TD: cell,
  L: { point: '09-005', holds: /^(Caption )?(LI |L )*$/, bare: true },
  LI: { point: '09-005', in: ['L'], holds: /^(Lbl |LBody )*$/, bare: true },
  LBody: { point: '09-005', in: ['LI'] },
  TOC: { point: '09-006', holds: /^(Caption )?(TOCI |TOC )*$/, bare: true },
  TOCI: { point: '09-006', in: ['TOC'] },
  Ruby: { point: '09-007', holds: /^RB (RT |RP RT RP )$/ },
  RB: { point: '09-007', in: ['Ruby'] },
  RT: { point: '09-007', in: ['Ruby'] },
  RP: { point: '09-007', in: ['Ruby'] },
  Warichu: { point: '09-008', holds: /^(WP WT WP |WT )$/ },
  WT: { point: '09-008', in: ['Warichu'] },
  WP: { point: '09-008', in: ['Warichu'] },
};

export function checkNesting({ elements }: Structure, findings: Findings): void {
  for (const element of elements) {
    const { role = '', parent, page, path, kids } = element;
    const rule = rules[role];
    if (!rule) continue;
    const says = (detail: string) => findings.add(rule.point, { page, element: path }, detail);
    if (rule.in && !rule.in.includes(parent?.role ?? ''))
      says(`${role} stands in ${parent ? nameOf(parent) : 'the root'}`);
    const held = elementsIn(element).map(nameOf);
    if (
      rule.holds &&
      !rule.holds.test(held.map(name => `${name} `).join('')) &&
      !(rule.bare && held.length === 0)
    )
      says(`${role} holds ${inShort(held)}`);
    if (rule.bare && kids.some(({ kind }) => kind === 'content')) says(`${role} holds content`);
  }
}

const nameOf = ({ role, type }: StructureElement): string => role ?? type;

/** `TR, P, TR`; long rows are cut. */
const inShort = (names: readonly string[]): string =>
  names.length === 0
    ? 'nothing'
    : names.length > 6
      ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more`
      : names.join(', ');
