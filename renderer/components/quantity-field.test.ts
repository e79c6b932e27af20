// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { mountField } from '../testing/mount.ts';
import QuantityField from './QuantityField.vue';

function open(start: string) {
  const { wrapper, value } = mountField<string>(QuantityField, start, { label: 'Anzahl', unit: 'Stunde' });
  const input = wrapper.get('input');
  return { wrapper, value, input, type: (text: string) => input.setValue(text), leave: () => input.trigger('blur') };
}

describe('a quantity', () => {
  test('is canonical text outside, German inside, beside its unit', async () => {
    const { wrapper, value, input, type, leave } = open('3.5');
    expect(input.element.value).toBe('3,5');
    expect(wrapper.text()).toContain('Stunde');
    await type('1.234,1234');
    await leave();
    expect(value.value).toBe('1234.1234');
  });

  test('may be negative', async () => {
    const { value, type } = open('');
    await type('-2,5');
    expect(value.value).toBe('-2.5');
  });

  test.each(['1,23456', '12,345.67', 'zwei'])('"%s" is asked back and no value', async (text) => {
    const { wrapper, value, type, leave } = open('1');
    await type(text);
    await leave();
    expect(value.value).toBe('');
    expect(wrapper.text()).toContain('Bitte');
  });
});
