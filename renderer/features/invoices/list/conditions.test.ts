import { describe, expect, test } from 'vitest';
import { boundProblems, CONDITION_GROUPS, isActive, isSame, noConditions, without } from './conditions.ts';

const full = {
  ...{
    statuses: ['draft' as const, 'paid' as const],
    customerIds: [2, 1],
    responsibleIds: [3],
    period: 'this-year' as const,
  },
  ...{ issuedFrom: '2026-01-01', issuedTo: '2026-02-01', netFrom: -1, netTo: 0 },
};

describe('conditions', () => {
  test('each group is active by itself and can be taken out by itself', () => {
    expect(CONDITION_GROUPS.filter((group) => isActive(noConditions(), group))).toEqual([]);
    for (const group of CONDITION_GROUPS) {
      expect(isActive(full, group)).toBe(true);
      const others = CONDITION_GROUPS.filter((each) => each !== group);
      expect(CONDITION_GROUPS.filter((each) => isActive(without(full, group), each))).toEqual(others);
    }
    expect(isActive({ ...noConditions(), netTo: 0 }, 'net')).toBe(true);
  });

  test('two are the same whatever order things were chosen in', () => {
    expect(isSame(full, { ...full, customerIds: [1, 2], statuses: ['paid', 'draft'] })).toBe(true);
    expect(isSame(full, { ...full, netTo: null })).toBe(false);
    expect(isSame(noConditions(), noConditions())).toBe(true);
  });

  test('bounds the wrong way round are known; equal ones, and one alone, are fine', () => {
    expect(boundProblems(full)).toEqual({});
    expect(boundProblems({ ...full, issuedTo: '2025-12-31', netTo: -2 })).toEqual({
      issuedTo: 'to-before-from',
      netTo: 'to-below-from',
    });
    expect(boundProblems({ ...full, issuedTo: full.issuedFrom, netTo: -1 })).toEqual({});
    expect(boundProblems({ ...full, issuedFrom: null, issuedTo: '1999-01-01', netFrom: null, netTo: -9 })).toEqual({});
  });
});
