import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT } from '../../../tests/crash/builders/office.ts';
import { openTestStore } from '../../../tests/crash/builders/store.ts';
import {
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  openTestOffice,
  testFolder,
  type KontorApi,
} from '../../../tests/builders/office.ts';
import { journalPart } from './export.ts';
import { appendJournal } from './service.ts';

const SCRIPT = new URL('../../../docs/journal-pruefen.mjs', import.meta.url);

interface Checker {
  checkExport: (
    chunks: Iterable<Uint8Array>,
    anchor?: { sequence: number | null; hash: string } | null,
  ) => Promise<{ damage: string | null; sequence: number; hash: string }>;
  parseAnchor: (text: string) => { sequence: number | null; hash: string } | null;
}
const { checkExport, parseAnchor } = (await import(SCRIPT.href)) as Checker;

/** The file that the window saves. */
async function exported(api: KontorApi) {
  const { fileName, until } = await api['journal.export']({ requestId: newRequestId() });
  const parts: Uint8Array[] = [];
  let [after, done] = [0, false];
  while (!done) {
    const part = await api['journal.part']({ after, until: until.sequence });
    parts.push(part.content);
    ({ last: after, done } = part);
  }
  return { fileName, until, content: Buffer.concat(parts), parts };
}

async function officeWithInvoice() {
  const office = await openReadyOffice();
  await finalise(office.api, await createDraft(office.api, { title: 'Räumen & Streuen „Süd“\u2028' }));
  return office;
}

const run = promisify(execFile);

describe('journal.export', () => {
  test('[F2.2] gives every entry, the last one says that it was exported, and the head as anchor', async () => {
    const { api } = await officeWithInvoice();
    const before = (await api['journal.list']({ limit: 500 })).entries;
    const { fileName, until, content } = await exported(api);
    expect(fileName).toBe('Kontor-Journal-2026-11-21.jsonl');
    const lines = content.toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(before.length + 2);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ anchor: until });
    expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({
      entry: {
        ...{ action: 'journal.exported', record: 'journal', recordId: null, who: 'Katharina Lindner' },
        changes: { last: { from: null, to: before.length }, hash: { from: null, to: before[0]?.hash } },
      },
    });
    expect(await checkExport([content])).toEqual({ damage: null, ...until });
    expect((await api['office.verify']({})).anchor).toEqual(until);
    expect((await api['office.verify']({})).damages).toEqual([]);
  });

  test('a repeat of the request is the same export', async () => {
    const { api } = await openTestOffice();
    const requestId = newRequestId();
    const first = await api['journal.export']({ requestId });
    await api['journal.export']({ requestId: newRequestId() });
    expect(await api['journal.export']({ requestId })).toEqual(first);
  });

  test('comes in parts, none of them much larger than four megabytes', async () => {
    const store = await openTestStore(join(testFolder(), 'a.kontor'));
    const changes = { name: { from: 'ä'.repeat(100_000), to: 'b' } };
    await store.write(async (writer) => {
      for (let recordId = 1; recordId <= 50; recordId += 1) {
        const what = { action: 'customer.updated', record: 'customer', recordId, changes } as const;
        await appendJournal(writer, { at: AT, who: 'Anna Beispiel', ...what });
      }
    });
    const parts: Uint8Array[] = [];
    for (let [after, done] = [0, false]; !done;) {
      const part = await journalPart(store, after, undefined);
      parts.push(part.content);
      ({ last: after, done } = part);
    }
    expect(parts.map(({ length }) => Math.ceil(length / 1024 / 1024))).toEqual([5, 5, 2]);
    expect(await checkExport(parts)).toMatchObject({ damage: null, sequence: 50 });
    // A file is read in pieces of any size.
    const bytes = Buffer.concat(parts);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, index) =>
      bytes.subarray(index * 65_536, (index + 1) * 65_536),
    );
    expect(await checkExport(pieces)).toMatchObject({ damage: null, sequence: 50 });
  });
});

