import fc from 'fast-check';
import type { Schema } from './mutations.ts';

/** Values that have broken other programs: limits, signs, texts that look like something else. */
export const nastyValue = fc.oneof(
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
export const plausibleValue = fc.constantFrom(
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

const plausibleText = fc.oneof(
  plausibleValue.filter((value) => typeof value === 'string'),
  fc.string({ maxLength: 20 }),
);
/** Ids and revisions that a small office has, and ones that it has not; sizes of any kind. */
const plausibleNumber = fc.oneof(fc.integer({ min: -1, max: 12 }), fc.integer());

/**
 * Inputs made from a call's own description, so that a call which nobody thought of here is tried as well: of the right
 * shape, of whatever content; one value in sixteen is of any kind.
 */
export function inputsOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 15, arbitrary: shaped(schema) }, { weight: 1, arbitrary: nastyValue });
}

function shaped(schema: Schema): fc.Arbitrary<unknown> {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (branches.length > 0) return fc.oneof(...branches.map(inputsOf));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const [type] = [schema.type].flat();
  if (type === 'object') return object(schema);
  if (type === 'array') return fc.array(inputsOf(schema.items ?? {}), { maxLength: 3 });
  if (type === 'integer' || type === 'number') return plausibleNumber;
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return plausibleText;
  return type === 'null' ? fc.constant(null) : plausibleValue;
}

function object({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, inputsOf(inner)]));
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}
