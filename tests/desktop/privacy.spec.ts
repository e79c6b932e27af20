import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copySeed } from '../e2e/offices.ts';
import { startRecordingProxy } from '../e2e/recording-proxy.ts';
import { readSockets, WATCH } from '../e2e/watched-sockets.ts';
import { startDesktop } from './application.ts';
import { expect, test } from './fixture.ts';

/** Nobody has this name. */
const PROOF = 'http://kontor-proof.invalid/';

test('from the start to a final invoice the application asks nothing of the network', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-private-'));
  const proxy = await startRecordingProxy();
  const office = await copySeed(folder);
  const sockets = join(folder, 'sockets.txt');
  const switches = [`--proxy-server=${proxy.address}`, '--proxy-bypass-list=<-loopback>'];
  const { app } = await startDesktop(folder, [office, ...switches]);
  try {
    // Playwright takes NODE_OPTIONS away, so the watch begins when the application is ready.
    await app.evaluate(
      (_electron, { file, watch }) => {
        process.env['KONTOR_TEST_SOCKETS'] = file;
        process.getBuiltinModule('node:module').createRequire(watch)(watch);
      },
      { file: sockets, watch: WATCH },
    );
    const page = await app.firstWindow();
    await expect(page.locator('tbody tr').first()).toBeVisible();
    const outcome = await page.evaluate(async () => {
      const { kontor } = window;
      const list = await kontor.call('invoices.list', { filter: { statuses: ['draft'] } });
      if (!list.ok) return list;
      const attempts = (list.data as { rows: { id: number; revision: number }[] }).rows;
      for (const { id } of attempts) {
        const draft = await kontor.call('invoices.get', { id });
        if (!draft.ok) return draft;
        const { revision } = draft.data as { revision: number };
        const input = { id, expectedRevision: revision, requestId: crypto.randomUUID() };
        const final = await kontor.call('invoices.finalise', input);
        if (final.ok) return kontor.call('invoices.pdf', { id });
      }
      return { ok: false, code: 'no draft of the demo office can be finalised' };
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(proxy.asked()).toEqual([]);
    expect(await readSockets(sockets)).toEqual([]);

    // Both would have seen it: Chromium's requests through the proxy, Node's sockets through the watch.
    await app.evaluate(async ({ session }, url) => {
      // Not through our own session: that one cancels it.
      const other = session.fromPartition('proof');
      other.setSpellCheckerLanguages([]);
      // A session hears of the proxy a moment after it was made.
      while (!(await other.resolveProxy(url)).startsWith('PROXY')) await new Promise((again) => setTimeout(again, 50));
      await other.fetch(url);
      const { connect } = process.getBuiltinModule('node:net');
      await new Promise((settle) => connect(9, '127.0.0.1').on('error', settle));
    }, PROOF);
    expect(proxy.asked()).toEqual(['kontor-proof.invalid:80']);
    expect(await readSockets(sockets)).toEqual(['127.0.0.1:9']);
  } finally {
    await app.close();
    await proxy.close();
    await rm(folder, { recursive: true, force: true });
  }
});
