import { expect, test } from 'vitest';
import { INVOICE_LIST_NAMES, isInList } from './invoice-lists.ts';
import { INVOICE_STATUSES } from './invoice-status.ts';

const listsOf = (status: (typeof INVOICE_STATUSES)[number], isFlagged: boolean) =>
  INVOICE_LIST_NAMES.filter((list) => isInList(list, status, isFlagged));

test('[C4.6] [C4.7] [B2.3] each invoice stands in "Alle" and in exactly one other list', () => {
  for (const status of INVOICE_STATUSES) {
    for (const isFlagged of [false, true]) {
      expect([status, isFlagged, listsOf(status, isFlagged).length]).toEqual([status, isFlagged, 2]);
    }
  }
  expect(listsOf('cancelled', false)).toEqual(['all', 'cancelled']);
  expect(listsOf('not-settled', false)).toEqual(['all', 'cancelled']);
  expect(listsOf('settled', false)).toEqual(['all', 'cancelled']);
  expect(listsOf('paid', false)).toEqual(['all', 'paid']);
});

test('a flag moves an invoice to the list of what is discussed', () => {
  expect(listsOf('draft', true)).toEqual(['all', 'change-requested']);
  expect(listsOf('sent', true)).toEqual(['all', 'disputed']);
});
