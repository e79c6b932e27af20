import type { Handlers } from '#shared/contract/rpc.ts';
import type { textBlockCalls } from '#shared/contract/text-blocks.ts';
import type { HostContext } from '../context.ts';
import { beginChange, type Change } from '../records/change.ts';
import { given } from '../records/given.ts';
import { oncePerRequest } from '../records/requests.ts';
import type { Writer } from '../store/open.ts';
import { createTextBlock, deleteTextBlock, getTextBlock, listTextBlocks, updateTextBlock } from './service.ts';

export function textBlockHandlers({ store, clock, emit }: HostContext): Handlers<typeof textBlockCalls> {
  /** One change in one transaction; the reply is what `work` returns. */
  async function change<T extends { id: number }>(work: (writer: Writer, begun: Change) => Promise<T>): Promise<T> {
    const result = await store.write(async (writer) => work(writer, await beginChange(writer, clock)));
    emit({ topic: 'text-blocks.changed', id: result.id });
    return result;
  }

  return {
    'textBlocks.create': ({ requestId, ...fields }) =>
      change(async (writer, begun) => {
        const request = { call: 'textBlocks.create', at: begun.at, input: { requestId, ...fields } };
        const id = await oncePerRequest(writer, request, () => createTextBlock(writer, begun, fields));
        return getTextBlock(writer, id);
      }),
    'textBlocks.get': ({ id }) => store.read((reader) => getTextBlock(reader, id)),
    'textBlocks.list': (query) => store.read((reader) => listTextBlocks(reader, query)),
    'textBlocks.update': ({ id, expectedRevision, ...fields }) =>
      change((writer, begun) => updateTextBlock(writer, begun, id, expectedRevision, given(fields))),
    'textBlocks.delete': ({ id, expectedRevision }) =>
      change(async (writer, begun) => {
        await deleteTextBlock(writer, begun, id, expectedRevision);
        return { id };
      }),
  };
}
