import type { z } from 'zod';
import type { OfficeContract } from '#shared/contract/index.ts';
import { smallPng } from '../builders/pictures.ts';
import { createCustomer, finalise, newRequestId, type KontorApi } from '../builders/office.ts';

type CallName = keyof OfficeContract;
/** One input per call that the host accepts, with every field that the call knows. */
export type Samples = { [N in CallName]: z.input<OfficeContract[N]['input']> };

const ADDRESS = { street: 'Am Deich 3', addition: 'Hof', postCode: '27749', city: 'Delmenhorst', country: 'DE' };
const CONTACT = { name: 'Enno Behrens', phone: '04221 555 0177', email: 'enno@hofladen-behrens.example' };
const SERVICE_PERIOD = { start: '2026-11-01', end: '2026-11-17' };
const TERMS = { dueDays: 30, skontoDays: 10, skontoPercent: '2.5' };
const RICH_TEXT = {
  v: 1 as const,
  blocks: [
    {
      type: 'paragraph' as const,
      inlines: [
        { type: 'text' as const, text: 'Vielen Dank, ', bold: true, italic: false, underline: false },
        { type: 'placeholder' as const, name: 'customerName', bold: true },
        { type: 'break' as const },
      ],
    },
    { type: 'list' as const, ordered: true, items: [[{ type: 'text' as const, text: 'Anfahrt' }]] },
  ],
};
const FILTER = {
  ...{ search: 'Wartung', statuses: ['draft' as const], customerIds: [1], responsibleIds: [1] },
  ...{ issuedFrom: '2026-01-01', issuedTo: '2026-12-31', netFrom: -1, netTo: 1_000_000 },
  ...{ list: 'all' as const, period: 'this-year' as const },
};
const CONDITIONS = {
  ...{ statuses: ['draft' as const], customerIds: [1], responsibleIds: [1], period: 'last-month' as const },
  ...{ issuedFrom: '2026-01-01', issuedTo: '2026-12-31', netFrom: -1, netTo: 1_000_000 },
};

/**
 * Samples against an office that this function fills: a customer and a draft of its own each time, a final invoice and an
 * unsettled Stornorechnung unless there are some already.
 */
