import type { KontorContract } from '#shared/contract/index.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { Store } from '../store/open.ts';
import { verifyOffice } from './verify.ts';

export function officeHandlers({ store }: { store: Store }): Pick<Handlers<KontorContract>, 'office.verify'> {
  return { 'office.verify': ({ invoices, anchor }) => verifyOffice(store, { limit: invoices, anchor }) };
}
