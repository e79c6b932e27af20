import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '#shared/contract/errors.ts';
import { officeContract, type OfficeContract } from '#shared/contract/index.ts';
import { describeCall } from '#shared/contract/describe.ts';
import { changed, type Path, type Schema } from './mutations.ts';
import { inputsOf, nastyValue, plausibleValue } from './random-inputs.ts';
import { prepareSamples } from './samples.ts';
import { openWatchedOffice } from './watched-office.ts';

type CallName = keyof OfficeContract;
const RUNS = process.env['KONTOR_LONG'] === '1' ? 50_000 : 10_000;
/** On a machine that has other things to do as well. */
const SECONDS = 300;
const CALLS = Object.keys(officeContract) as CallName[];

/** Up to three values of a sample, at any depth, replaced or gone. */
const edits = fc.array(fc.tuple(fc.nat(), fc.oneof(nastyValue, plausibleValue)), { maxLength: 3 });

function edited(sample: unknown, changes: [place: number, value: unknown][]): unknown {
  return changes.reduce((value: unknown, [place, replacement]) => {
    const paths = pathsOf(value);
    return changed(value, paths[place % paths.length] ?? [], replacement);
  }, sample);
}

function pathsOf(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [[]];
  return [[], ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner).map((path) => [name, ...path]))];
}

/** Either the sample of a call with some changes, or an input made from nothing but the call's description. */
const randomCall = fc.oneof(
  ...CALLS.map((name) =>
    fc.record({
      name: fc.constant(name),
      attempt: fc.oneof(
        fc.record({ kind: fc.constant('edited' as const), edits }),
        fc.record({
          kind: fc.constant('made' as const),
          input: inputsOf(describeCall(officeContract[name]).input as Schema),
        }),
      ),
    }),
  ),
);

test(
  `${RUNS} random calls: none rejects, none becomes an internal error, and the office stays sound`,
  { timeout: SECONDS * 1000 },
  async () => {
    const office = await openWatchedOffice();
    let samples = await prepareSamples(office.api);
    const { id: finalId } = samples['invoices.xrechnung'];
    const { id: unsettledId } = samples['invoices.settle'];
    const isChanging = (name: CallName): boolean => 'expectedRevision' in samples[name] || 'requestId' in samples[name];
    // What was accepted has used up its sample: revision and request id are gone. Each fourth time all are made anew, so that
    // the others meet what is stale.
    let usedUp = 0;
    const outcomes = new Map<string, number>();
    const called = new Set<CallName>();
    await fc.assert(
      fc.asyncProperty(randomCall, async ({ name, attempt }) => {
        if (usedUp >= 4 && attempt.kind === 'edited' && isChanging(name)) {
          samples = await prepareSamples(office.api, { finalId, unsettledId });
          usedUp = 0;
        }
        const input = attempt.kind === 'made' ? attempt.input : edited(samples[name], attempt.edits);
        const reply = await office.dispatch(name, input);
        const outcome = reply.ok ? 'ok' : reply.code;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        called.add(name);
        if (!reply.ok) expect(ERROR_CODES.filter((code) => code !== 'internal')).toContain(reply.code);
        expect(office.defects()).toEqual([]);
        if (reply.ok && isChanging(name)) usedUp += 1;
      }),
      { numRuns: RUNS },
    );
    console.log([...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', '));
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(RUNS);
    expect(called.size).toBe(CALLS.length);
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['ok', 'invalid-input', 'not-found', 'stale']));
    expect(await office.dispatch('office.verify', {})).toMatchObject({ ok: true, data: { sound: true, damages: [] } });
  },
);

test('no name whatever makes dispatch reject', async () => {
  const office = await openWatchedOffice();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')),
      nastyValue,
      async (name, input) => {
        expect(await office.dispatch(name, input)).toMatchObject({
          ok: false,
          code: 'unknown-call',
          details: { name },
        });
      },
    ),
    { numRuns: 1_000 },
  );
  expect(office.defects()).toEqual([]);
});
