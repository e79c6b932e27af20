import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { InvoiceAction } from '#shared/domain/invoice-status.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import { stamp, type Change } from '../records/change.ts';
import { refused } from '../records/refused.ts';
import type { InvoiceRow } from '../store/entities/index.ts';
import type { Writer } from '../store/open.ts';
import type { DraftTarget } from './entries-service.ts';
import { updateInvoiceRow } from './repository.ts';
import { loadForAction } from './service.ts';

/** The flags of C4: neither is a status, and nothing of them stands on a document. */
const FLAGS = {
  changeRequest: { action: 'request-changes', set: 'invoice.changesRequested', lifted: 'invoice.changesDone' },
  dispute: { action: 'dispute', set: 'invoice.disputed', lifted: 'invoice.disputeSettled' },
} as const satisfies Record<string, { action: InvoiceAction; set: string; lifted: string }>;
export type InvoiceFlag = keyof typeof FLAGS;

/** What somebody says of an invoice, with who and when. */
export type FlagContent = NonNullable<InvoiceDetail['dispute']>;

/**
 * "Änderungen anfragen" on a draft, "Beanstandet" on what went out (B2.7, B2.11); one that is set gets the newer words.
 * @throws CallError `not-found`, `stale`, `not-allowed`
 */
export async function setFlag(
  writer: Writer,
  change: Change,
  flag: InvoiceFlag,
  { id, expectedRevision, text }: DraftTarget & { text: string },
): Promise<void> {
  const { invoice } = await loadForAction(writer, id, expectedRevision, FLAGS[flag].action);
  await writeFlag(writer, change, invoice, flag, { text, at: change.at, who: change.who });
}

/**
 * The change is made, the objection is settled: the flag is lifted.
 * @throws CallError `not-found`, `stale`, `not-allowed`, `invalid-input` without a flag
 */
export async function liftFlag(
  writer: Writer,
  change: Change,
  flag: InvoiceFlag,
  { id, expectedRevision }: DraftTarget,
): Promise<void> {
  const { invoice } = await loadForAction(writer, id, expectedRevision, FLAGS[flag].action);
  if (invoice[flag] === null) throw refused('id', 'not-flagged');
  await writeFlag(writer, change, invoice, flag, null);
}

/** What a flag says; null where it is not set. */
export function flagOf(json: string | null): FlagContent | null {
  return json === null ? null : (JSON.parse(json) as FlagContent);
}

async function writeFlag(
  writer: Writer,
  change: Change,
  invoice: InvoiceRow,
  flag: InvoiceFlag,
  content: FlagContent | null,
): Promise<void> {
  const column = { [flag]: content === null ? null : JSON.stringify(content) };
  await updateInvoiceRow(writer, invoice.id, { ...column, ...stamp(change, invoice.revision + 1) });
  await appendJournal(writer, {
    ...change,
    action: content === null ? FLAGS[flag].lifted : FLAGS[flag].set,
    record: 'invoice',
    recordId: invoice.id,
    changes: changesBetween({ [flag]: flagOf(invoice[flag])?.text ?? '' }, { [flag]: content?.text ?? '' }),
  });
}
