import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallBusinessState, type SmallBusinessRevenue } from './small-business.ts';

const state = (revenue: Partial<SmallBusinessRevenue>) =>
  smallBusinessState({ year: 2026, received: 0, open: 0, previousYear: 0, ...revenue });

describe('[F1.6] the limits of § 19 UStG', () => {
  test.each([
    [{ received: 2_500_000 }, 'within'],
    [{ received: 2_500_001 }, 'exceeded-next'],
    [{ received: 2_500_001, open: 5_499_998 }, 'exceeded-next'],
    [{ received: 2_500_001, open: 5_499_999 }, 'near'],
    [{ open: 8_000_000 }, 'near'],
    [{ received: 10_000_000 }, 'near'],
    [{ received: 10_000_001 }, 'exceeded'],
    [{ previousYear: 2_500_000 }, 'within'],
    [{ previousYear: 2_500_001 }, 'exceeded-before'],
    [{ previousYear: 2_500_001, open: 9_000_000 }, 'exceeded-before'],
    [{ previousYear: 2_500_001, received: 10_000_001 }, 'exceeded'],
  ] as const)('%o is %s', (revenue, expected) => {
    expect(state(revenue)).toBe(expected);
  });

  test('more money never looks better', () => {
    const order = ['within', 'exceeded-next', 'near', 'exceeded-before', 'exceeded'];
    const amount = fc.integer({ min: 0, max: 20_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (received, open, previousYear, more) => {
        const before = order.indexOf(state({ received, open, previousYear }));
        expect(order.indexOf(state({ received: received + more, open, previousYear }))).toBeGreaterThanOrEqual(before);
        expect(order.indexOf(state({ received, open: open + more, previousYear }))).toBeGreaterThanOrEqual(before);
        expect(order.indexOf(state({ received, open, previousYear: previousYear + more }))).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });
});
