import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGate, SLOW_MILLISECONDS } from './gate.ts';

test('works pass one after another, in the order in which they came', async () => {
  const gate = createGate(() => undefined);
  const steps: string[] = [];
  const work = (name: string, milliseconds: number) =>
    gate.pass(name, async () => {
      steps.push(`${name} begins`);
      await pause(milliseconds);
      steps.push(`${name} ends`);
      return name;
    });
  expect(await Promise.all([work('a', 10), work('b', 0), work('c', 5)])).toEqual(['a', 'b', 'c']);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('a work that fails lets the next one pass', async () => {
  const gate = createGate(() => undefined);
  const failing = gate.pass('a', () => Promise.reject(new Error('no')));
  const next = gate.pass('b', () => Promise.resolve(2));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe(2);
});

test('a work that opens the gate again is refused instead of waiting for itself', async () => {
  const gate = createGate(() => undefined);
  const nested = gate.pass('outer', () => gate.pass('inner', () => Promise.resolve(1)));
  await expect(nested).rejects.toThrow('"inner" opens the gate inside "outer"');
});

test('shut waits for the queue and lets nothing more in', async () => {
  const gate = createGate(() => undefined);
  let done = false;
  const work = gate.pass('a', async () => {
    await pause(5);
    done = true;
  });
  await gate.shut();
  expect(done).toBe(true);
  await work;
  await expect(gate.pass('late', () => Promise.resolve())).rejects.toThrow('"late" comes after the store was closed');
});

test('slow works are logged by name, quick ones are not', async () => {
  const messages: string[] = [];
  const gate = createGate((message) => messages.push(message));
  await gate.pass('quick', () => Promise.resolve());
  await gate.pass('invoices.list', () => pause(SLOW_MILLISECONDS + 10));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^slow: invoices\.list held the gate for \d+ ms$/);
});