export async function prepareSamples(
  api: KontorApi,
  { finalId, unsettledId }: { finalId?: number; unsettledId?: number } = {},
): Promise<Samples> {
  const customer = await createCustomer(api);
  const company = await api['company.get']({});
  const [profile] = (await api['profiles.list']({})).profiles;
  const [template] = (await api['templates.list']({})).templates;
  const { rates } = await api['vatRates.list']({});
  const rate = rates.at(-1);
  const vatRateId = rates.find(({ category }) => category === 'S')?.id;
  if (!profile || !rate || !template || vatRateId === undefined) throw new Error('a new office has all of these');

  const line = {
    ...{ kind: 'line' as const, title: 'Wartung', quantity: '3.5', unit: 'hour' as const, unitPrice: '120', vatRateId },
    description: RICH_TEXT,
    discount: { kind: 'percent' as const, percent: '10' },
  };
  const text = { kind: 'text' as const, area: 'intro' as const, content: RICH_TEXT, ruleAbove: true, ruleBelow: false };
  const allowances = [
    { name: 'Treuerabatt', discount: { kind: 'amount' as const, amount: 500 } },
    { name: 'Messerabatt', discount: { kind: 'percent' as const, percent: '2' } },
  ];
  const start = { customerId: customer.id, issueDate: '2026-11-20', servicePeriod: SERVICE_PERIOD };
  const draft = await api['invoices.create']({
    ...start,
    requestId: newRequestId(),
    entries: [text, line],
    allowances,
  });
  const otherDraft = { ...start, requestId: newRequestId(), entries: [line] };
  const final = finalId ?? (await finalise(api, await api['invoices.create'](otherDraft))).id;
  if (finalId === undefined) await object(api, final);
  const { revision: finalRevision } = await api['invoices.get']({ id: final });
  const changingFinal = { id: final, expectedRevision: finalRevision };
  const unsettled = await api['invoices.get']({ id: unsettledId ?? (await makeUnsettled(api, otherDraft)) });
  const filter = await api['savedFilters.create']({
    ...{ requestId: newRequestId(), name: newRequestId(), conditions: CONDITIONS },
  });
  // Read now, because the final invoice has moved it on.
  const [range] = (await api['numberRanges.list']({})).ranges;
  if (!range) throw new Error('a new office has a number range');
  const { id: rangeId, pattern, digits, yearlyReset, last: lastNumber } = range;
  const rangeFields = { id: rangeId, pattern, digits, yearlyReset, lastNumber };
  const entryId = draft.entries[1]?.id ?? 0;
  const flagged = await requestChanges(api, await api['invoices.create']({ ...otherDraft, requestId: newRequestId() }));
  const changing = { id: draft.id, expectedRevision: draft.revision };
  const header = {
    ...{
      issueDate: '2026-11-20',
      customerId: customer.id,
      reference: 'B-17',
      title: 'Wartung',
      language: 'de' as const,
    },
    ...{ servicePeriod: SERVICE_PERIOD, currency: 'CHF' as const, terms: TERMS },
    exchangeRate: { rate: '0.9412', date: '2026-11-19', source: 'EZB' },
    buyerAddress: { name: 'Hofladen Behrens, Buchhaltung', address: ADDRESS },
    ...{ contact: CONTACT, responsibleId: profile.id, templateId: template.id },
  };
  const rateFields = {
    ...{ name: 'Landwirtschaft', category: 'S' as const, exemptionReason: 'keiner', smallBusiness: false },
    periods: [{ validFrom: '2020-01-01', percent: '7.8' }],
  };
  const customerFields = {
    ...{
      number: newRequestId(),
      kind: 'business' as const,
      name: 'Reederei Kordes KG',
      address: ADDRESS,
      contact: CONTACT,
    },
    ...{ email: 'post@kordes.example', vatId: 'DE136695976', leitwegId: '04011000-12345-03', terms: TERMS },
    ...{ currency: 'EUR' as const, language: 'en' as const, eInvoice: 'xrechnung' as const },
  };
  const textBlock = {
    ...{
      name: 'Einleitung',
      documentTypes: ['offer' as const, 'invoice' as const],
      content: RICH_TEXT,
      forEmail: true,
    },
  };
  const block = await api['textBlocks.create']({ requestId: newRequestId(), code: newRequestId(), ...textBlock });
  return {
    'company.get': {},
    'company.update': {
      ...{ expectedRevision: company.revision, name: 'Musterbüro GmbH', address: ADDRESS, vatId: 'DE123456788' },
      ...{ taxNumber: '71/123/45678', email: 'rechnung@musterbuero.example', phone: '0421 555 0140' },
      ...{ website: 'musterbuero.example', legalInformation: 'HRB 4711', iban: 'DE02120300000000202051' },
      ...{ bic: 'BYLADEM1001', accountHolder: 'Musterbüro', smallBusiness: false, revenueAbove800k: true },
      blocksMissingContent: false,
    },
    'company.setLogo': { expectedRevision: company.revision, content: Buffer.from(smallPng()).toString('base64') },
    'company.logo': {},
    'company.testInvoice': {},
    'profiles.list': {},
    'profiles.update': { id: profile.id, expectedRevision: profile.revision, ...CONTACT },
    'customers.create': { requestId: newRequestId(), ...customerFields },
    'customers.get': { id: customer.id },
    'customers.list': { search: 'Hof', includeArchived: true, limit: 10, page: 1 },
    'customers.update': { id: customer.id, expectedRevision: customer.revision, ...customerFields },
    'customers.archive': { id: customer.id, expectedRevision: customer.revision, archived: true },
    'vatRates.list': { includeArchived: true },
    'vatRates.create': { requestId: newRequestId(), rate: rateFields },
    'vatRates.update': { id: rate.id, expectedRevision: rate.revision, rate: rateFields, archived: false },
    'templates.list': {},
    'textBlocks.create': { requestId: newRequestId(), code: newRequestId(), ...textBlock },
    'textBlocks.get': { id: block.id },
    'textBlocks.list': { search: 'Ein', codePart: 'DE-', documentType: 'invoice', limit: 10, page: 1 },
    'textBlocks.update': { id: block.id, expectedRevision: 1, code: newRequestId(), ...textBlock },
    'textBlocks.delete': { id: block.id, expectedRevision: 1 },
    'numberRanges.list': {},
    'numberRanges.update': { expectedRevision: range.revision, ...rangeFields },
    'numberRanges.preview': rangeFields,
    'numberRanges.separate': {
      ...{ id: rangeId, expectedRevision: range.revision, pattern: 'ST-{YYYY}-{C}', digits: 4, yearlyReset: true },
      lastNumber: 'ST-2026-0017',
    },
    'numberRanges.join': { id: rangeId, expectedRevision: range.revision },
    'numberRanges.report': {},
    'invoices.create': { requestId: newRequestId(), ...header, entries: [text, line], allowances },
    'invoices.copy': {
      ...{ id: draft.id, requestId: newRequestId(), issueDate: '2026-12-01', reference: 'B-18', title: 'Noch einmal' },
      ...{ takeCustomerData: true, takeDiscounts: true },
    },
    'invoices.get': { id: draft.id },
    'invoices.update': { ...changing, ...header },
    'invoices.delete': changing,
    'invoices.list': {
      ...{ filter: FILTER, sort: 'net', descending: false, place: { kind: 'after', cursor: '[0,0]' }, limit: 20 },
    },
    'invoices.tasks': {},
    'invoices.revenue': {},
    'invoices.summary': { filter: FILTER },
    'invoices.explain': { id: draft.id },
    'invoices.placeholders': { id: draft.id },
    'invoices.check': { id: draft.id },
    'invoices.finalise': { ...changing, requestId: newRequestId(), eInvoice: 'xrechnung' },
    'invoices.markSent': changingFinal,
    'invoices.pay': { ...changingFinal, requestId: newRequestId(), date: '2026-11-20', amount: 100 },
    'invoices.requestChanges': { ...changing, text: 'Bitte die Stunden prüfen' },
    'invoices.finishChanges': flagged,
    'invoices.dispute': { ...changingFinal, text: 'Menge falsch' },
    'invoices.settleDispute': changingFinal,
    'invoices.previewCancel': { id: changingFinal.id },
    'invoices.cancel': { ...changingFinal, requestId: newRequestId(), replace: true, reason: 'Falsche Anschrift' },
    'invoices.settle': { id: unsettled.id, expectedRevision: unsettled.revision },
    'invoices.pdf': { id: draft.id, purpose: 'print' },
    'invoices.xrechnung': { id: final, purpose: 'download' },
    'entries.add': { ...changing, requestId: newRequestId(), entry: line, index: 1 },
    'entries.addMany': { ...changing, requestId: newRequestId(), entries: [line, text] },
    'entries.update': { ...changing, entryId, entry: line },
    'entries.remove': { ...changing, entryId },
    'entries.removeMany': { ...changing, entryIds: [entryId] },
    'entries.move': { ...changing, entryId, index: 0 },
    'allowances.set': { ...changing, allowances },
    'savedFilters.list': {},
    'savedFilters.create': { requestId: newRequestId(), name: newRequestId(), conditions: CONDITIONS, isDefault: true },
    'savedFilters.update': {
      ...{ id: filter.id, expectedRevision: filter.revision, name: newRequestId(), conditions: CONDITIONS },
      isDefault: true,
    },
    'savedFilters.delete': { id: filter.id, expectedRevision: filter.revision },
    'office.verify': { invoices: 5, anchor: { sequence: 0, hash: '0'.repeat(64) } },
    'workspace.all': {},
    'workspace.get': { key: 'page-panel' },
    'workspace.set': { key: 'page-panel', value: 'shown' },
    'journal.list': {
      ...{ record: 'invoice', recordId: draft.id, before: 1000, limit: 10, who: 'Test', search: 'Wartung' },
      ...{ since: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' },
    },
    'journal.people': {},
    'journal.export': { requestId: newRequestId() },
    'journal.part': { after: 0, until: 1 },
  };
}

/** A Stornorechnung "Nicht verrechnet": its invoice was paid in part. Returns its id. */
async function makeUnsettled(api: KontorApi, draft: Parameters<KontorApi['invoices.create']>[0]): Promise<number> {
  const { id, revision } = await finalise(api, await api['invoices.create']({ ...draft, requestId: newRequestId() }));
  const payment = { requestId: newRequestId(), date: '2026-11-20', amount: 1 };
  const paid = await api['invoices.pay']({ id, expectedRevision: revision, ...payment });
  const cancelled = await api['invoices.cancel']({
    ...{ id, expectedRevision: paid.revision, requestId: newRequestId(), replace: false, reason: '' },
  });
  return cancelled.related[0]?.id ?? 0;
}

/** Marks a final invoice "Beanstandet". */
async function object(api: KontorApi, id: number): Promise<void> {
  const { revision } = await api['invoices.get']({ id });
  await api['invoices.dispute']({ id, expectedRevision: revision, text: 'Menge falsch' });
}

/** Marks a draft "Anpassung angefragt" and returns what a change of it names. */
async function requestChanges(api: KontorApi, { id, revision }: { id: number; revision: number }) {
  const marked = await api['invoices.requestChanges']({ id, expectedRevision: revision, text: 'Bitte prüfen' });
  return { id, expectedRevision: marked.revision };
}
