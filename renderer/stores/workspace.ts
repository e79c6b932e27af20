import { effectScope, ref, watch, type EffectScope, type Ref } from 'vue';
import { CallError } from '#shared/contract/errors.ts';
import { api, onConnection } from '../api/index.ts';
import { isLike } from './is-like.ts';

/**
 * What the window keeps between two starts: its state, and what is typed but not saved. The host has it (`workspace.*`), in
 * the office file; nothing is in localStorage.
 */

const WRITE_PAUSE_MS = 300;

/** As the host has it, or will have it after the next write. */
let values = new Map<string, unknown>();
/** What the host does not know yet. */
const unwritten = new Set<string>();
const refs = new Map<string, Ref>();
let scope: EffectScope | null = null;
let pause: ReturnType<typeof setTimeout> | undefined;
/** Nothing is written meanwhile. */
let isHeld = false;

/** Asks the host for everything at once; before the first view is chosen. */
export async function loadWorkspace(): Promise<void> {
  values = new Map(Object.entries(await askForAll()));
  unwritten.clear();
  isHeld = false;
  refs.clear();
  scope?.stop();
  scope = effectScope(true);
  // Both: which of them comes, and when, differs between closing a window, a tab and the application.
  for (const event of ['pagehide', 'beforeunload']) window.addEventListener(event, () => void flushWorkspace());
  // What comes back may be another office: `stores/office-files.ts` looks, and goes on.
  onConnection((state) => {
    if (state !== 'connected') holdWorkspace();
  });
}

/** Without an office nothing is kept; the views say why there is none. */
async function askForAll(): Promise<Record<string, unknown>> {
  try {
    return (await api['workspace.all']({})).values;
  } catch (error) {
    if (error instanceof CallError) return {};
    throw error;
  }
}

/** The value of a key as it came from outside; null when there is none. */
export function keptValue(key: string): unknown {
  return values.get(key) ?? null;
}

/** The keys that begin with this, those written longest ago first. */
export function keptKeys(prefix: string): string[] {
  return [...values.keys()].filter((key) => key.startsWith(prefix));
}

/** Keeps a value that JSON can hold; null forgets it. Written after a short pause, or when the window goes. */
export function keep(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (text === JSON.stringify(keptValue(key))) return;
  values.delete(key);
  if (value !== null) values.set(key, JSON.parse(text));
  unwritten.add(key);
  pause ??= setTimeout(() => void flushWorkspace(), WRITE_PAUSE_MS);
}

/** Forgets a key and all that begin with it and a colon. */
export function forget(key: string): void {
  for (const each of [key, ...keptKeys(`${key}:`)]) keep(each, null);
}

/** Writes nothing any more: another office may be open, and what is kept here is none of its business. */
export function holdWorkspace(): void {
  isHeld = true;
}

/** It is the same office: writes what the host does not know yet. */
export async function resumeWorkspace(): Promise<void> {
  isHeld = false;
  await flushWorkspace();
}

/** Writes what the host does not know yet. The calls are sent before this returns; what did not arrive is written later. */
export async function flushWorkspace(): Promise<void> {
  clearTimeout(pause);
  pause = undefined;
  if (isHeld) return;
  const keys = [...unwritten];
  unwritten.clear();
  await Promise.all(keys.map(write));
}

async function write(key: string): Promise<void> {
  try {
    await api['workspace.set']({ key, value: keptValue(key) });
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    // Any other refusal is for good, as of a value that is too long; what is on the screen is not lost by that.
    if (error.code === 'disconnected') unwritten.add(key);
  }
}

/**
 * A value that is the same at the next start. One that does not have the shape of `fallback` (null: any) is not taken:
 * another version may have written it.
 */
export function useKept<T>(
  key: string,
  fallback: T,
  accepts: (value: unknown) => boolean = (value) => isLike(value, fallback),
): Ref<T> {
  const known = refs.get(key);
  if (known) return known as Ref<T>;
  const kept = keptValue(key);
  const text = JSON.stringify(kept !== null && accepts(kept) ? kept : fallback);
  const value = ref(JSON.parse(text) as T) as Ref<T>;
  refs.set(key, value);
  scope ??= effectScope(true);
  scope.run(() => watch(value, (next) => keep(key, next), { deep: true, flush: 'sync' }));
  return value;
}
