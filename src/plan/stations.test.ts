import { expect, test } from 'vitest';
import { stationsOf } from './stations.js';

const times = ['Morning', 'Midday', 'Afternoon', 'Evening', 'Night'];
const said = (...texts: string[]) => texts.map(text => ({ text, from: ['story'] }));
const told = (...texts: string[]) =>
  stationsOf(said(...texts), times, 'en-GB').map(({ label, text, next }) => [label, text.text, next]);

test('paragraphs are stations, from morning to evening', () => {
  expect(told('One.', 'Two.', 'Three.')).toEqual([
    ['Morning', 'One.', 1],
    ['Afternoon', 'Two.', 1],
    ['Evening', 'Three.', null],
  ]);
});

test('one paragraph is parted at its sentences, four parts at most, and no word is lost', () => {
  expect(told('A bus. A bike. Home.').map(([label]) => label)).toEqual(['Morning', 'Afternoon', 'Evening']);
  const many = told('One is here. Two. Three is longer than the others. Four. Five. Six.');
  expect(many).toHaveLength(4);
  expect(many.map(([, text]) => text).join(' ')).toBe(
    'One is here. Two. Three is longer than the others. Four. Five. Six.',
  );
});

test('more than five are numbered, more than seven are joined to the parts of a day, one alone has no name', () => {
  expect(told('A.', 'B.', 'C.', 'D.', 'E.', 'F.').map(([label]) => label)).toEqual('123456'.split(''));
  expect(told(...'ABCDEFGHIJ').map(([label, text]) => `${label}: ${text}`)).toEqual([
    'Morning: A\n\nB',
    'Midday: C\n\nD\n\nE',
    'Afternoon: F\n\nG',
    'Evening: H\n\nI\n\nJ',
  ]);
  expect(told('Alone.')).toEqual([[null, 'Alone.', null]]);
});

test('a paragraph that begins with its own time is named by it, and then no other time is made up', () => {
  expect(told('7:30: The bus.', 'Work.', '10 at night – Home.')).toEqual([
    ['7:30', 'The bus.', 1],
    [null, 'Work.', 1],
    ['10 at night', 'Home.', null],
  ]);
});
