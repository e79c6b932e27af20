import { describe, expect, test } from 'vitest';
import { connectByName } from './by-name.ts';
import type { CallError } from './errors.ts';
import type { KontorContract } from './index.ts';
import type { Reply } from './rpc.ts';

function connected(reply: Reply): { api: ReturnType<typeof connectByName<KontorContract>>; sent: unknown[][] } {
  const sent: unknown[][] = [];
  const api = connectByName<KontorContract>(async (...call) => {
    sent.push(call);
    return reply;
  });
  return { api, sent };
}

describe('calls by name', () => {
  test('send the name and a copy without proxies, bytes as they are', async () => {
    const { api, sent } = connected({ ok: true, data: { revision: 2 } });
    const content = new Uint8Array([1, 2]);
    const input = new Proxy({ expectedRevision: 1, content }, {});
    expect(await api['company.setLogo'](input)).toEqual({ revision: 2 });
    expect(sent).toEqual([['company.setLogo', { expectedRevision: 1, content }]]);
    expect(structuredClone(sent[0]?.[1])).toEqual({ expectedRevision: 1, content });
    expect((sent[0]?.[1] as { content: unknown }).content).toBe(content);
  });

  test('throw what the host refused, with code and details', async () => {
    const { api } = connected({ ok: false, code: 'not-found', message: 'no invoice 7', details: { id: 7 } });
    const refused = api['invoices.get']({ id: 7 });
    await expect(refused).rejects.toMatchObject({ code: 'not-found', details: { id: 7 } } satisfies Partial<CallError>);
  });
});
