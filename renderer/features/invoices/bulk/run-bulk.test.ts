import { expect, test } from 'vitest';
import { runBulk, type BulkResult } from './run-bulk.ts';

const outcomes = (results: BulkResult<number>[]) => results.map(({ item, outcome }) => [item, outcome]);

test('one after the other, in order; a failure stops nobody else', async () => {
  const begun: number[] = [];
  let running = 0;
  const { results } = runBulk(
    [1, 2, 3],
    async (item) => {
      expect((running += 1)).toBe(1);
      begun.push(item);
      await Promise.resolve();
      running -= 1;
      if (item === 2) throw new Error('two');
    },
    () => undefined,
  );
  expect(outcomes(await results)).toEqual([
    [1, 'done'],
    [2, 'failed'],
    [3, 'done'],
  ]);
  expect(begun).toEqual([1, 2, 3]);
});

test('stopping ends the one that runs and begins no other', async () => {
  const run = runBulk(
    [1, 2, 3],
    async (item) => {
      await Promise.resolve();
      if (item === 1) run.stop();
    },
    () => undefined,
  );
  expect(outcomes(await run.results)).toEqual([
    [1, 'done'],
    [2, 'left'],
    [3, 'left'],
  ]);
});

test('each result is heard at once', async () => {
  const heard: unknown[] = [];
  const { results } = runBulk(
    [1, 2],
    () => Promise.resolve(),
    (result) => heard.push([result.item, result.outcome]),
  );
  await results;
  expect(heard).toEqual([
    [1, 'done'],
    [2, 'done'],
  ]);
});
