/** What became of one of many: `left` were not begun because somebody stopped. */
export interface BulkResult<T> {
  item: T;
  outcome: 'done' | 'failed' | 'left';
  /** Of a failure. */
  error: unknown;
}

export interface BulkRun<T> {
  /** Stops before the next one; the one that runs is ended. */
  stop: () => void;
  results: Promise<BulkResult<T>[]>;
}

/**
 * Does one thing to many, one after the other, in their order: each is a call of its own, so that what is done is done,
 * whatever comes later. `report` hears each result at once.
 */
export function runBulk<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  report: (result: BulkResult<T>) => void,
): BulkRun<T> {
  let isStopped = false;
  async function run(): Promise<BulkResult<T>[]> {
    const results: BulkResult<T>[] = [];
    for (const item of items) {
      const result = isStopped ? { item, outcome: 'left' as const, error: null } : await attempt(item, work);
      results.push(result);
      report(result);
    }
    return results;
  }
  return { stop: () => (isStopped = true), results: run() };
}

async function attempt<T>(item: T, work: (item: T) => Promise<void>): Promise<BulkResult<T>> {
  try {
    await work(item);
    return { item, outcome: 'done', error: null };
  } catch (error) {
    return { item, outcome: 'failed', error };
  }
}
