import type { InvoiceConditions } from '#shared/contract/invoice-list.ts';

export type Conditions = InvoiceConditions;

/** The groups of the drawer; each has a chip of its own. */
export const CONDITION_GROUPS = ['period', 'customers', 'responsible', 'statuses', 'net'] as const;
export type ConditionGroup = (typeof CONDITION_GROUPS)[number];

/** A filter that lets everything through. */
export function noConditions(): Conditions {
  return {
    ...{ statuses: [], customerIds: [], responsibleIds: [], period: null },
    ...{ issuedFrom: null, issuedTo: null, netFrom: null, netTo: null },
  };
}

const FIELDS: Record<ConditionGroup, readonly (keyof Conditions)[]> = {
  period: ['period', 'issuedFrom', 'issuedTo'],
  customers: ['customerIds'],
  responsible: ['responsibleIds'],
  statuses: ['statuses'],
  net: ['netFrom', 'netTo'],
};

/** Whether a group asks for anything. */
export function isActive(conditions: Conditions, group: ConditionGroup): boolean {
  return FIELDS[group].some((field) => {
    const value = conditions[field];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });
}

/** The same without what one group asks for. */
export function without(conditions: Conditions, group: ConditionGroup): Conditions {
  const empty = noConditions();
  return { ...conditions, ...Object.fromEntries(FIELDS[group].map((field) => [field, empty[field]])) };
}

/** Whether two filters ask for the same; the order in which things were chosen says nothing. */
export function isSame(one: Conditions, other: Conditions): boolean {
  return text(one) === text(other);
}

function text(conditions: Conditions): string {
  const fields = Object.keys(noConditions()) as (keyof Conditions)[];
  const plain = fields.map((field) => {
    const value = conditions[field];
    return Array.isArray(value) ? [...value].map(String).sort() : value;
  });
  return JSON.stringify(plain);
}

/** The rule of each bound that lies before its counterpart. */
export function boundProblems({
  issuedFrom,
  issuedTo,
  netFrom,
  netTo,
}: Conditions): Partial<Record<'issuedTo' | 'netTo', string>> {
  return {
    ...(issuedFrom !== null && issuedTo !== null && issuedTo < issuedFrom && { issuedTo: 'to-before-from' }),
    ...(netFrom !== null && netTo !== null && netTo < netFrom && { netTo: 'to-below-from' }),
  };
}
