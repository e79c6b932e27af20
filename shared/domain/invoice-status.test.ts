import { describe, expect, test } from 'vitest';
import { cancellationStatus, INVOICE_ACTIONS, INVOICE_STATUSES, isAllowed, nextStatus } from './invoice-status.ts';
import type { InvoiceAction, InvoiceStatus } from './invoice-status.ts';

/** The rows of requirements C2, columns in the order of INVOICE_STATUSES. */
const C2: [InvoiceAction, string][] = [
  ['edit', 'Y------'],
  ['edit-lines', 'Y------'],
  ['delete', 'Y------'],
  ['finalise', 'Y------'],
  ['mark-sent', '-Y-----'],
  ['mark-paid', '-YY----'],
  ['cancel', '-YYY---'],
  ['settle', '-----Y-'],
  ['request-changes', 'Y------'],
  ['dispute', '-YY----'],
  ['print', 'YYYYYYY'],
  ['copy', 'YYYYY--'],
  ['download-xrechnung', '-YYYYYY'],
];

/** The rows of requirements C1; every other pair leaves the status or is refused. */
const C1: [InvoiceStatus, InvoiceAction, InvoiceStatus | 'gone'][] = [
  ['draft', 'delete', 'gone'],
  ['draft', 'finalise', 'final'],
  ['final', 'mark-sent', 'sent'],
  ['final', 'mark-paid', 'paid'],
  ['sent', 'mark-paid', 'paid'],
  ['final', 'cancel', 'cancelled'],
  ['sent', 'cancel', 'cancelled'],
  ['paid', 'cancel', 'cancelled'],
  ['not-settled', 'settle', 'settled'],
];

const allowedPairs = new Set(
  C2.flatMap(([action, row]) =>
    INVOICE_STATUSES.filter((_, index) => row[index] === 'Y').map((status) => `${status} ${action}`),
  ),
);

test('the table speaks of every action', () => {
  expect(C2.map(([action]) => action)).toEqual(Object.keys(INVOICE_ACTIONS));
  expect(C2.every(([, row]) => row.length === INVOICE_STATUSES.length)).toBe(true);
});

describe.each([...INVOICE_STATUSES])('an invoice in status %s', (status) => {
  test.each(C2.map(([action]) => action))('%s: allowed or refused as in C2, leading where C1 says', (action) => {
    const allowed = allowedPairs.has(`${status} ${action}`);
    const transition = C1.find(([from, by]) => from === status && by === action);
    expect(isAllowed(status, action)).toBe(allowed);
    expect(nextStatus(status, action)).toBe(allowed ? (transition?.[2] ?? status) : null);
  });
});

test('steps that cannot be undone are confirmed, except "Verrechnet"', () => {
  const confirmed = Object.entries(INVOICE_ACTIONS).filter(([, { confirm }]) => confirm);
  expect(confirmed.map(([action]) => action)).toEqual(['delete', 'finalise', 'mark-sent', 'mark-paid', 'cancel']);
});

test.each([
  ['final', false, 'settled'],
  ['sent', false, 'settled'],
  ['paid', false, 'not-settled'],
  ['final', true, 'not-settled'],
  ['sent', true, 'not-settled'],
] as const)('the Stornorechnung of a %s invoice, partly paid %s, begins as %s', (status, partlyPaid, expected) => {
  expect(cancellationStatus(status, partlyPaid)).toBe(expected);
});
