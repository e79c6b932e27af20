import { expect, test } from 'vitest';
import { canReceiveIntraCommunitySupply, isInEuropeanUnion } from './european-union.ts';

test('Greece is a member, Switzerland and the United Kingdom are not', () => {
  expect(['GR', 'CH', 'GB', 'EL'].map(isInEuropeanUnion)).toEqual([true, false, false, false]);
});

test.each([
  [{ country: 'FR', vatId: 'FR40303265045' }, true],
  [{ country: 'FR', vatId: '' }, true],
  [{ country: 'FR', vatId: 'DE136695976' }, false],
  [{ country: 'DE', vatId: 'DE136695976' }, false],
  [{ country: 'DE', vatId: 'FR40303265045' }, false],
  [{ country: 'CH', vatId: '' }, false],
  [{ country: 'GB', vatId: 'XI123456789' }, true],
])('intra-community supply to %o: %s', (buyer, possible) => {
  expect(canReceiveIntraCommunitySupply(buyer)).toBe(possible);
});
