import type { Handlers } from '#shared/contract/rpc.ts';
import type { vatRateCalls } from '#shared/contract/vat-rates.ts';
import type { HostContext } from '../context.ts';
import { refreshDrafts } from '../invoices/refresh.ts';
import { beginChange } from '../records/change.ts';
import { oncePerRequest } from '../records/requests.ts';
import { createVatRate, getVatRate, listVatRates, updateVatRate } from './service.ts';

export function vatRateHandlers({ store, clock, emit }: HostContext): Handlers<typeof vatRateCalls> {
  return {
    'vatRates.list': (query) => store.read(async (reader) => ({ rates: await listVatRates(reader, query) })),
    'vatRates.create': async (input) => {
      const rate = await store.write(async (writer) => {
        const change = await beginChange(writer, clock);
        const request = { call: 'vatRates.create', at: change.at, input };
        return getVatRate(
          writer,
          await oncePerRequest(writer, request, () => createVatRate(writer, change, input.rate)),
        );
      });
      emit({ topic: 'settings.changed', id: rate.id });
      return rate;
    },
    'vatRates.update': async (input) => {
      const rate = await store.write(async (writer) => {
        const updated = await updateVatRate(writer, await beginChange(writer, clock), input);
        await refreshDrafts(writer, { vatRateId: input.id });
        return updated;
      });
      emit({ topic: 'settings.changed', id: rate.id });
      return rate;
    },
  };
}
