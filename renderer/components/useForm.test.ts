import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CallError } from '#shared/contract/errors.ts';
import { useFailureStore } from '../stores/failure.ts';
import { useForm } from './useForm.ts';

beforeEach(() => setActivePinia(createPinia()));

const refuse = (code: 'invalid-input' | 'stale') => () =>
  Promise.reject(new CallError(code, 'refused', [{ field: 'iban', rule: 'iban', parameters: {} }]));

describe('a form', () => {
  test('knows whether it differs from what it opened with, and goes back to it', () => {
    const form = useForm({ name: 'A', terms: { days: 14 } });
    form.values.value.terms.days = 30;
    expect(form.isDirty.value).toBe(true);
    form.reset();
    expect(form.values.value.terms.days).toBe(14);
    expect(form.isDirty.value).toBe(false);
  });

  test('goes on from what is stored', () => {
    const form = useForm({ name: 'A' });
    form.restart({ name: 'B' });
    expect(form.values.value.name).toBe('B');
    expect(form.isDirty.value).toBe(false);
    form.values.value.name = 'C';
    form.reset();
    expect(form.values.value.name).toBe('B');
  });

  test('keeps the input and says at the field what the host refused', async () => {
    const form = useForm({ iban: 'DE00' });
    form.values.value.iban = 'DE01';
    expect(await form.submit(refuse('invalid-input'))).toBe(false);
    expect(form.values.value.iban).toBe('DE01');
    expect(form.errorsOf('iban')[0]).toContain('Kontoauszug');
    expect(form.isSaving.value).toBe(false);
    expect(await form.submit(() => Promise.resolve())).toBe(true);
    expect(form.errorsOf('iban')).toEqual([]);
  });

  test('hands what no field can show to the failure dialog', async () => {
    const form = useForm({ iban: '' });
    expect(await form.submit(refuse('stale'))).toBe(false);
    await vi.waitFor(() => expect(useFailureStore().text).not.toBe(''));
    expect(form.errorsOf('iban')).toEqual([]);
  });
});
