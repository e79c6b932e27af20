// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import type { Period } from '#shared/domain/periods.ts';
import { PERIODS } from '#shared/domain/periods.ts';
import { mountInWindow } from '../testing/mount.ts';
import FilterDrawer from './FilterDrawer.vue';
import MoneyField from './MoneyField.vue';
import PeriodField from './PeriodField.vue';

const button = (name: string): HTMLButtonElement => {
  const all = [...document.querySelectorAll<HTMLButtonElement>('button')];
  const found = all.find((each) => [each.textContent.trim(), each.getAttribute('aria-label')].includes(name));
  if (!found) throw new Error(`there is no button ${name}`);
  return found;
};

async function type(input: Element | null | undefined, text: string): Promise<void> {
  if (!(input instanceof HTMLInputElement)) throw new Error('there is no such field');
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await nextTick();
}

describe('a filter drawer', () => {
  async function openDrawer({ canReset = true, canClear = true } = {}) {
    const asked: string[] = [];
    const amount = ref<number | null>(null);
    const labels = { apply: 'Anwenden', clear: 'Alle entfernen', reset: 'Zurück', close: 'Einklappen' };
    const events = Object.fromEntries(
      ['Apply', 'Reset', 'Clear', 'Close'].map((name) => [`on${name}`, () => asked.push(name.toLowerCase())]),
    );
    const wrapper = mountInWindow(
      defineComponent(
        () => () =>
          h(FilterDrawer, { title: 'Filter', labels, canReset, canClear, ...events }, () =>
            h(MoneyField, {
              label: 'Netto',
              modelValue: amount.value,
              'onUpdate:modelValue': (value: number | null) => (amount.value = value),
            }),
          ),
      ),
    );
    await nextTick();
    return { asked, wrapper };
  }

  test('applies what it can read, and nothing else', async () => {
    const { asked } = await openDrawer();
    await type(document.querySelector('input'), '1.5');
    button('Anwenden').click();
    await nextTick();
    expect(asked).toEqual([]);
    expect(document.body.textContent).toContain('zwei Arten');
    await type(document.querySelector('input'), '1,5');
    button('Anwenden').click();
    expect(asked).toEqual(['apply']);
  });

  test('"x" and "Zurücksetzen" clear what cannot be read, and are there only when there is something to do', async () => {
    const { asked, wrapper } = await openDrawer();
    await type(document.querySelector('input'), 'abc');
    button('Alle entfernen').click();
    await nextTick();
    await nextTick();
    expect(document.querySelector('input')?.value).toBe('');
    button('Zurücksetzen').click();
    expect(asked).toEqual(['clear', 'reset']);
    wrapper.unmount();
    await openDrawer({ canReset: false, canClear: false });
    expect([button('Zurücksetzen').disabled, button('Alle entfernen').disabled]).toEqual([true, true]);
  });

  test('Esc folds it in', async () => {
    const { asked } = await openDrawer();
    document.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(asked).toEqual(['close']);
  });
});

test('a period that moves shows its days; whoever changes one goes on with days that stay', async () => {
  const period = ref<Period | null>(null);
  const from = ref<string | null>(null);
  const to = ref<string | null>(null);
  const names = Object.fromEntries(PERIODS.map((each) => [each, each])) as Record<Period, string>;
  mountInWindow(
    defineComponent(
      () => () =>
        h(PeriodField, {
          ...{ names, label: 'Zeitraum', fromLabel: 'von', toLabel: 'bis', errors: [] },
          ...{ period: period.value, from: from.value, to: to.value },
          'onUpdate:period': (value: Period | null) => (period.value = value),
          'onUpdate:from': (value: string | null) => (from.value = value),
          'onUpdate:to': (value: string | null) => (to.value = value),
        }),
    ),
  );
  button('last-year').click();
  await nextTick();
  const year = new Date().getFullYear() - 1;
  const days = () => [...document.querySelectorAll('input')].map(({ value }) => value);
  expect([period.value, from.value, ...days()]).toEqual(['last-year', null, `01.01.${year}`, `31.12.${year}`]);
  await type(document.querySelectorAll('input')[1], `30.6.${year}`);
  expect([period.value, from.value, to.value]).toEqual([null, `${year}-01-01`, `${year}-06-30`]);
  button('last-year').click();
  await nextTick();
  button('last-year').click();
  await nextTick();
  expect([period.value, from.value, to.value, ...days()]).toEqual([null, null, null, '', '']);
});
