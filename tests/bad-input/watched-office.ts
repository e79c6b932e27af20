import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { FieldProblem } from '#shared/contract/errors.ts';
import type { KontorContract } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/rpc.ts';
import { createCustomer, newRequestId, openReadyOffice, rateId, type TestOffice } from '../builders/office.ts';

/** An office whose file a test can look at while the host holds it. */
export interface WatchedOffice extends TestOffice {
  /** Hash of the whole database, byte for byte. */
  content: () => string;
  /** What the host logged as a defect; notes about slow statements are none. */
  defects: () => unknown[];
}

export async function openWatchedOffice(options: Parameters<typeof openReadyOffice>[0] = {}): Promise<WatchedOffice> {
  const opened: Database.Database[] = [];
  const sqlite = function recording(file: string, settings: Database.Options): Database.Database {
    const database = new Database(file, settings);
    opened.push(database);
    return database;
  };
  const office = await openReadyOffice({ ownRenderer: true, ...options, sqlite });
  const [database] = opened;
  if (!database) throw new Error('the host opened no database');
  return {
    ...office,
    content: () => createHash('sha256').update(database.serialize()).digest('hex'),
    defects: () => office.logged.filter((entry) => !(Array.isArray(entry) && String(entry[0]).startsWith('slow:'))),
  };
}

/** The same with a customer, and inputs for a draft of one position that it accepts. */
export async function openDraftOffice() {
  const office = await openWatchedOffice();
  const { id: customerId } = await createCustomer(office.api);
  const vatRateId = await rateId(office.api);
  const line = {
    kind: 'line' as const,
    title: 'Wartung',
    quantity: '1',
    unit: 'hour' as const,
    unitPrice: '100',
    vatRateId,
  };
  const input = (changes: object = {}) => ({
    ...{ requestId: newRequestId(), issueDate: '2026-11-20', customerId, entries: [line] },
    ...changes,
  });
  return {
    ...{ office, line, input },
    withLine: (changes: object) => input({ entries: [{ ...line, ...changes }] }),
    withText: (content: unknown) => input({ entries: [{ kind: 'text', area: 'intro', content }, line] }),
  };
}

type CallName = keyof KontorContract;

/** The reply to a call that must be refused, after which the file is byte for byte the same and nothing is logged. */
export async function refusal(
  office: WatchedOffice,
  call: CallName,
  input: unknown,
): Promise<Extract<Reply, { ok: false }>> {
  const before = office.content();
  const reply = await office.dispatch(call, input);
  const shown = JSON.stringify(input)?.slice(0, 200);
  if (reply.ok) throw new Error(`${call} accepted ${shown}`);
  expect([call, shown, office.content(), office.defects()]).toEqual([call, shown, before, []]);
  return reply;
}

/** Refused as invalid input, with a problem at this field by this rule. */
export async function expectInvalid(
  office: WatchedOffice,
  call: CallName,
  input: unknown,
  [field, rule]: readonly [field: string, rule: string],
): Promise<void> {
  const { code, details } = await refusal(office, call, input);
  const problems = (details as FieldProblem[] | null)?.map((problem) => [problem.field, problem.rule]);
  expect({ code, problems, input: JSON.stringify(input).slice(0, 200) }).toMatchObject({
    code: 'invalid-input',
    problems: expect.arrayContaining([[field, rule]]) as unknown,
  });
}

/** The data of a call that must be accepted. */
export async function accepted<T = Record<string, unknown>>(
  office: WatchedOffice,
  call: CallName,
  input: unknown,
): Promise<T> {
  const reply = await office.dispatch(call, input);
  expect([call, reply]).toMatchObject([call, { ok: true }]);
  return (reply as { data: T }).data;
}
