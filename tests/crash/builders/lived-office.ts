import { readFileSync } from 'node:fs';
import {
  completeCompany,
  createCustomer,
  createDraft,
  finalise,
  newRequestId,
  openTestOffice,
  rateId,
  type TestOffice,
} from '../../builders/office.ts';

/** An office with a bit of everything that is final, closed again: its file as bytes. */
export async function livedOffice(): Promise<Buffer> {
  const { api, host, file } = await openTestOffice();
  await completeCompany(api);
  const customerId = (await createCustomer(api)).id;
  const withoutXml = (await createCustomer(api, { name: 'Kiosk Süd', eInvoice: 'none' })).id;
  const rich = await richContent(api);
  const target = ({ id, revision }: { id: number; revision: number }) => ({ id, expectedRevision: revision });

  const drafts = [await createDraft(api, { customerId, ...rich }), await createDraft(api, { customerId: withoutXml })];
  for (const draft of drafts) await finalise(api, draft);
  const sent = await finalise(api, await createDraft(api, { customerId, ...rich }));
  await api['invoices.markSent'](target(sent));
  const paid = await finalise(api, await createDraft(api, { customerId }));
  const payment = { requestId: newRequestId(), date: '2026-11-21', amount: paid.totals.gross };
  await api['invoices.pay']({ ...target(paid), ...payment });
  const wrong = await finalise(api, await createDraft(api, { customerId, ...rich }));
  const choice = { requestId: newRequestId(), replace: true, reason: 'Falsche Anschrift' };
  await api['invoices.cancel']({ ...target(wrong), ...choice });
  await host.close();
  return readFileSync(file);
}

async function richContent(api: TestOffice['api']) {
  const vatRateId = await rateId(api);
  const line = { kind: 'line', title: 'Wartung', unit: 'hour', unitPrice: '99.99', vatRateId } as const;
  return {
    reference: 'Bestellung 4711',
    entries: [
      { kind: 'text', area: 'intro', content: 'Guten Tag, hier ist {invoiceNumber}.' },
      { ...line, quantity: '2.5', description: 'Heizung im Keller' },
      { ...line, quantity: '1', discount: { kind: 'percent', percent: '10' } },
      { kind: 'text', area: 'body', content: 'Zwischentext' },
      { ...line, quantity: '3', discount: { kind: 'amount', amount: 500 } },
      { kind: 'text', area: 'closing', content: 'Vielen Dank!' },
    ],
    allowances: [
      { name: 'Treuerabatt', discount: { kind: 'amount', amount: 500 } },
      { name: 'Messe', discount: { kind: 'percent', percent: '3' } },
    ],
  } satisfies Parameters<typeof createDraft>[1];
}
