import { describe, expect, test } from 'vitest';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { documentLine, invoiceDocument } from '../../../../tests/builders/invoice-document.ts';
import { checkEInvoice } from './check.ts';
import { toEInvoice } from './from-document.ts';
import { checkDocument } from './check-document.ts';
import { renderXRechnung } from './index.ts';
import type { EInvoice } from './model.ts';

type Overrides = Partial<Omit<InvoiceDocument, 'totals'>>;
const base = invoiceDocument();
const address = base.seller.address;

function found(overrides: Overrides): string[] {
  return checkDocument(invoiceDocument(overrides)).map(({ rule, field }) => `${rule} ${field}`);
}

function seller(fields: Partial<InvoiceDocument['seller']>): Overrides {
  return { seller: { ...base.seller, ...fields } };
}

function buyer(fields: Partial<InvoiceDocument['buyer']>): Overrides {
  return { buyer: { ...base.buyer, ...fields } };
}

function contact(fields: Partial<InvoiceDocument['responsible']>): Overrides {
  return { responsible: { ...base.responsible, ...fields } };
}

describe('checkDocument', () => {
  test('finds nothing in a sound invoice', () => {
    expect(found({})).toEqual([]);
  });

  test('does not ask a draft for its number', () => {
    expect(found({ number: null, ...buyer({ number: '' }) })).toEqual([]);
  });

  test.each<[string, Overrides]>([
    ['BR-06 company.name', seller({ name: ' ' })],
    ['BR-DE-3 company.address.city', seller({ address: { ...address, city: '' } })],
    ['BR-DE-4 company.address.postCode', seller({ address: { ...address, postCode: '' } })],
    ['BR-09 company.address.country', seller({ address: { ...address, country: '' } })],
    ['BR-CL-14 company.address.country', seller({ address: { ...address, country: 'ZZ' } })],
    ['PEPPOL-EN16931-R020 company.email', seller({ email: '' })],
    ['BR-CO-09 company.vatId', seller({ vatId: '136695976' })],
    ['BR-07 customer.name', buyer({ name: '' })],
    ['BR-DE-8 customer.address.city', buyer({ address: { ...address, city: '' } })],
    ['BR-DE-9 customer.address.postCode', buyer({ address: { ...address, postCode: '' } })],
    ['BR-11 customer.address.country', buyer({ address: { ...address, country: '' } })],
    ['PEPPOL-EN16931-R010 customer.email', buyer({ email: '' })],
    ['LEITWEG-ID customer.leitwegId', buyer({ leitwegId: '04011000-12345-04' })],
    ['BR-DE-5 profile.name', contact({ name: '' })],
    ['BR-DE-6 profile.phone', contact({ phone: '' })],
    ['BR-DE-27 profile.phone', contact({ phone: '12' })],
    ['BR-DE-7 profile.email', contact({ email: '' })],
    ['BR-DE-28 profile.email', contact({ email: 'a@b' })],
    ['BR-DE-23-a company.iban', { payment: { ...base.payment, iban: '' } }],
    ['BR-DE-19 company.iban', { payment: { ...base.payment, iban: 'DE00370400440532013000' } }],
    ['BR-DE-TMP-32 invoice.servicePeriod', { servicePeriod: null }],
    ['BR-29 invoice.servicePeriod', { servicePeriod: { start: '2026-11-02', end: '2026-11-01' } }],
    ['BR-53 invoice.exchangeRate', { currency: 'CHF' }],
    ['BR-16 entries', { entries: [] }],
    ['BR-25 entries.0.title', { entries: [documentLine({ title: '' })] }],
    ['BR-27 entries.0.unitPrice', { entries: [documentLine({ unitPrice: -1 })] }],
    ['BR-S-05 entries.0.vatRateId', { entries: [documentLine({ vat: { category: 'S', percent: 0 } })] }],
    ['BR-CO-17 entries.0.vatRateId', { entries: [documentLine({ vat: { category: 'S', percent: 49 } })] }],
    ['BR-E-10 entries.0.vatRateId', { entries: [documentLine({ vat: { category: 'E', percent: 0 } })] }],
    ['BR-AE-02 customer.vatId', { entries: [documentLine({ vat: { category: 'AE', percent: 0 } })] }],
    ['BR-DE-26 invoice.precedingInvoice', { kind: 'cancellation' }],
    ['XML entries.0.title', { entries: [documentLine({ title: 'Boh\u000Brer' })] }],
    ['XML customer.name', buyer({ name: 'Stadt\uD800werke' })],
    ['BR-CO-21 allowances.0.name', { allowances: [{ name: ' ', discount: { kind: 'percent', percent: 500 } }] }],
  ])('%s', (finding, overrides) => {
    expect(found(overrides)).toEqual([finding]);
  });

  test('[F5.5] asks for a VAT id or a Steuernummer, and for a seller identifier', () => {
    expect(found(seller({ vatId: '', taxNumber: '' }))).toEqual(['BR-CO-26 company.vatId', 'BR-DE-16 company.vatId']);
    expect(found(seller({ vatId: '' }))).toEqual([]);
  });

  test('[F5.13] asks for both VAT ids and the period of an intra-community supply', () => {
    const entries = [documentLine({ vat: { category: 'K', percent: 0 } })];
    expect(found({ entries, servicePeriod: null, ...seller({ vatId: '' }) })).toEqual([
      'BR-DE-TMP-32 invoice.servicePeriod',
      'BR-IC-02 company.vatId',
      'BR-IC-02 customer.vatId',
      'BR-IC-11 invoice.servicePeriod',
    ]);
  });

  test('refuses to mix what is outside the scope of VAT with anything else, and names the line', () => {
    const entries = [documentLine(), documentLine({ vat: { category: 'O', percent: 0 } })];
    expect(found({ entries })).toEqual(['BR-O-11 entries.1.vatRateId']);
  });

  test('[F3.2] tells format, business rule and content apart', () => {
    const overrides = { servicePeriod: null, entries: [documentLine({ title: '\u0000' })], ...buyer({ name: '' }) };
    const classes = checkDocument(invoiceDocument(overrides)).map(({ rule, class: kind, severity }) => [
      rule,
      kind,
      severity,
    ]);
    expect(classes).toEqual([
      ['BR-DE-TMP-32', 'content', 'warning'],
      ['BR-07', 'business-rule', 'error'],
      ['XML', 'format', 'error'],
    ]);
  });
});

