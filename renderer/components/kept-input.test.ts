// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defineComponent, h, nextTick } from 'vue';
import { CallError } from '#shared/contract/errors.ts';
import { loadWorkspace } from '../stores/workspace.ts';
import { mountInWindow } from '../testing/mount.ts';
import DialogFrame from './DialogFrame.vue';
import { keptOpener } from './kept-input.ts';
import MoneyField from './MoneyField.vue';
import { useForm, type Form } from './useForm.ts';

/** What the host has: it outlives the window. */
let stored: Record<string, unknown> = {};
let requests = 0;

vi.mock('../api/index.ts', () => ({
  api: {
    'workspace.all': () => Promise.resolve({ values: stored }),
    'workspace.set': ({ key, value }: { key: string; value: unknown }) => {
      if (value === null) delete stored[key];
      else stored[key] = value;
      return Promise.resolve({});
    },
  },
  onConnection: () => undefined,
  newRequestId: () => `request-${String((requests += 1))}`,
}));

interface Values {
  title: string;
  amount: number | null;
}

const KEY = 'dialog:line.5';
const START: Values = { title: 'Räumen', amount: 1000 };
let mounted: VueWrapper | null = null;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setSystemTime(new Date(2026, 10, 24, 14, 32));
  stored = {};
});
afterEach(() => {
  mounted?.unmount();
  mounted = null;
  document.body.replaceChildren();
});

/** A new window with the dialog open; the one before ended without a word. */
async function openDialog(start = START, revision = 1) {
  mounted = null;
  document.body.replaceChildren();
  await loadWorkspace();
  let form!: Form<Values>;
  const cancelled = vi.fn();
  mounted = mountInWindow(
    defineComponent(() => {
      form = useForm(start, { place: { key: KEY, opener: { entryId: 5 } }, revision });
      return () =>
        h(
          DialogFrame,
          { title: 'Position', isDirty: form.isDirty.value, onReset: form.reset, onCancel: cancelled },
          () =>
            h(MoneyField, {
              label: 'Betrag',
              modelValue: form.values.value.amount,
              'onUpdate:modelValue': (value: number | null) => (form.values.value.amount = value),
            }),
        );
    }),
  );
  await settle();
  const input = () => document.querySelector<HTMLInputElement>('input') ?? document.createElement('input');
  return {
    ...{ form, cancelled, input },
    type: async (text: string): Promise<void> => {
      input().value = text;
      input().dispatchEvent(new Event('input'));
      await settle();
    },
    press: async (name: string): Promise<void> => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('button')];
      buttons.findLast((button) => button.textContent.trim() === name)?.click();
      await settle();
    },
    note: () => document.querySelector('[role="status"]')?.textContent ?? '',
  };
}

/** Lets everything that was typed reach the host. */
async function settle(): Promise<void> {
  await nextTick();
  await nextTick();
  await vi.advanceTimersByTimeAsync(300);
}

describe('the input of a dialog', () => {
  test('stands in the next window again, with its revision and request id, and says when it was typed', async () => {
    const before = await openDialog();
    before.form.values.value.title = 'Streugut';
    await settle();
    const after = await openDialog(START, 2);
    expect(after.form.values.value).toEqual({ title: 'Streugut', amount: 1000 });
    expect(after.form.isDirty.value).toBe(true);
    expect(after.form.revision.value).toBe(1);
    expect(after.form.requestId()).toBe(before.form.requestId());
    expect(after.note()).toContain('Ihre Eingaben von 14:32 Uhr wurden wiederhergestellt.');
    expect(keptOpener('dialog:line.')).toEqual({ opener: { entryId: 5 } });
    vi.setSystemTime(new Date(2026, 10, 25, 8, 0));
    expect((await openDialog()).note()).toContain('Ihre Eingaben vom 24.11.2026, 14:32 Uhr, wurden wiederhergestellt.');
  });

  test('that cannot be read is not lost, and is no value', async () => {
    const before = await openDialog();
    await before.type('1.5');
    const after = await openDialog();
    expect(after.input().value).toBe('1.5');
    expect(after.form.values.value.amount).toBeNull();
    await after.type('1,5');
    expect((await openDialog()).form.values.value.amount).toBe(150);
  });

  test('is discarded for the record as it is now', async () => {
    const before = await openDialog();
    await before.type('abc');
    const after = await openDialog({ title: 'Anders', amount: 700 }, 2);
    await after.press('Verwerfen');
    expect(after.form.values.value).toEqual({ title: 'Anders', amount: 700 });
    expect(after.form.revision.value).toBe(2);
    expect(after.input().value).toBe('7,00');
    expect(document.activeElement).toBe(after.input());
    expect(after.note()).toBe('');
    expect(stored).toEqual({});
  });

  test.each([
    [
      'cancelled',
      async (dialog) => {
        await dialog.press('Abbrechen');
        expect(dialog.cancelled).not.toHaveBeenCalled();
        await dialog.press('Verwerfen');
        expect(dialog.cancelled).toHaveBeenCalled();
      },
    ],
    ['reset', (dialog) => dialog.press('Zurücksetzen')],
    ['saved', async (dialog) => void (await dialog.form.submit(() => Promise.resolve()))],
  ] satisfies [string, (dialog: Awaited<ReturnType<typeof openDialog>>) => Promise<void>][])(
    'is forgotten when the dialog is %s',
    async (_title, end) => {
      const dialog = await openDialog();
      await dialog.type('7');
      expect(Object.keys(stored)).toEqual([KEY]);
      await end(dialog);
      await settle();
      expect(stored).toEqual({});
    },
  );

  test('stays when saving it is refused or does not arrive', async () => {
    const dialog = await openDialog();
    await dialog.type('7');
    for (const code of ['stale', 'disconnected'] as const) {
      await dialog.form.submit(
        () => Promise.reject(new CallError(code, code)),
        (error) => error instanceof CallError,
      );
    }
    await settle();
    expect((await openDialog()).form.values.value.amount).toBe(700);
  });

  test('that was not saved with the rest stays', async () => {
    const { form } = await openDialog();
    form.values.value = { title: 'Streugut', amount: 7 };
    await form.submit(() => {
      form.restart({ title: 'Streugut', amount: 1000 }, 2);
      form.values.value.amount = 7;
      return Promise.resolve();
    });
    await settle();
    const after = await openDialog({ title: 'Streugut', amount: 1000 }, 2);
    expect(after.form.values.value.amount).toBe(7);
    expect(after.form.revision.value).toBe(2);
  });

  test('has a new request id once the old one was used for something else', async () => {
    const { form } = await openDialog();
    const before = form.requestId();
    await form.submit(
      () => Promise.reject(new CallError('request-mismatch', 'used')),
      () => true,
    );
    expect(form.requestId()).not.toBe(before);
  });

  test.each([
    ['stored already', { title: 'Streugut', amount: 1000 }],
    ['of another shape', { title: 'Streugut', amount: 1000, rebate: 5 }],
  ])('that is %s does not come up again', async (_title, start) => {
    const before = await openDialog();
    before.form.values.value.title = 'Streugut';
    await settle();
    const after = await openDialog(start);
    expect(after.form.values.value).toEqual(start);
    expect(after.note()).toBe('');
    await settle();
    expect(stored).toEqual({});
  });
});
