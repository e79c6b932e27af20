import { expect, test } from 'vitest';
import { UNIT_NAMES } from '../domain/units.ts';
import { unitName, unitOf } from './units.ts';

test('a quantity is followed by its unit in the right number', () => {
  const read = (quantity: number) => UNIT_NAMES.map((unit) => unitOf(quantity, unit, 'de'));
  expect(read(10_000)).toEqual(['Stück', 'Stunde', 'Tag', 'Monat', 'Pauschale']);
  expect(read(-10_000)).toEqual(read(10_000));
  const many = ['Stück', 'Stunden', 'Tage', 'Monate', 'Pauschalen'];
  for (const quantity of [35_000, 5_000, 0, 20_000, -20_000]) expect(read(quantity)).toEqual(many);
  expect(unitOf(10_000, 'hour', 'en')).toBe('hour');
  expect(unitOf(15_000, 'hour', 'en')).toBe('hours');
});

test('the choice stays the five words of the form', () => {
  expect(UNIT_NAMES.map((unit) => unitName(unit, 'de'))).toEqual(['Stück', 'Stunde', 'Tag', 'Monat', 'Pauschale']);
});