describe('the script that checks an export without Kontor', () => {
  test('finds any one changed, missing or added byte', async () => {
    const { api } = await officeWithInvoice();
    const { content } = await exported(api);
    const runs = process.env['KONTOR_LONG'] === '1' ? 20_000 : 600;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(content.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('change', 'remove', 'insert'),
        async (place, difference, what) => {
          const byte = Buffer.from([((content[place] ?? 0) + difference) % 256]);
          const rest = content.subarray(what === 'insert' ? place : place + 1);
          const damaged = Buffer.concat([content.subarray(0, place), what === 'remove' ? Buffer.alloc(0) : byte, rest]);
          expect((await checkExport([damaged])).damage).not.toBeNull();
        },
      ),
      { numRuns: runs },
    );
  });

  test('finds lines that are gone, twice there or swapped, and names the first one', async () => {
    const { api } = await officeWithInvoice();
    const lines = (await exported(api)).content.toString('utf8').trimEnd().split('\n');
    const damageOf = async (changed: string[]) =>
      (await checkExport([Buffer.from(changed.map((line) => `${line}\n`).join(''))])).damage;
    expect(await damageOf(lines)).toBeNull();
    expect(await damageOf(lines.toSpliced(4, 1))).toMatch(/^Eintrag 5 ist beschädigt/);
    expect(await damageOf(lines.toSpliced(4, 0, lines[4] ?? ''))).toMatch(/^Eintrag 6 ist beschädigt/);
    expect(await damageOf(lines.toSpliced(4, 2, lines[5] ?? '', lines[4] ?? ''))).toMatch(/^Eintrag 5 ist/);
    expect(await damageOf(lines.toSpliced(-2, 1))).toMatch(/Die Datei endet bei Eintrag/);
    expect(await damageOf(lines.slice(0, -1))).toMatch(/abgeschnitten/);
    expect(await damageOf([])).toMatch(/abgeschnitten/);
    expect(await damageOf([...lines, lines.at(-1) ?? ''])).toMatch(/Hinter der Zeile mit dem Anker/);
  });

  test('compares with an anchor that was kept elsewhere', async () => {
    const { api } = await officeWithInvoice();
    const early = (await exported(api)).until;
    const { content, until } = await exported(api);
    for (const anchor of [until, early, { sequence: null, hash: early.hash.slice(0, 16) }]) {
      expect((await checkExport([content], anchor)).damage).toBeNull();
    }
    expect((await checkExport([content], { ...early, hash: until.hash })).damage).toBe(
      `Eintrag ${early.sequence} passt nicht zum angegebenen Anker.`,
    );
    expect((await checkExport([content], { sequence: 5000, hash: until.hash })).damage).toMatch(/kommt in diesem/);
    expect(parseAnchor(`12:${'AB'.repeat(8)}…`)).toEqual({ sequence: 12, hash: 'ab'.repeat(8) });
    for (const text of ['12:', 'ab', '0:abababababababab', `12:${'g'.repeat(64)}`])
      expect(parseAnchor(text)).toBeNull();
  });

  test('says so in German, with an exit code', async () => {
    const { api } = await officeWithInvoice();
    const { content, until } = await exported(api);
    const file = join(testFolder(), 'journal.jsonl');
    await writeFile(file, content);
    const check = (...args: string[]) => run(process.execPath, [SCRIPT.pathname, ...args]);
    const anchor = `${until.sequence}:${until.hash}`;
    expect((await check(file, '--anker', anchor)).stdout).toBe(
      `In Ordnung: ${until.sequence} Einträge, die Kette ist geschlossen.\nAnker: ${anchor}\nDer angegebene Anker kommt darin vor.\n`,
    );
    await writeFile(file, content.toString('utf8').replace('Katharina', 'Katharine'));
    await expect(check(file)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^BESCHÄDIGT\. Eintrag/) as string,
    });
    await expect(check()).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(/^Aufruf/) as string });
    await expect(check(`${file}.gone`)).rejects.toMatchObject({ code: 2 });
  });
});
