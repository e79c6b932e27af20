import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import type { contract, KontorContract } from '#shared/contract/index.ts';
import type { Customer } from '#shared/contract/customers.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { connect, type Api, type Dispatch } from '#shared/contract/rpc.ts';
import { contract as calls } from '#shared/contract/index.ts';
import { createHost, type Host, type HostOptions } from '../../electron/host/create-host.ts';
import { sharedRenderer } from './renderer.ts';

export type KontorApi = Api<KontorContract>;
type CreateInput = z.input<(typeof contract)['invoices.create']['input']>;
type CustomerInput = z.input<(typeof contract)['customers.create']['input']>;

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now: () => string;
  today: () => string;
  set: (instant: string) => void;
}

export function testClock(instant = '2026-11-21T09:30:00.000Z'): TestClock {
  let current = instant;
  return { now: () => current, today: () => current.slice(0, 10), set: (next) => (current = next) };
}

export interface TestOffice {
  host: Host;
  dispatch: Dispatch;
  api: KontorApi;
  clock: TestClock;
  file: string;
  /** What the host logged: a test that expects nothing finds nothing. */
  logged: unknown[];
}

const identity = { user: 'Test', machine: 'test-machine' };
let requests = 0;

/** A request id that no other call of this process uses. */
export function newRequestId(): string {
  requests += 1;
  return `test-request-${requests}`;
}

/** A folder of its own for one test, gone when the test is over. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface TestOfficeOptions extends Partial<HostOptions> {
  clock?: TestClock;
  /** The host starts a rendering thread of its own, as it needs to for documents with a logo out of its file. */
  ownRenderer?: boolean;
}

/** A host on a real file in a folder of its own; closed and removed when the test is over. */
export async function openTestOffice({ ownRenderer, ...options }: TestOfficeOptions = {}): Promise<TestOffice> {
  const file = options.file ?? join(testFolder(), 'office.kontor');
  const clock = options.clock ?? testClock();
  const logged: unknown[] = [];
  const host = await createHost({
    platform: { identity: () => Promise.resolve(identity) },
    log: (...entry) => logged.push(entry),
    ...(ownRenderer !== true && { renderer: sharedRenderer }),
    ...options,
    file,
    clock,
  });
  onTestFinished(() => host.close());
  return { host, dispatch: host.dispatch, api: connect(calls, host.dispatch), clock, file, logged };
}

/** The same office with a company that may write invoices. */
export async function openReadyOffice(options: Parameters<typeof openTestOffice>[0] = {}): Promise<TestOffice> {
  const office = await openTestOffice(options);
  await completeCompany(office.api);
  return office;
}

/** Fills in all that the law and the XRechnung want of the seller. */
export async function completeCompany(api: KontorApi): Promise<void> {
  const { revision } = await api['company.get']({});
  await api['company.update']({
    expectedRevision: revision,
    name: 'Musterbüro GmbH',
    address: { street: 'Werderstraße 14', addition: '', postCode: '28199', city: 'Bremen', country: 'DE' },
    vatId: 'DE123456788',
    email: 'rechnung@musterbuero.example',
    iban: 'DE02120300000000202051',
    bic: 'BYLADEM1001',
  });
  const { profiles } = await api['profiles.list']({});
  const [profile] = profiles;
  if (!profile) throw new Error('a new office has a profile');
  const contact = { name: 'Katharina Lindner', phone: '0421 555 0141', email: 'k.lindner@musterbuero.example' };
  await api['profiles.update']({ id: profile.id, expectedRevision: profile.revision, ...contact });
}

/** From now on the company is a Kleinunternehmer; returns the id of its rate (§ 19 UStG). */
export async function becomeSmallBusiness(api: KontorApi): Promise<number> {
  const { revision } = await api['company.get']({});
  await api['company.update']({ expectedRevision: revision, smallBusiness: true });
  return rateId(api, 'Kleinunternehmer (§ 19 UStG)');
}

export function createCustomer(api: KontorApi, input: Partial<CustomerInput> = {}): Promise<Customer> {
  return api['customers.create']({
    requestId: newRequestId(),
    kind: 'business',
    name: 'Hofladen Behrens GbR',
    address: { street: 'Am Deich 3', addition: '', postCode: '27749', city: 'Delmenhorst', country: 'DE' },
    email: 'buero@hofladen-behrens.example',
    ...input,
  });
}

/** Id of a shipped VAT rate by its name. */
export async function rateId(api: KontorApi, name = 'Regelsteuersatz'): Promise<number> {
  const rate = (await api['vatRates.list']({})).rates.find((candidate) => candidate.name === name);
  if (!rate) throw new Error(`there is no VAT rate "${name}"`);
  return rate.id;
}

/** A draft with one position of 3,5 hours at 120,00 that can be finalised, unless `input` says otherwise. */
export async function createDraft(api: KontorApi, input: Partial<CreateInput> = {}): Promise<InvoiceDetail> {
  const vatRateId = await rateId(api);
  return api['invoices.create']({
    requestId: newRequestId(),
    issueDate: '2026-11-20',
    title: 'Wartung November',
    servicePeriod: { start: '2026-11-01', end: '2026-11-17' },
    entries: [{ kind: 'line', title: 'Wartung', quantity: '3.5', unit: 'hour', unitPrice: '120', vatRateId }],
    ...input,
    customerId: input.customerId ?? (await createCustomer(api)).id,
  });
}

export function finalise(
  api: KontorApi,
  { id, revision }: Pick<InvoiceDetail, 'id' | 'revision'>,
): Promise<InvoiceDetail> {
  return api['invoices.finalise']({ id, expectedRevision: revision, requestId: newRequestId() });
}
