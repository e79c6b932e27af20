// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { nextTick } from 'vue';
import { mountField } from '../testing/mount.ts';
import DateField from './DateField.vue';
import DecimalField from './DecimalField.vue';
import MoneyField from './MoneyField.vue';
import NumberField from './NumberField.vue';

function open<T>(field: Parameters<typeof mountField>[0], start: T, props: Record<string, unknown>) {
  const { wrapper, value } = mountField(field, start, { label: 'Feld', ...props });
  const input = wrapper.get('input');
  const leave = () => input.trigger('blur');
  return { wrapper, value, input, leave, type: (text: string) => input.setValue(text) };
}

describe('an amount', () => {
  test('typed as in Germany is cents, and is written properly when the field is left', async () => {
    const { value, input, type, leave } = open<number | null>(MoneyField, null, {});
    await type('1234,5');
    expect(value.value).toBe(123_450);
    expect(input.element.value).toBe('1234,5');
    await leave();
    expect(input.element.value).toBe('1.234,50');
  });

  test('that can be read in two ways is no value and is asked back, but not while typing', async () => {
    const { wrapper, value, type, leave } = open<number | null>(MoneyField, 700, {});
    await type('1.5');
    expect(value.value).toBeNull();
    expect(wrapper.text()).not.toContain('zwei Arten');
    await leave();
    expect(wrapper.text()).toContain('„1.5“ lässt sich auf zwei Arten lesen');
  });

  test('follows a value that changes elsewhere', async () => {
    const { value, input } = open<number | null>(MoneyField, 100, {});
    value.value = 250;
    await nextTick();
    expect(input.element.value).toBe('2,50');
  });

  test('takes a minus only where one is allowed', async () => {
    const { wrapper, value, type, leave } = open<number | null>(MoneyField, null, {});
    await type('-3');
    await leave();
    expect(value.value).toBeNull();
    expect(wrapper.text()).toContain('Minus');
    wrapper.unmount();
    const signed = open<number | null>(MoneyField, null, { signed: true });
    await signed.type('-3');
    expect(signed.value.value).toBe(-300);
  });
});

describe('a decimal', () => {
  test('is canonical text outside and German inside', async () => {
    const { value, input, type, leave } = open<string>(DecimalField, '3.5', { places: 4 });
    expect(input.element.value).toBe('3,5');
    await type('1.234,25');
    expect(value.value).toBe('1234.25');
    await type('');
    expect(value.value).toBe('');
    await leave();
    expect(input.element.value).toBe('');
  });

  test('of too many places is asked back', async () => {
    const { wrapper, value, type, leave } = open<string>(DecimalField, '', { places: 2 });
    await type('1,234');
    await leave();
    expect(value.value).toBe('');
    expect(wrapper.text()).toContain('höchstens 2 Nachkommastellen');
  });

  test('of no places is a whole number', async () => {
    const { wrapper, type, leave } = open<number | null>(NumberField, 14, {});
    await type('14,5');
    await leave();
    expect(wrapper.text()).toContain('ganze Zahl');
  });
});

describe('a day', () => {
  test('is read while it is typed and written in full when the field is left', async () => {
    const { value, input, type, leave } = open<string>(DateField, '', {});
    await type('3.4.26');
    expect(value.value).toBe('2026-04-03');
    await leave();
    expect(input.element.value).toBe('03.04.2026');
  });

  test('moves by one with the arrow keys', async () => {
    const { value, input } = open<string>(DateField, '2026-12-31', {});
    await input.trigger('keydown', { key: 'ArrowUp' });
    expect(value.value).toBe('2027-01-01');
    await input.trigger('keydown', { key: 'ArrowDown' });
    await input.trigger('keydown', { key: 'ArrowDown' });
    expect(value.value).toBe('2026-12-30');
  });

  test('that does not exist is no value and is asked back', async () => {
    const { wrapper, value, type, leave } = open<string>(DateField, '2026-02-01', {});
    await type('31.02.2026');
    await leave();
    expect(value.value).toBe('');
    expect(wrapper.text()).toContain('Bitte geben Sie einen Tag ein');
  });
});
