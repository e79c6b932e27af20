import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { OpenDialog } from '../types.ts';

/** Where something that finalising asks for is mended: a dialog of this invoice, the customer, or the set-up. */
export type Jump =
  { kind: 'dialog'; dialog: OpenDialog } | { kind: 'customer'; field: string } | { kind: 'setup'; field: string };

/** Texts are asked for by rule: their field is the list of entries. */
const MISSING_TEXTS = { 'intro-missing': 'intro', 'closing-missing': 'closing' } as const;

/** The place of a condition, hint or finding; null when nothing in the window mends it. */
export function jumpTo({ rule, field }: { rule: string; field: string }, invoice: InvoiceDetail): Jump | null {
  const [owner = '', ...rest] = field.split('.');
  switch (owner) {
    case 'company':
    case 'profile':
      return { kind: 'setup', field };
    case 'customer':
      return invoice.buyerAddress !== null && rest[0] !== 'leitwegId' && isOfAddress(rest)
        ? dialog({ kind: 'address', focus: rest.at(-1) ?? '' })
        : { kind: 'customer', field: rest.join('.') };
    case 'invoice':
      return invoiceJump(rest);
    case 'entries':
      return entryJump(rule, rest, invoice);
    case 'allowances':
      return dialog({ kind: 'allowance', index: Number(rest[0] ?? 0), focus: rest[1] ?? 'name' });
    default:
      return null;
  }
}

function invoiceJump([field = '']: string[]): Jump | null {
  switch (field) {
    case 'templateId':
      return dialog({ kind: 'template' });
    case 'contact':
      return dialog({ kind: 'address', focus: 'contact' });
    case 'number':
    case 'totals':
    case 'texts':
    case 'precedingInvoice':
    case 'changeRequest':
      return null;
    default:
      return dialog({ kind: 'header', focus: field });
  }
}

function entryJump(rule: string, [index, field]: string[], { entries }: InvoiceDetail): Jump {
  if (Object.hasOwn(MISSING_TEXTS, rule)) {
    return dialog({ kind: 'text', entry: null, area: MISSING_TEXTS[rule as keyof typeof MISSING_TEXTS] });
  }
  const entry = index === undefined ? undefined : entries[Number(index)];
  if (entry?.kind === 'text') return dialog({ kind: 'text', entry, area: entry.area });
  return dialog({ kind: 'line', entry: entry ?? null, focus: field ?? 'title' });
}

function isOfAddress([part]: string[]): boolean {
  return part === 'address' || part === 'name';
}

function dialog(open: OpenDialog): Jump {
  return { kind: 'dialog', dialog: open };
}
