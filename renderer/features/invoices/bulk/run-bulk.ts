/** What became of one of many: `left` were not begun because somebody stopped. */
export interface BulkResult<T> {
  item: T;
  outcome: 'done' | 'failed' | 'left';
  /** Of a failure. */
  error: unknown;
}

export interface BulkRun<T> {
  /** Begins no other one; those that run are ended. */
  stop: () => void;
  results: Promise<BulkResult<T>[]>;
}

/** One is worked on and one is handed over already, so that the host need not wait for the window between two of them. */
const LANES = 2;

/**
 * Does one thing to many, begun in their order: each is a call of its own, so that what is done is done, whatever comes
 * later. `report` hears each result at once; the results stand in the order of the items.
 */
export function runBulk<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  report: (result: BulkResult<T>) => void,
): BulkRun<T> {
  let isStopped = false;
  const results: BulkResult<T>[] = [];
  const queue = items.entries();

  async function lane(): Promise<void> {
    for (const [index, item] of queue) {
      const result = isStopped ? { item, outcome: 'left' as const, error: null } : await attempt(item, work);
      results[index] = result;
      report(result);
    }
  }
  const lanes = Array.from({ length: LANES }, lane);
  return { stop: () => (isStopped = true), results: Promise.all(lanes).then(() => results) };
}

async function attempt<T>(item: T, work: (item: T) => Promise<void>): Promise<BulkResult<T>> {
  try {
    await work(item);
    return { item, outcome: 'done', error: null };
  } catch (error) {
    return { item, outcome: 'failed', error };
  }
}
