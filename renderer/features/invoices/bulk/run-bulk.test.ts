import { expect, test } from 'vitest';
import { runBulk, type BulkResult } from './run-bulk.ts';

const outcomes = (results: BulkResult<number>[]) => results.map(({ item, outcome }) => [item, outcome]);

test('begun in order, one while another runs; a failure stops nobody else', async () => {
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const { results } = runBulk(
    [1, 2, 3, 4, 5],
    async (item) => {
      most = Math.max(most, (running += 1));
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
    [4, 'done'],
    [5, 'done'],
  ]);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test('the results stand in the order of the items, whichever ended first', async () => {
  let endFirst = (): void => undefined;
  const first = new Promise<void>((resolve) => (endFirst = resolve));
  const { results } = runBulk(
    [1, 2, 3],
    async (item) => {
      if (item === 1) await first;
      if (item === 3) endFirst();
    },
    () => undefined,
  );
  expect((await results).map(({ item }) => item)).toEqual([1, 2, 3]);
});

test('stopping ends what runs, at most one more than the one worked on, and begins no other', async () => {
  const run = runBulk(
    [1, 2, 3, 4],
    async (item) => {
      await Promise.resolve();
      if (item === 1) run.stop();
    },
    () => undefined,
  );
  expect(outcomes(await run.results)).toEqual([
    [1, 'done'],
    [2, 'done'],
    [3, 'left'],
    [4, 'left'],
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
