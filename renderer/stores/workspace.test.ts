// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CallError } from '#shared/contract/errors.ts';
import type { ConnectionState } from '../api/index.ts';
import { isLike } from './is-like.ts';
import {
  flushWorkspace,
  forget,
  holdWorkspace,
  keep,
  keptKeys,
  keptValue,
  loadWorkspace,
  resumeWorkspace,
  useKept,
} from './workspace.ts';

/** The host's side: what it has, what it was told, and whether it can be reached. */
const host = {
  values: {} as Record<string, unknown>,
  writes: [] as [key: string, value: unknown][],
  refusal: null as CallError | null,
};
let tell: (state: ConnectionState) => void = () => undefined;

vi.mock('../api/index.ts', () => ({
  api: {
    'workspace.all': () => (host.refusal ? Promise.reject(host.refusal) : Promise.resolve({ values: host.values })),
    'workspace.set': ({ key, value }: { key: string; value: unknown }) => {
      host.writes.push([key, value]);
      return host.refusal ? Promise.reject(host.refusal) : Promise.resolve({});
    },
  },
  onConnection: (listener: typeof tell) => (tell = listener),
}));

async function start(values: Record<string, unknown> = {}): Promise<void> {
  host.values = values;
  await loadWorkspace();
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(host, { values: {}, writes: [], refusal: null });
});

describe('a kept value', () => {
  test('is what the host has, and each change is written once after a pause', async () => {
    await start({ panel: { isShown: false, width: 500 } });
    const panel = useKept('panel', { isShown: true, width: 400 });
    expect(panel.value).toEqual({ isShown: false, width: 500 });
    panel.value.width = 510;
    panel.value.width = 520;
    expect(host.writes).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(host.writes).toEqual([['panel', { isShown: false, width: 520 }]]);
    panel.value.width = 520;
    await vi.advanceTimersByTimeAsync(1000);
    expect(host.writes).toHaveLength(1);
  });

  test('is one value for all who ask for its key', async () => {
    await start();
    useKept('panel', { width: 400 }).value.width = 450;
    expect(useKept('panel', { width: 400 }).value.width).toBe(450);
  });

  test.each([
    ['another type', 'wide'],
    ['a list', [1]],
    ['a missing field', { isShown: true }],
    ['a field of another type', { isShown: true, width: '500' }],
    ['what its own check refuses', { isShown: true, width: 5 }],
  ])('of %s is not taken', async (_title, kept) => {
    await start({ panel: kept });
    const fallback = { isShown: true, width: 400 };
    const panel = useKept(
      'panel',
      fallback,
      (value) => isLike(value, fallback) && (value as typeof fallback).width > 9,
    );
    expect(panel.value).toEqual(fallback);
    panel.value.width = 410;
    expect(fallback.width).toBe(400);
  });

  test.each(['pagehide', 'beforeunload'])('is written before the window is gone: %s', async (event) => {
    await start();
    keep('route', '/kunden');
    window.dispatchEvent(new Event(event));
    expect(host.writes).toEqual([['route', '/kunden']]);
  });

  test('is written again when the connection was lost meanwhile, the newest one only', async () => {
    await start();
    host.refusal = new CallError('disconnected', 'lost');
    keep('route', '/kunden');
    await flushWorkspace();
    host.writes = [];
    tell('lost');
    keep('route', '/rechnungen');
    await vi.advanceTimersByTimeAsync(1000);
    host.refusal = null;
    tell('connected');
    await vi.advanceTimersByTimeAsync(1000);
    expect(host.writes).toEqual([]);
    await resumeWorkspace();
    expect(host.writes).toEqual([['route', '/rechnungen']]);
  });

  test('that is refused for good is not written again and again', async () => {
    await start();
    host.refusal = new CallError('invalid-input', 'too long');
    keep('route', '/kunden');
    await flushWorkspace();
    await flushWorkspace();
    expect(host.writes).toHaveLength(1);
  });

  test('is forgotten with those below it', async () => {
    await start({ 'dialog:invoice.1': 1, 'dialog:invoice.1:header': 2, 'dialog:invoice.12:header': 3 });
    forget('dialog:invoice.1');
    await flushWorkspace();
    expect(host.writes).toEqual([
      ['dialog:invoice.1', null],
      ['dialog:invoice.1:header', null],
    ]);
    expect(keptKeys('dialog:')).toEqual(['dialog:invoice.12:header']);
    expect(keptValue('dialog:invoice.1')).toBeNull();
  });

  test('is not written into another office that was opened meanwhile', async () => {
    await start();
    keep('route', '/kunden');
    holdWorkspace();
    keep('route', '/rechnungen');
    window.dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(host.writes).toEqual([]);
  });

  test('needs no office: without one the window starts with what it has', async () => {
    host.refusal = new CallError('no-office', 'no office is open');
    await start({ panel: { width: 500 } });
    expect(useKept('panel', { width: 400 }).value.width).toBe(400);
  });
});
