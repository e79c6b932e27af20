import type { customerCalls } from '#shared/contract/customers.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { refreshDrafts } from '../invoices/refresh.ts';
import { beginChange } from '../records/change.ts';
import { given } from '../records/given.ts';
import { oncePerRequest } from '../records/requests.ts';
import { createCustomer, getCustomer, listCustomers, updateCustomer } from './service.ts';

export function customerHandlers({ store, clock, emit }: HostContext): Handlers<typeof customerCalls> {
  return {
    'customers.create': async (input) => {
      const customer = await store.write(async (writer) => {
        const change = await beginChange(writer, clock);
        const request = { call: 'customers.create', at: change.at, input };
        const id = await oncePerRequest(writer, request, () => createCustomer(writer, change, input));
        return getCustomer(writer, id);
      });
      emit({ topic: 'customers.changed', id: customer.id });
      return customer;
    },
    'customers.get': ({ id }) => store.read((reader) => getCustomer(reader, id)),
    'customers.list': (query) => store.read((reader) => listCustomers(reader, query)),
    'customers.update': async ({ id, expectedRevision, ...fields }) => {
      const customer = await store.write(async (writer) => {
        const updated = await updateCustomer(
          writer,
          await beginChange(writer, clock),
          id,
          expectedRevision,
          given(fields),
        );
        await refreshDrafts(writer, { customerId: id });
        return updated;
      });
      emit({ topic: 'customers.changed', id });
      return customer;
    },
    'customers.archive': async ({ id, expectedRevision, archived }) => {
      const customer = await store.write(async (writer) =>
        updateCustomer(writer, await beginChange(writer, clock), id, expectedRevision, { archived }),
      );
      emit({ topic: 'customers.changed', id });
      return customer;
    },
  };
}