describe('checkEInvoice', () => {
  const invoice = toEInvoice(
    invoiceDocument({ allowances: [{ name: 'Rabatt', discount: { kind: 'amount', amount: 100 } }] }),
  );

  test.each<[string, Partial<EInvoice['totals']>]>([
    ['BR-CO-10', { lineNet: 17_001 }],
    ['BR-CO-11', { allowances: null }],
    ['BR-CO-13', { net: 16_901 }],
    ['BR-CO-14', { vat: 3212 }],
    ['BR-CO-15', { gross: 20_112 }],
    ['BR-CO-16', { payable: 20_110 }],
    ['BR-DEC-12', { net: 16_900.5 }],
  ])('reports sums that do not re-add: %s', (rule, totals) => {
    const rules = checkEInvoice({ ...invoice, totals: { ...invoice.totals, ...totals } }).map(
      (finding) => finding.rule,
    );
    expect(rules).toContain(rule);
  });

  test('reports groups that are not the sum of their lines', () => {
    const [group] = invoice.vatBreakdown;
    const vatBreakdown = group === undefined ? [] : [{ ...group, taxable: group.taxable + 1 }];
    expect(checkEInvoice({ ...invoice, vatBreakdown }).map(({ rule }) => rule)).toContain('BR-S-08');
  });

  test.each([
    '#SKONTO#TAGE=14#PROZENT=2#\n',
    '#SKONTO#TAGE=14#PROZENT=2.00#',
    'x\n# y\n',
    '#SKONTO#TAGE=14#PROZENT=2.00#\nx',
  ])('[F5.8] refuses the terms %j', (paymentTerms) => {
    expect(checkEInvoice({ ...invoice, paymentTerms }).map(({ rule }) => rule)).toEqual(['BR-DE-18']);
  });

  test('asks for due date or terms of an amount to pay', () => {
    const bare = { ...invoice, dueDate: null, paymentTerms: '' };
    expect(checkEInvoice(bare).map(({ rule }) => rule)).toEqual(['BR-CO-25']);
  });

  test('reports VAT in EUR with another sign than the VAT', () => {
    const totals = { ...invoice.totals, vatInAccountingCurrency: -1 };
    const foreign: EInvoice = { ...invoice, currency: 'CHF', accountingCurrency: 'EUR', totals };
    expect(checkEInvoice(foreign).map(({ rule }) => rule)).toEqual(['PEPPOL-EN16931-R055']);
  });

  test('reports dates that are none', () => {
    const findings = checkEInvoice({ ...invoice, issueDate: '2026-02-30' });
    expect(findings).toEqual([{ rule: 'XSD', field: 'invoice.issueDate', class: 'format', severity: 'error' }]);
  });
});

describe('renderXRechnung', () => {
  test('refuses a document that breaks a rule, and names it', () => {
    expect(() => renderXRechnung(invoiceDocument(buyer({ email: '' })))).toThrow(
      'PEPPOL-EN16931-R010 (customer.email)',
    );
    expect(() => renderXRechnung(invoiceDocument({ number: null }))).toThrow('BR-02');
  });
});
