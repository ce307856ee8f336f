import { expect, test } from 'vitest';
import { meantHint, nearest } from './nearest.js';

test('a slip of the keyboard or of memory finds the name that was meant', () => {
  expect(nearest('tael', ['red', 'teal', 'navy'])).toBe('teal');
  expect(nearest('colur', ['name', 'colour'])).toBe('colour');
  expect(nearest('Students', ['staff', 'students'])).toBe('students');
  expect(nearest('service user', ['service users', 'service staff'])).toBe('service users');
});

test('what is far from every name finds none', () => {
  expect(nearest('pink', ['teal', 'navy'])).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});

test('a hint names one, or lists a dozen', () => {
  expect(meantHint('tael', ['teal', 'navy'], 'Palette')).toBe('Did you mean "teal"?');
  expect(meantHint('pink', ['teal', 'navy'], 'Palette')).toBe('Palette: teal, navy.');
  expect(
    meantHint(
      '?',
      Array.from({ length: 14 }, (_, index) => `number ${index}`),
      'All',
    ),
  ).toMatch(/number 11, and 2 more\.$/);
});
