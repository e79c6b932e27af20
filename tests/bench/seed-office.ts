/** Kontor files of any number of invoices, as a host would have made them; made once and kept in `.cache/bench`. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contract } from '#shared/contract/index.ts';
import { connect } from '#shared/contract/rpc.ts';
import { createHost, type Host, type HostOptions } from '../../electron/host/create-host.ts';
import type { Clock } from '../../electron/host/platform.ts';
import { completeCompany, rateId, type KontorApi } from '../builders/office.ts';
import { cloneInvoices } from './seed-clones.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache/bench');

/** Invoices that the host itself finalises, each for a customer of its own; the others are made after their pattern. */
const TEMPLATES = 200;
/** Newest invoices that `office.verify` must find sound before a file is used. */
const VERIFIED = 1000;
const CITIES = ['Bremen', 'Delmenhorst', 'Oldenburg', 'Osterholz-Scharmbeck', 'Verden', 'Achim', 'Syke'] as const;
const KINDS = [
  'Hofladen',
  'Druckerei',
  'Bäckerei',
  'Autohaus',
  'Gartenbau',
  'Praxis',
  'Tischlerei',
  'Weinhandel',
] as const;
const WORK = ['Wartung der Anlage', 'Beratung vor Ort', 'Ersatzteile', 'Anfahrt', 'Dokumentation'] as const;

/** Stands still, so that equal calls make equal files. */
export const benchClock: Clock = { now: () => '2026-11-21T09:30:00.000Z', today: () => '2026-11-21' };

/** A host as the cases use it: everything real but clock and identity. */
export function openBenchHost(file: string, options: Partial<HostOptions> = {}): Promise<Host> {
  const platform = { identity: () => Promise.resolve({ user: 'Messung', machine: 'bench' }) };
  return createHost({ file, platform, clock: benchClock, ...options });
}

/**
 * Path of an office with this many invoices of five lines, most of them final, made on the first call. Not to be changed:
 * whoever writes works on a copy.
 * @throws Error when `office.verify` finds a fresh one damaged
 */
export async function seedOffice(invoices: number): Promise<string> {
  const file = join(CACHE, `office-${invoices}-${fingerprint()}.kontor`);
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE)) {
    if (old.startsWith(`office-${invoices}-`)) rmSync(join(CACHE, old));
  }
  const partial = join(CACHE, `partial-${invoices}.kontor`);
  for (const part of ['', '-wal', '.lock.json']) rmSync(`${partial}${part}`, { force: true });
  const host = await openBenchHost(partial);
  await finaliseTemplates(connect(contract, host.dispatch), Math.min(TEMPLATES, invoices));
  await host.close();
  cloneInvoices(partial, invoices - TEMPLATES);
  await assertSound(partial, invoices);
  renameSync(partial, file);
  return file;
}

export interface OfficeCopy {
  file: string;
  remove: () => void;
}

/** A copy that may be changed, in a folder of its own. */
export function copyOffice(file: string): OfficeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-bench-'));
  const copy = join(folder, 'office.kontor');
  copyFileSync(file, copy);
  return { file: copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Changes with the form of the file and with what fills it. */
function fingerprint(): string {
  const migrations = 'electron/host/store/migrations';
  const sources = [
    ...readdirSync(join(ROOT, migrations)).map((name) => join(migrations, name)),
    ...['electron/host/store/triggers.ts', 'resources/templates/invoice-standard.json'],
    ...['tests/bench/seed-office.ts', 'tests/bench/seed-clones.ts'],
  ];
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(join(ROOT, source)));
  return hash.digest('hex').slice(0, 12);
}

async function finaliseTemplates(api: KontorApi, count: number): Promise<void> {
  await completeCompany(api);
  for (let index = 0; index < count; index++) {
    const { id: customerId } = await createBenchCustomer(api, index);
    const { id, revision } = await createBenchDraft(api, customerId, `bench-draft-${index}`);
    await api['invoices.finalise']({ id, expectedRevision: revision, requestId: `bench-finalise-${index}` });
  }
}

function createBenchCustomer(api: KontorApi, index: number) {
  const city = CITIES[index % CITIES.length] ?? 'Bremen';
  const kind = KINDS[index % KINDS.length] ?? 'Hofladen';
  return api['customers.create']({
    requestId: `bench-customer-${index}`,
    kind: 'business',
    name: `${kind} ${city} ${index}`,
    address: {
      street: `Marktstraße ${index + 1}`,
      addition: '',
      postCode: String(27_000 + index),
      city,
      country: 'DE',
    },
    email: `rechnung${index}@kunden.example`,
  });
}

/** A draft of five lines that can be finalised; its prices follow from the request id alone. */
export async function createBenchDraft(api: KontorApi, customerId: number, requestId: string) {
  const vatRateId = await rateId(api);
  const price = 20 + (createHash('sha256').update(requestId).digest().readUInt16BE() % 500);
  return api['invoices.create']({
    requestId,
    customerId,
    issueDate: '2026-11-20',
    title: `Auftrag ${requestId}`,
    servicePeriod: { start: '2026-11-01', end: '2026-11-17' },
    entries: WORK.map((title, line) => ({
      ...({ kind: 'line', title, quantity: `${line + 1}.5`, unit: 'hour', vatRateId } as const),
      unitPrice: `${price + line}.90`,
    })),
  });
}

async function assertSound(file: string, invoices: number): Promise<void> {
  const host = await openBenchHost(file);
  try {
    const api = connect(contract, host.dispatch);
    const { count } = await api['invoices.summary']({});
    const { sound, damages } = await api['office.verify']({ invoices: VERIFIED });
    if (count !== invoices || !sound)
      throw new Error(`${count} of ${invoices}: ${JSON.stringify(damages.slice(0, 5))}`);
  } finally {
    await host.close();
  }
}
