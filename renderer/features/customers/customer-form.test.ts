import { describe, expect, test } from 'vitest';
import { CustomerFields } from '#shared/contract/customers.ts';
import { emptyCustomer, toFields, toForm } from './customer-form.ts';

describe('the values of the customer dialog', () => {
  test('a new customer needs nothing but its name', () => {
    const fields = toFields({ ...emptyCustomer('Hofladen'), number: '10001' });
    expect(CustomerFields.parse(fields)).toEqual(fields);
    expect(CustomerFields.safeParse(toFields({ ...emptyCustomer(''), number: '10001' })).success).toBe(false);
  });

  test('a stored customer comes back as it was', () => {
    const fields = {
      ...toFields({ ...emptyCustomer('Hofladen'), number: '10001' }),
      terms: { dueDays: 30, skontoDays: 10, skontoPercent: '2.5' },
    };
    expect(toFields(toForm({ ...fields, id: 1, revision: 3, archived: false }))).toEqual(fields);
  });

  test('an empty Skonto is none', () => {
    expect(toFields(emptyCustomer('Hofladen')).terms.skontoPercent).toBeNull();
  });
});
