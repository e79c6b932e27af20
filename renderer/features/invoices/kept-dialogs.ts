import { inject, provide, type InjectionKey } from 'vue';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { isAllowed } from '#shared/domain/invoice-status.ts';
import { keptOpener, type KeptPlace } from '../../components/kept-input.ts';
import { forget } from '../../stores/workspace.ts';
import type { OpenDialog } from './types.ts';

/** The dialog "Rechnung erstellen", and what is typed into a dialog that it opens. */
export const CREATE_PLACE: KeptPlace = { key: 'dialog:invoice-new', opener: null };

/** A dialog of the detail view as it is kept: entries by their ids. */
type Opener =
  | { kind: 'header' | 'address' | 'responsible' | 'template' | 'copy' | 'customer' }
  | { kind: 'line'; entryId: number | null; copyOf: number | null }
  | { kind: 'text'; entryId: number | null; area: 'intro' | 'body' | 'closing'; index: number | null }
  | { kind: 'line-discount'; entryId: number }
  | { kind: 'allowance'; index: number | null };

const keyOf = (id: number): string => `dialog:invoice.${id}`;

/** Where the input of a dialog of the detail view is kept; null when it takes none. */
function placeOf(id: number, dialog: OpenDialog): KeptPlace | null {
  const at = (suffix: string, opener: Opener): KeptPlace => ({ key: `${keyOf(id)}:${suffix}`, opener });
  switch (dialog.kind) {
    case 'header':
    case 'address':
    case 'responsible':
    case 'template':
    case 'copy':
      return at(dialog.kind, { kind: dialog.kind });
    case 'line': {
      const entryId = dialog.entry?.id ?? null;
      const copyOf = dialog.copyOf?.id ?? null;
      const name = entryId ?? (copyOf === null ? 'new' : `copy.${copyOf}`);
      return at(`line.${name}`, { kind: 'line', entryId, copyOf });
    }
    case 'text': {
      const { area, entry, index = null } = dialog;
      const opener: Opener = { kind: 'text', entryId: entry?.id ?? null, area, index };
      return at(`text.${entry?.id ?? `new.${area}`}`, opener);
    }
    case 'line-discount':
      return at(`line-discount.${dialog.entry.id}`, { kind: 'line-discount', entryId: dialog.entry.id });
    case 'allowance':
      return at(`allowance.${dialog.index ?? 'new'}`, { kind: 'allowance', index: dialog.index });
    default:
      return null;
  }
}

/** Where the input of the customer is kept who is edited from an invoice. */
export function customerPlace(id: number): KeptPlace {
  return { key: `${keyOf(id)}:customer`, opener: { kind: 'customer' } satisfies Opener };
}

const placeKey: InjectionKey<() => KeptPlace | null> = Symbol('place of the open dialog');

/** For the component that shows the open dialog. */
export function provideDialogPlace(id: () => number, dialog: () => OpenDialog): void {
  provide(placeKey, () => placeOf(id(), dialog()));
}

/** For the form of the open dialog. */
export function useDialogPlace(): KeptPlace | null {
  return inject(placeKey, null)?.() ?? null;
}

/**
 * The dialog that was open on this invoice and has unsaved input; 'customer' is the one of its customer. Input for what is
 * gone, or final by now, is forgotten.
 */
export function keptDialog(invoice: InvoiceDetail): OpenDialog | 'customer' | null {
  const prefix = `${keyOf(invoice.id)}:`;
  const kept = keptOpener(prefix);
  if (kept === null) return null;
  const opener = kept.opener as Opener;
  const isPossible = opener.kind === 'copy' || isAllowed(invoice.status, 'edit');
  const dialog = isPossible ? open(opener, invoice) : null;
  if (dialog === null) forgetDialogs(invoice.id);
  return dialog;
}

/** Forgets all unsaved input of an invoice: it is gone, or final. */
export function forgetDialogs(id: number): void {
  forget(keyOf(id));
}

function open(opener: Opener, { entries, allowances }: InvoiceDetail): OpenDialog | 'customer' | null {
  const find = (id: number | null) => entries.find((entry) => entry.id === id) ?? null;
  switch (opener.kind) {
    case 'customer':
      return 'customer';
    case 'header':
    case 'address':
    case 'responsible':
    case 'template':
    case 'copy':
      return { kind: opener.kind };
    case 'line': {
      const entry = find(opener.entryId);
      const copied = find(opener.copyOf);
      if (opener.entryId === null) {
        return { kind: 'line', entry: null, ...(copied?.kind === 'line' && { copyOf: copied }) };
      }
      return entry?.kind === 'line' ? { kind: 'line', entry } : null;
    }
    case 'text': {
      const { area, index } = opener;
      const entry = find(opener.entryId);
      if (opener.entryId === null) {
        return { kind: 'text', entry: null, area, ...(index !== null && { index: Math.min(index, entries.length) }) };
      }
      return entry?.kind === 'text' ? { kind: 'text', entry, area } : null;
    }
    case 'line-discount': {
      const entry = find(opener.entryId);
      return entry?.kind === 'line' ? { kind: 'line-discount', entry } : null;
    }
    case 'allowance':
      return (opener.index ?? 0) <= allowances.length ? { kind: 'allowance', index: opener.index } : null;
    default:
      return null;
  }
}
