import { expect, test } from 'vitest';
import { createDraft, finalise, openReadyOffice } from '../../../tests/builders/office.ts';

test('[F2.2] printing and downloading stand in the journal, looking does not; the invoice stays as it is', async () => {
  const { api } = await openReadyOffice();
  const final = await finalise(api, await createDraft(api));
  const { id } = final;
  await api['invoices.pdf']({ id });
  const printed = await api['invoices.pdf']({ id, purpose: 'print' });
  await api['invoices.pdf']({ id, purpose: 'download' });
  await api['invoices.xrechnung']({ id, purpose: 'download' });
  const { entries } = await api['journal.list']({ record: 'invoice', recordId: id });
  expect(entries.map(({ action }) => action)).toEqual([
    ...['invoice.xrechnungDownloaded', 'invoice.pdfDownloaded', 'invoice.printed'],
    ...['invoice.finalised', 'invoice.created'],
  ]);
  expect(await api['invoices.get']({ id })).toEqual(final);
  expect(printed.content).toEqual((await api['invoices.pdf']({ id })).content);
  expect((await api['office.verify']({})).damages).toEqual([]);
});

test('a file that does not exist leaves no entry', async () => {
  const { api } = await openReadyOffice();
  const { id } = await createDraft(api);
  await expect(api['invoices.xrechnung']({ id, purpose: 'download' })).rejects.toMatchObject({ code: 'no-e-invoice' });
  const { entries } = await api['journal.list']({ record: 'invoice', recordId: id });
  expect(entries).toHaveLength(1);
});
