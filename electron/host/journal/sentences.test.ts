import { expect, test } from 'vitest';
import type { OfficeContract } from '#shared/contract/index.ts';
import type { JournalEntry } from '#shared/contract/journal.ts';
import { LANGUAGES, type Language } from '#shared/domain/template.ts';
import { JOURNAL_ACTIONS, journalChanges, journalSentence } from '#shared/text/journal/index.ts';
import { prepareSamples } from '../../../tests/bad-input/samples.ts';
import { openReadyOffice } from '../../../tests/builders/office.ts';

const SAME_IN_BOTH = ['BIC', 'E-Mail', 'IBAN', 'Leitweg-ID', 'Name', 'Status', 'Stornorechnung', 'Text'];
/** What no sample does. */
const NOT_IN_SAMPLES = [
  ...['customer.restored', 'invoice.printed', 'invoice.pdfDownloaded', 'invoice.xrechnungDownloaded'],
  'invoice.paid',
];

test('[F2.2] every change that a call makes is in the journal as a sentence, with names for its fields', async () => {
  const { api, dispatch } = await openReadyOffice({ ownRenderer: true });
  const entries: JournalEntry[] = [];
  let seen = 0;
  // What reads leaves nothing in the journal.
  const changing = Object.entries(await prepareSamples(api)).flatMap(([name, sample]) =>
    'expectedRevision' in sample || 'requestId' in sample ? [name as keyof OfficeContract] : [],
  );
  let known: Parameters<typeof prepareSamples>[1] = {};
  for (const name of changing) {
    const samples = await prepareSamples(api, known);
    // To make an invoice final takes longest: one is enough for all that leave it as it is.
    const { 'invoices.settle': unsettled, 'invoices.xrechnung': final } = samples;
    known = { unsettledId: unsettled.id, ...(!name.startsWith('invoices.') && { finalId: final.id }) };
    expect([name, await dispatch(name, samples[name])]).toMatchObject([name, { ok: true }]);
    const { entries: newest } = await api['journal.list']({ limit: 500 });
    entries.push(...newest.filter(({ sequence }) => sequence > seen));
    seen = newest[0]?.sequence ?? 0;
  }
  const same = new Set<string>();
  const context = (language: Language) => ({ language, currency: 'EUR', nameOf: () => 'Name' });
  for (const entry of entries) {
    for (const language of LANGUAGES) {
      const sentence = journalSentence(entry, context(language));
      expect(sentence).not.toMatch(/…$|^(?:Änderung|Change) /);
      const values = journalChanges(entry, context(language)).flatMap(({ from, to }) => [from, to]);
      expect([sentence, ...values].join(' ')).not.toMatch(/\[object|undefined/);
    }
    const [german, english] = [journalChanges(entry, context('de')), journalChanges(entry, context('en'))];
    german.forEach(({ field }, index) => {
      if (field.toLowerCase() === english[index]?.field.toLowerCase()) same.add(field);
    });
  }
  // A field without a name shows the same word of the program in both languages.
  expect([...same].sort()).toEqual(SAME_IN_BOTH);
  const happened = new Set(entries.map(({ action }) => action));
  expect(Object.keys(JOURNAL_ACTIONS).filter((action) => !happened.has(action))).toEqual(NOT_IN_SAMPLES);
});
