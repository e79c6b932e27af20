// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, test, vi } from 'vitest';
import { CallError } from '#shared/contract/errors.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '#shared/domain/preferences.ts';
import { useFailureStore } from './failure.ts';
import { usePreferencesStore } from './preferences.ts';

/** Calls wait until the test answers them. */
const asked: { call: 'get' | 'update'; answer: (values?: Preferences) => void; refuse: (error: Error) => void }[] = [];
let tell: (event: { topic: string }) => void = () => undefined;

vi.mock('../api/index.ts', () => {
  const ask = (call: 'get' | 'update') => () =>
    new Promise((resolve, reject) => asked.push({ call, answer: resolve, refuse: reject }));
  return {
    api: { 'preferences.get': ask('get'), 'preferences.update': ask('update') },
    onHostEvent: (listener: typeof tell) => (tell = listener),
  };
});

const next = (call: 'get' | 'update') => {
  const at = asked.findIndex((question) => question.call === call);
  return asked.splice(at, 1)[0] ?? expect.fail(`${call} was not asked`);
};

async function start() {
  const store = usePreferencesStore();
  const following = store.follow();
  next('get').answer(DEFAULT_PREFERENCES);
  await following;
  return store;
}

beforeEach(() => {
  asked.length = 0;
  setActivePinia(createPinia());
});

test('what the host said before it had heard of a change does not undo the change', async () => {
  const store = await start();
  const first = store.update({ theme: 'dark' });
  tell({ topic: 'preferences.changed' });
  next('update').answer();
  await first;
  const second = store.update({ rowHeight: 'comfortable' });
  next('get').answer({ ...DEFAULT_PREFERENCES, theme: 'dark' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(store.values).toMatchObject({ theme: 'dark', rowHeight: 'comfortable' });
  next('update').answer();
  await second;
  tell({ topic: 'preferences.changed' });
  next('get').answer({ ...DEFAULT_PREFERENCES, theme: 'light', rowHeight: 'comfortable' });
  // Another window's change comes with the next word of the host.
  await vi.waitFor(() => expect(store.values.theme).toBe('light'));
});

test('a refused change is taken back alone', async () => {
  const store = await start();
  const refused = store.update({ theme: 'dark' });
  const kept = store.update({ rowHeight: 'comfortable' });
  next('update').refuse(new CallError('internal', 'refused'));
  next('update').answer();
  await Promise.all([refused, kept]);
  expect(store.values).toMatchObject({ theme: 'system', rowHeight: 'comfortable' });
  await vi.waitFor(() => expect(useFailureStore().text).not.toBe(''));
});
