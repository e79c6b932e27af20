import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '#shared/contract/errors.ts';
import { officeContract, type OfficeContract } from '#shared/contract/index.ts';
import { changed, type Path } from './mutations.ts';
import { prepareSamples } from './samples.ts';
import { openWatchedOffice } from './watched-office.ts';

const RUNS = process.env['KONTOR_LONG'] === '1' ? 10_000 : 300;
const CALLS = Object.keys(officeContract) as (keyof OfficeContract)[];

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

/** Values that fit some field, though perhaps not this one and not beside the others. */
const plausibleValue = fc.constantFrom(
  ...[
    0,
    1,
    2,
    7,
    50,
    365,
    3_650,
    987_654,
    9_999_999_999,
    -1,
    true,
    false,
    null,
    [],
    'Wartung',
    '',
    '<b>',
    'x'.repeat(90),
  ],
  ...['0', '1', '12.5', '100', '99999999.99', '-3', '0.0001', '1990-01-01', '2020-07-01', '2030-12-31', '2189-12-31'],
  ...[
    'line',
    'text',
    'percent',
    'amount',
    'intro',
    'closing',
    'S',
    'E',
    'AE',
    'K',
    'O',
    'EUR',
    'CHF',
    'DE',
    'US',
    'de',
    'en',
  ],
  ...[
    'none',
    'xrechnung',
    'private',
    'end',
    'page',
    'number',
    'DE136695976',
    '{skontoDate}',
    '{unknown}',
    '04011000-12345-03',
  ],
);

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

test('no input whatever makes a call reject or become an internal error', async () => {
  const office = await openWatchedOffice();
  let samples = await prepareSamples(office.api);
  const { id: finalId } = samples['invoices.xrechnung'];
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...CALLS), edits, async (name, changes) => {
      const reply = await office.dispatch(name, edited(samples[name], changes));
      seen.add(reply.ok ? 'ok' : reply.code);
      if (!reply.ok) expect(ERROR_CODES.filter((code) => code !== 'internal')).toContain(reply.code);
      expect(office.defects()).toEqual([]);
      // What was accepted has used up its sample: revision and request id are gone.
      const changing = 'expectedRevision' in samples[name] || 'requestId' in samples[name];
      if (reply.ok && changing) samples = await prepareSamples(office.api, finalId);
    }),
    { numRuns: RUNS },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['ok', 'invalid-input']));
  expect(await office.dispatch('office.verify', {})).toMatchObject({ ok: true, data: { sound: true, damages: [] } });
});

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
    { numRuns: RUNS },
  );
  expect(office.defects()).toEqual([]);
});
