import { CallError } from '#shared/contract/errors.ts';
import type { Customer } from '#shared/contract/customers.ts';
import { api } from '../../api/index.ts';
import { keptOpener, type KeptPlace } from '../../components/kept-input.ts';
import { forget } from '../../stores/workspace.ts';

const PREFIX = 'dialog:customer.';

/** Where the input of a customer's dialog is kept that was opened from the list. */
export function listPlace(customer: Customer | 'new'): KeptPlace {
  const id = customer === 'new' ? null : customer.id;
  return { key: `${PREFIX}${id ?? 'new'}`, opener: { id } };
}

/** The customer, or 'new', whose dialog was open with unsaved input; null when there is none. */
export async function keptCustomer(): Promise<Customer | 'new' | null> {
  const kept = keptOpener(PREFIX);
  if (kept === null) return null;
  const { id } = kept.opener as { id: number | null };
  if (id === null) return 'new';
  try {
    return await api['customers.get']({ id });
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'not-found') throw error;
    forget(`${PREFIX}${id}`);
    return null;
  }
}
