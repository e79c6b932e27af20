import { expect, test } from 'vitest';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { entryField } from './entry-field.ts';

const entry = (kind: 'line' | 'text', area = 'body') => ({ kind, area }) as unknown as InvoiceDetail['entries'][number];

test.each([
  ['entries.0.content', 'introText.content'],
  ['entries.1.title', 'positions.0.title'],
  ['entries.2.content', 'bodyText.content'],
  ['entries.3.vatRateId', 'positions.1.vatRateId'],
  ['entries.9.title', 'entries.9.title'],
  ['entries', 'entries'],
  ['company.name', 'company.name'],
])('"%s" is "%s"', (field, named) => {
  const entries = [entry('text', 'intro'), entry('line'), entry('text'), entry('line')];
  expect(entryField(field, { entries })).toBe(named);
});
