import { expect, test } from 'vitest';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import {
  INVOICE_ACTIONS,
  INVOICE_STATUSES,
  isAllowed,
  nextStatus,
  type InvoiceAction,
  type InvoiceStatus,
} from '#shared/domain/invoice-status.ts';
import {
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  type KontorApi,
} from '../../../tests/builders/office.ts';

/** Every pair of status and action goes through the calls of the real host: what the tables forbid is refused there too. */
const target = ({ id, revision }: InvoiceDetail) => ({ id, expectedRevision: revision });
const once = () => ({ requestId: newRequestId() });
const cancel = (api: KontorApi, invoice: InvoiceDetail) =>
  api['invoices.cancel']({ ...target(invoice), ...once(), replace: false, reason: '' });
const pay = (api: KontorApi, invoice: InvoiceDetail, amount = invoice.totals.gross) =>
  api['invoices.pay']({ ...target(invoice), ...once(), date: '2026-11-21', amount });
const final = async (api: KontorApi) => finalise(api, await createDraft(api));
const cancellationOf = async (api: KontorApi, invoice: InvoiceDetail) =>
  api['invoices.get']({ id: (await cancel(api, invoice)).related[0]?.id ?? 0 });

const MADE: Record<InvoiceStatus, (api: KontorApi) => Promise<InvoiceDetail>> = {
  draft: (api) => createDraft(api),
  final,
  sent: async (api) => api['invoices.markSent'](target(await final(api))),
  paid: async (api) => pay(api, await final(api)),
  cancelled: async (api) => cancel(api, await final(api)),
  'not-settled': async (api) => cancellationOf(api, await pay(api, await final(api), 100)),
  settled: async (api) => cancellationOf(api, await final(api)),
};

const CALLS: Record<InvoiceAction, (api: KontorApi, invoice: InvoiceDetail) => Promise<unknown>> = {
  edit: (api, invoice) => api['invoices.update']({ ...target(invoice), title: 'Anders' }),
  'edit-lines': (api, invoice) =>
    api['entries.add']({ ...target(invoice), ...once(), entry: { kind: 'text', area: 'body', content: 'Anders' } }),
  delete: (api, invoice) => api['invoices.delete'](target(invoice)),
  finalise: (api, invoice) => api['invoices.finalise']({ ...target(invoice), ...once() }),
  'mark-sent': (api, invoice) => api['invoices.markSent'](target(invoice)),
  'mark-paid': pay,
  cancel,
  settle: (api, invoice) => api['invoices.settle'](target(invoice)),
  'request-changes': (api, invoice) => api['invoices.requestChanges']({ ...target(invoice), text: 'Bitte prüfen' }),
  dispute: (api, invoice) => api['invoices.dispute']({ ...target(invoice), text: 'Menge falsch' }),
  print: (api, { id }) => api['invoices.pdf']({ id, purpose: 'print' }),
  copy: (api, { id, issueDate, reference, title }) =>
    api['invoices.copy']({ ...once(), id, issueDate, reference, title, takeCustomerData: true, takeDiscounts: true }),
  'download-xrechnung': (api, { id }) => api['invoices.xrechnung']({ id }),
};

/** The requirements that each action's row stands for. */
const ROWS: Record<InvoiceAction, string> = {
  edit: '[C2.1]',
  'edit-lines': '[C2.2]',
  delete: '[C1.2] [C2.3]',
  finalise: '[C1.3] [C2.4]',
  'mark-sent': '[C1.4] [C2.5]',
  'mark-paid': '[C1.5] [C1.6] [C2.6]',
  cancel: '[C1.7] [C1.8] [C2.7]',
  settle: '[C1.9] [C2.8]',
  'request-changes': '[C2.9]',
  dispute: '[C1.15] [C2.10]',
  print: '[C2.11]',
  copy: '[C2.13] [D6]',
  'download-xrechnung': '[C2.19] [D14] [D18]',
};

const ACTIONS = Object.keys(INVOICE_ACTIONS) as InvoiceAction[];
/** Allowed, and nothing of the invoice changes. */
const READS: readonly InvoiceAction[] = ['print', 'copy', 'download-xrechnung'];

/** What each action did to an invoice in each status: the status after it, or the code of its refusal. */
const outcomes = new Map<InvoiceAction, Record<string, string>>();

/** `kept`: an invoice in each status; what is refused must leave it as it was. */
async function walk(api: KontorApi, action: InvoiceAction, kept: Map<InvoiceStatus, InvoiceDetail>): Promise<void> {
  const row: Record<string, string> = {};
  for (const [status, invoice] of kept) {
    const changes = isAllowed(status, action) && !READS.includes(action);
    const tried = changes ? await MADE[status](api) : invoice;
    try {
      await CALLS[action](api, tried);
      row[status] =
        nextStatus(status, action) === 'gone' ? 'gone' : (await api['invoices.get']({ id: tried.id })).status;
    } catch (error) {
      row[status] = (error as { code: string }).code;
    }
    if (!changes) expect(await api['invoices.get']({ id: invoice.id })).toEqual(invoice);
  }
  outcomes.set(action, row);
}

// One office for all pairs: the tests below look at what came out.
test(
  '[A15.2] [A15.3] [C1.1] each status is reached by calls alone, and what they did is sound',
  { timeout: 120_000 },
  async () => {
    const { api } = await openReadyOffice();
    const kept = new Map<InvoiceStatus, InvoiceDetail>();
    for (const status of INVOICE_STATUSES) kept.set(status, await MADE[status](api));
    for (const action of ACTIONS) await walk(api, action, kept);
    expect(outcomes.get('print')).toEqual(Object.fromEntries(INVOICE_STATUSES.map((status) => [status, status])));
    expect((await api['office.verify']({})).damages).toEqual([]);
  },
);

test.each(ACTIONS.map((action) => [ROWS[action], action] as const))('%s %s: as its row says', (_, action) => {
  const refusal = action === 'download-xrechnung' ? 'no-e-invoice' : 'not-allowed';
  const expected = INVOICE_STATUSES.map((status) => [status, nextStatus(status, action) ?? refusal]);
  expect(outcomes.get(action)).toEqual(Object.fromEntries(expected));
});

test('[C1.16] every pair outside of the tables is refused with a reason', () => {
  const pairs = ACTIONS.flatMap((action) => INVOICE_STATUSES.map((status) => ({ action, status })));
  const outside = pairs.filter(({ action, status }) => !isAllowed(status, action));
  expect(outside.length).toBeGreaterThan(50);
  const codes = new Set(outside.map(({ action, status }) => outcomes.get(action)?.[status]));
  expect([...codes].sort()).toEqual(['no-e-invoice', 'not-allowed']);
});
