import { expect, test } from 'vitest';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import {
  becomeSmallBusiness,
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  type KontorApi,
} from '../../../tests/builders/office.ts';

const call = ({ id, revision }: InvoiceDetail) => ({ id, expectedRevision: revision, requestId: newRequestId() });

async function issue(api: KontorApi, unitPrice: string, vatRateId: number): Promise<InvoiceDetail> {
  const line = { kind: 'line', title: 'Beratung', quantity: '1', unit: 'hour', unitPrice, vatRateId } as const;
  return finalise(api, await createDraft(api, { entries: [line] }));
}

test('[F1.6] what came in counts on the day of the payment, as long as it was not paid back', async () => {
  const { api } = await openReadyOffice();
  expect(await api['invoices.revenue']({})).toEqual({ smallBusiness: null });
  const vatRateId = await becomeSmallBusiness(api);
  const revenue = async () => (await api['invoices.revenue']({})).smallBusiness;
  expect(await revenue()).toEqual({ year: 2026, received: 0, open: 0, previousYear: 0 });

  const [first, second] = [await issue(api, '1000', vatRateId), await issue(api, '500', vatRateId)];
  expect(await revenue()).toMatchObject({ received: 0, open: 150_000 });
  const part = await api['invoices.pay']({ ...call(first), date: '2025-12-31', amount: 40_000 });
  await api['invoices.pay']({ ...call(part), date: '2026-01-01', amount: 60_000 });
  const paid = await api['invoices.pay']({ ...call(second), date: '2026-11-21', amount: 50_000 });
  expect(await revenue()).toEqual({ year: 2026, received: 110_000, open: 0, previousYear: 40_000 });

  // Cancelled, the money is still here until it is paid back.
  const { related } = await api['invoices.cancel']({ ...call(paid), replace: false, reason: '' });
  expect(await revenue()).toMatchObject({ received: 110_000, open: 0 });
  const cancellation = await api['invoices.get']({ id: related[0]?.id ?? 0 });
  await api['invoices.settle']({ id: cancellation.id, expectedRevision: cancellation.revision });
  expect(await revenue()).toEqual({ year: 2026, received: 60_000, open: 0, previousYear: 40_000 });
});
