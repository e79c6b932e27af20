import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { toEInvoice } from '../../electron/host/output/einvoice/from-document.ts';
import { checkDocument } from '../../electron/host/output/einvoice/check-document.ts';
import { writeUbl } from '../../electron/host/output/einvoice/ubl.ts';
import { invoiceDocument } from '../builders/invoice-document.ts';
import { randomDocument } from './random-document.ts';
import { officialErrors, rulesAreAbsent } from './rules.ts';

const { seller, buyer, responsible, payment } = invoiceDocument();
const without = <T extends { address: object }>(party: T, field: string): T => ({
  ...party,
  address: { ...party.address, [field]: '' },
});

type Overrides = Parameters<typeof invoiceDocument>[0];

/** Each lacks one thing: our check names it, and the official rules reject the file that is written all the same. */
async function bothReject(cases: Record<string, Overrides>): Promise<void> {
  for (const [rule, overrides] of Object.entries(cases)) {
    const document = invoiceDocument(overrides);
    const ours = checkDocument(document).filter(({ severity }) => severity === 'error');
    const official = await officialErrors(writeUbl(toEInvoice(document)));
    expect({ rule, ours: ours.map((finding) => finding.rule) }).toEqual({
      rule,
      ours: expect.arrayContaining([rule]) as string[],
    });
    expect(official.join('\n')).toContain(`${rule}:`);
  }
}

describe.skipIf(rulesAreAbsent)('what an XRechnung must hold', () => {
  test('[F5.1] [F5.2] account and seller contact', async () => {
    await bothReject({
      'BR-DE-23-a': { payment: { ...payment, iban: '' } },
      'BR-DE-5': { responsible: { ...responsible, name: '' } },
      'BR-DE-6': { responsible: { ...responsible, phone: '' } },
      'BR-DE-7': { responsible: { ...responsible, email: '' } },
    });
    expect(writeUbl(toEInvoice(invoiceDocument()))).toContain('<cac:PaymentMeans>');
  });

  test('[F5.3] city and post code of both parties', async () => {
    await bothReject({
      'BR-DE-3': { seller: without(seller, 'city') },
      'BR-DE-4': { seller: without(seller, 'postCode') },
      'BR-DE-8': { buyer: without(buyer, 'city') },
      'BR-DE-9': { buyer: without(buyer, 'postCode') },
    });
  });

  test('[F5.4] [F4.6] every VAT group has its rate, and money never more than two decimals', () => {
    fc.assert(
      fc.property(randomDocument, (document: InvoiceDocument) => {
        const xml = writeUbl(toEInvoice(document));
        const amounts = [...xml.matchAll(/<cbc:(?!PriceAmount)\w+ currencyID="[A-Z]{3}">([^<]*)</g)].map(
          ([, amount]) => amount,
        );
        expect(amounts.length).toBeGreaterThan(4);
        for (const amount of amounts) expect(amount).toMatch(/^-?\d+([.]\d{1,2})?$/);
        const groups = xml.split('<cac:TaxSubtotal>').slice(1);
        expect(groups).toHaveLength(document.totals.vatBreakdown.length);
        for (const group of groups) expect(group).toMatch(/<cbc:Percent>\d+([.]\d{1,2})?</);
      }),
      { numRuns: 100 },
    );
  });
});
