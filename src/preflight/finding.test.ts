import { expect, test } from 'vitest';
import { diagnosticsOf, pageNames } from './finding.js';

test.each([
  [[2], 'page 2'],
  [[1, 2], 'pages 1 and 2'],
  [[1, 3, 5, 6, 7, 8], 'pages 1, 3 and 5 to 8'],
])('%j is said as "%s"', (pages, said) => {
  expect(pageNames(pages)).toBe(said);
});

test('what is the same on several pages is said once, and of the whole file without pages', () => {
  const finding = { severity: 'error', message: 'there is no MediaBox.', hint: 'Build it again.' } as const;
  const findings = [{ ...finding, page: 3 }, { ...finding, page: 1 }, finding, { ...finding, page: 3 }];
  expect(diagnosticsOf('a.pdf', findings).map(({ message }) => message)).toEqual([
    '"a.pdf", pages 1 and 3: there is no MediaBox.',
    '"a.pdf" there is no MediaBox.',
  ]);
});
