import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { createHost } from '../../electron/host/create-host.ts';
import { connect } from '#shared/contract/rpc.ts';
import { contract } from '#shared/contract/index.ts';
import { completeCompany, createCustomer, createDraft, testFolder } from '../builders/office.ts';
import { jsonLines, startKontor } from '../cli/run-kontor.ts';

/** With the real documents, which take their time; `kill.test.ts` does more without them. */
const KILLS = process.env['KONTOR_LONG'] === '1' ? 60 : 3;
const DRAFTS_PER_ROUND = 8;
/** Each kill starts the host twice. */
const TIME_LIMIT = KILLS * 20_000;

type Reply = { ok: boolean; data: { id: number; number: string } };

/** Sends the calls and kills the process as soon as it acknowledged `acknowledged` of them, plus a moment. */
async function finaliseAndKill(data: string, lines: string[], acknowledged: number, moment: number): Promise<Reply[]> {
  const child = startKontor(['--data', data, 'batch']);
  let output = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdout?.on('data', (text: Buffer) => {
    output += text.toString();
    if (output.split('\n').length > acknowledged) setTimeout(() => child.kill('SIGKILL'), moment);
  });
  child.stdin?.end(lines.join('\n'));
  await ended;
  return jsonLines(output.slice(0, output.lastIndexOf('\n') + 1)) as Reply[];
}

test(
  'killed while finalising there is no gap, no double, no half-final invoice, and nothing acknowledged is lost [F2.3]',
  async () => {
    const file = `${testFolder()}/office.kontor`;
    const acknowledged = new Map<number, string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const host = await createHost({ file });
      const api = connect(contract, host.dispatch);
      if (kill === 0) await completeCompany(api);
      const customerId = (await createCustomer(api, { requestId: `crash-customer-${kill}` })).id;
      const lines = [];
      for (let index = 0; index < DRAFTS_PER_ROUND; index += 1) {
        const { id, revision } = await createDraft(api, { customerId, requestId: `crash-draft-${kill}-${index}` });
        const input = { id, expectedRevision: revision, requestId: `crash-finalise-${kill}-${index}` };
        lines.push(JSON.stringify({ call: 'invoices.finalise', input }));
      }
      await host.close();
      for (const reply of await finaliseAndKill(dirname(file), lines, (kill % 5) + 1, (kill * 7) % 23)) {
        expect(reply.ok).toBe(true);
        acknowledged.set(reply.data.id, reply.data.number);
      }
    }

    const host = await createHost({ file });
    const api = connect(contract, host.dispatch);
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
    const { rows } = await api['invoices.list']({
      filter: { statuses: ['final'] },
      sort: 'number',
      descending: false,
      limit: 200,
    });
    expect(rows.map(({ number }) => number)).toEqual(
      rows.map((_, index) => `RE-2026-${String(index + 1).padStart(4, '0')}`),
    );
    const numbers = new Map(rows.map(({ id, number }) => [id, number]));
    for (const [id, number] of acknowledged) expect(numbers.get(id)).toBe(number);
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS);
    await host.close();
  },
  TIME_LIMIT,
);
