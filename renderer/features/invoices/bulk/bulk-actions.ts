import { mdiCashCheck, mdiCheckDecagramOutline, mdiFolderZipOutline, mdiSendOutline } from '@mdi/js';
import type { InvoiceRow } from '#shared/contract/invoice-list.ts';
import { isAllowed, type InvoiceAction } from '#shared/domain/invoice-status.ts';
import { api, newRequestId } from '../../../api/index.ts';
import type { ZipFile } from './zip-file.ts';

/** What can be done to many invoices at once, in the order of their life. */
export const BULK_ACTIONS = {
  finalise: { icon: mdiCheckDecagramOutline, action: 'finalise', isFinal: true },
  'mark-sent': { icon: mdiSendOutline, action: 'mark-sent', isFinal: true },
  'mark-paid': { icon: mdiCashCheck, action: 'mark-paid', isFinal: true },
  download: { icon: mdiFolderZipOutline, action: 'print', isFinal: false },
} as const satisfies Record<
  string,
  {
    icon: string;
    action: InvoiceAction;
    /** It cannot be undone. */
    isFinal: boolean;
  }
>;
export type BulkAction = keyof typeof BULK_ACTIONS;
export const BULK_ACTION_NAMES = Object.keys(BULK_ACTIONS) as BulkAction[];

/** More at once would be more than anybody looks through afterwards. */
export const MOST_AT_ONCE = 5000;

/** Whether the status of an invoice allows it (C2); a draft without a Vorlage is refused by the host. */
export function isPossible(action: BulkAction, { status }: InvoiceRow): boolean {
  return isAllowed(status, BULK_ACTIONS[action].action);
}

/** What the user has chosen for all of them. */
export interface BulkChoice {
  /** Day on which they were paid. */
  date: string;
  zip: ZipFile;
}

/**
 * Does it to one invoice, as the detail view would, against the state that the list showed.
 * @throws CallError as the calls
 */
export async function doToOne(action: BulkAction, { id, revision }: InvoiceRow, choice: BulkChoice): Promise<void> {
  const target = { id, expectedRevision: revision };
  switch (action) {
    case 'finalise':
      await api['invoices.finalise']({ ...target, requestId: newRequestId() });
      return;
    case 'mark-sent':
      await api['invoices.markSent'](target);
      return;
    case 'mark-paid': {
      // In full: whether Skonto was kept back is known of one invoice at a time.
      const { account } = await api['invoices.get']({ id });
      const payment = { date: choice.date, amount: account?.open ?? 0 };
      await api['invoices.pay']({ ...target, requestId: newRequestId(), ...payment });
      return;
    }
    case 'download':
      await addDocuments(id, choice.zip);
  }
}

async function addDocuments(id: number, zip: ZipFile): Promise<void> {
  const pdf = await api['invoices.pdf']({ id, purpose: 'download' });
  zip.add(pdf.fileName, pdf.content);
  const { files } = await api['invoices.get']({ id });
  if (!files.some(({ kind }) => kind === 'xrechnung')) return;
  const xrechnung = await api['invoices.xrechnung']({ id, purpose: 'download' });
  zip.add(xrechnung.fileName, xrechnung.content);
}
