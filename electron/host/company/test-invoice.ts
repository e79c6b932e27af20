import { computeTotals } from '#shared/domain/compute-totals.ts';
import { ACCOUNTING_CURRENCY } from '#shared/domain/currencies.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { DocumentEntry, DocumentLine, InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { paymentTerms } from '#shared/domain/payment-terms.ts';
import { plainToRichText } from '#shared/domain/rich-text.ts';
import { vatNotice } from '#shared/domain/vat-notices.ts';
import { percentOn, type LineVat } from '#shared/domain/vat.ts';
import type { HostContext } from '../context.ts';
import { paymentOf, sellerOf } from '../invoices/document.ts';
import { assertPrintable, type InvoiceFile } from '../invoices/files.ts';
import { invoiceRangeId, nextNumber } from '../numbering/service.ts';
import { activeProfileId } from '../profiles/active.ts';
import { getProfile } from '../profiles/service.ts';
import type { Reader } from '../store/open.ts';
import { defaultTemplateId, getTemplate } from '../templates/service.ts';
import { loadRates } from '../vat-rates/service.ts';
import { getCompany } from './service.ts';

const TITLE = 'Testrechnung';

/**
 * A made-up invoice as the office would send it now: to look at, not to send. It stores nothing, takes no number and
 * leaves no trace in the journal.
 * @throws CallError `unprintable-character`
 */
export async function testInvoice({ store, clock, renderer }: HostContext): Promise<InvoiceFile> {
  const document = await store.read((reader) => testDocument(reader, clock.now(), clock.today()), 'test invoice');
  assertPrintable(document);
  const { pdf } = await renderer.render(document, 'none');
  return { fileName: `${TITLE}.pdf`, content: new Uint8Array(pdf) };
}

async function testDocument(reader: Reader, madeAt: string, today: string): Promise<InvoiceDocument> {
  const company = await getCompany(reader);
  const responsible = await getProfile(reader, await activeProfileId(reader));
  const template = await getTemplate(reader, await defaultTemplateId(reader));
  const next = await nextNumber(reader, await invoiceRangeId(reader), today);
  const vat: LineVat = company.smallBusiness
    ? { category: 'E', percent: 0 }
    : { category: 'S', percent: await standardPercent(reader, today) };
  const entries = testEntries(vat);
  const labels = { ...template.template.labels.de, draftTitle: `${TITLE} ${next.number}`, draftMark: 'TESTRECHNUNG' };
  const notice = vatNotice(vat.category, 'de', company);
  return {
    ...{ version: 1, kind: 'invoice', number: null, issueDate: today, title: 'So sehen Ihre Rechnungen aus' },
    ...{ reference: '', servicePeriod: { start: addDays(today, -7), end: today }, language: 'de' },
    ...{
      currency: ACCOUNTING_CURRENCY,
      exchangeRate: null,
      allowances: [],
      precedingInvoice: null,
      buyerContact: null,
    },
    ...{ seller: sellerOf(company), logo: company.logo, payment: paymentOf(company) },
    responsible: { name: responsible.name, phone: responsible.phone, email: responsible.email },
    buyer: BUYER,
    terms: paymentTerms(today, { dueDays: 14, skonto: null }),
    entries,
    vatNotices: notice === '' ? [] : [{ category: vat.category, text: notice }],
    totals: computeTotals({
      lines: entries.filter((entry): entry is DocumentLine => entry.kind === 'line'),
      ...{ allowances: [], skontoPercent: null, exchangeRate: null },
    }),
    template: { ...template.template, labels: { ...template.template.labels, de: labels } },
    templateReference: {
      ...{ id: template.id, revision: template.revision, name: template.name },
      changedAt: template.changedAt.slice(0, 10),
    },
    madeAt,
  };
}

const BUYER: InvoiceDocument['buyer'] = {
  ...{ number: '10001', kind: 'business', name: 'Mustermann & Söhne GmbH', vatId: '', email: '', leitwegId: '' },
  address: { street: 'Musterweg 1', addition: '', postCode: '12345', city: 'Musterstadt', country: 'DE' },
};

function testEntries(vat: LineVat): DocumentEntry[] {
  const text = (area: 'intro' | 'closing', content: string): DocumentEntry => ({
    ...{ kind: 'text', area, content: plainToRichText(content), ruleAbove: false, ruleBelow: false },
  });
  const line = (position: number, title: string): Pick<DocumentLine, 'kind' | 'position' | 'title' | 'vat'> => {
    return { kind: 'line', position, title, vat };
  };
  return [
    text('intro', 'Guten Tag,\nfür unsere Leistungen berechnen wir Ihnen:'),
    {
      ...{ ...line(1, 'Beratung'), quantity: 35_000, unit: 'hour', unitPrice: 900_000, discount: null },
      description: plainToRichText('Besprechung vor Ort und Protokoll'),
    },
    {
      ...{ ...line(2, 'Anfahrt'), quantity: 10_000, unit: 'flat-rate', unitPrice: 450_000, discount: null },
      description: null,
    },
    text(
      'closing',
      'Dies ist eine Testrechnung aus Kontor. Sie ist nicht gespeichert und hat keine Nummer verbraucht.',
    ),
  ];
}

/** The highest percent of the standard category today; 19 % in an office that has no rate of that kind any more. */
async function standardPercent(reader: Reader, today: string): Promise<number> {
  const rates = [...(await loadRates(reader)).values()].filter(
    ({ category, archived }) => category === 'S' && !archived,
  );
  const percents = rates.flatMap(({ periods }) => percentOn(periods, today) ?? []);
  return percents.length === 0 ? 1900 : Math.max(...percents);
}
