import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '#shared/contract/errors.ts';
import { contract, type KontorContract } from '#shared/contract/index.ts';
import { prepareSamples, type Samples } from './samples.ts';
import { openWatchedOffice } from './watched-office.ts';

const RUNS = process.env['KONTOR_LONG'] === '1' ? 10_000 : 300;
const CALLS = Object.keys(contract) as (keyof KontorContract)[];

/** Values that have broken other programs: limits, signs, texts that look like something else. */
const nastyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ...[0, -0, -1, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, Number.NaN, Number.POSITIVE_INFINITY, 0.1],
    ...[
      '',
      ' ',
      '0',
      '-0',
      '1e5',
      '99999999.99',
      '9'.repeat(400),
      "'; DROP TABLE invoice; --",
      '%',
      '__proto__',
      '{x}',
    ],
    ...['2026-02-30', '2024-02-29', '1900-01-01', '2189-12-31', '\u0000', '\ud800', '🎉', 'null', '[0,0]', '["x",1]'],
    ...[null, undefined, true, [], [[]], {}, new Uint8Array([1]), new Date(0), 10n, Symbol('s'), () => 1],
  ),
);

/** A sample with some of its values, at any depth, replaced or gone. */
function disturbed(sample: unknown): fc.Arbitrary<unknown> {
  const inner = (value: unknown): fc.Arbitrary<unknown> => {
    if (Array.isArray(value)) return fc.tuple(...value.map(inner));
    if (typeof value !== 'object' || value === null)
      return fc.oneof({ weight: 6, arbitrary: fc.constant(value) }, nastyValue);
    const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, inner(field)]));
    const whole = fc.record(fields, { requiredKeys: Object.keys(fields) });
    const parts = fc.record(fields, { requiredKeys: [] });
    return fc.oneof({ weight: 12, arbitrary: whole }, { weight: 2, arbitrary: parts }, nastyValue);
  };
  return inner(sample);
}

function anyCall(samples: Samples): fc.Arbitrary<[name: string, input: unknown]> {
  const known = fc
    .constantFrom(...CALLS)
    .chain((name) =>
      fc.tuple(fc.constant<string>(name), fc.oneof({ weight: 4, arbitrary: disturbed(samples[name]) }, nastyValue)),
    );
  return fc.oneof({ weight: 30, arbitrary: known }, fc.tuple(fc.string({ maxLength: 20 }), nastyValue));
}

test('no input whatever makes a call reject or become an internal error', async () => {
  const office = await openWatchedOffice();
  const samples = await prepareSamples(office.api);
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyCall(samples), async ([name, input]) => {
      const reply = await office.dispatch(name, input);
      seen.add(reply.ok ? 'ok' : reply.code);
      if (!reply.ok) {
        expect(ERROR_CODES).toContain(reply.code);
        expect([reply.code, reply.message, ...office.defects()]).toEqual([
          expect.not.stringMatching(/^internal$/),
          reply.message,
        ]);
      }
    }),
    { numRuns: RUNS },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['ok', 'invalid-input']));
  expect(await office.dispatch('office.verify', {})).toMatchObject({ ok: true, data: { sound: true, damages: [] } });
});
