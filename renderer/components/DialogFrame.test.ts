// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import { mountInWindow } from '../testing/mount.ts';
import DialogFrame from './DialogFrame.vue';
import MoneyField from './MoneyField.vue';

/** A dialog with one amount; what it asked for, in order. */
async function openDialog(isDirty: boolean) {
  const asked: string[] = [];
  const amount = ref<number | null>(null);
  mountInWindow(
    defineComponent(
      () => () =>
        h(
          DialogFrame,
          {
            title: 'Betrag',
            isDirty,
            onSave: () => asked.push('save'),
            onReset: () => asked.push('reset'),
            onCancel: () => asked.push('cancel'),
          },
          () =>
            h(MoneyField, {
              label: 'Betrag',
              modelValue: amount.value,
              'onUpdate:modelValue': (value: number | null) => (amount.value = value),
            }),
        ),
    ),
  );
  await nextTick();
  const input = document.querySelector('input');
  if (input === null) throw new Error('the dialog has no field');
  const type = async (text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await nextTick();
  };
  const press = async (name: string): Promise<void> => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('button')];
    buttons.findLast((button) => button.textContent.trim() === name)?.click();
    await nextTick();
    await nextTick();
  };
  return { asked, input, type, press };
}

describe('a dialog', () => {
  test('does not save what it cannot read', async () => {
    const { asked, input, type, press } = await openDialog(true);
    await type('1.5');
    await press('Speichern');
    expect(asked).toEqual([]);
    expect(document.body.textContent).toContain('zwei Arten');
    await type('1,5');
    await press('Speichern');
    expect(asked).toEqual(['save']);
    expect(input.value).toBe('1,5');
  });

  test('asks before it drops input, even such that it cannot read', async () => {
    const { asked, type, press } = await openDialog(false);
    await type('abc');
    await press('Abbrechen');
    expect(asked).toEqual([]);
    await press('Weiter bearbeiten');
    expect(asked).toEqual([]);
    await press('Abbrechen');
    await press('Verwerfen');
    expect(asked).toEqual(['cancel']);
  });

  test('goes at once when there is nothing to lose', async () => {
    const { asked, press } = await openDialog(false);
    await press('Abbrechen');
    expect(asked).toEqual(['cancel']);
  });

  test('reset clears what cannot be read', async () => {
    const { asked, input, type, press } = await openDialog(false);
    await type('abc');
    await press('Zurücksetzen');
    expect(asked).toEqual(['reset']);
    expect(input.value).toBe('');
  });
});
