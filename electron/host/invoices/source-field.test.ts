import { expect, test } from 'vitest';
import { sourceField } from './source-field.ts';

test.each([
  ['seller.address.city', 'company.address.city'],
  ['payment.accountHolder', 'company.accountHolder'],
  ['responsible.name', 'profile.name'],
  ['buyer.name', 'customer.name'],
  ['buyerContact.name', 'customer.contact.name'],
  ['title', 'invoice.title'],
  ['exchangeRate.source', 'invoice.exchangeRate.source'],
  ['entries.3.title', 'entries.3.title'],
  ['vatNotices.0.text', 'entries'],
  ['template.labels.de.page', 'invoice.templateId'],
])('%s was typed in %s', (documentPath, field) => {
  expect(sourceField(documentPath)).toBe(field);
});
