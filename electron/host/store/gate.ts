import { AsyncLocalStorage } from 'node:async_hooks';
import { createQueue } from '../queue.ts';

/** A work that holds the gate longer than this, in milliseconds, is logged by name (habit of Signal-Desktop). */
export const SLOW_MILLISECONDS = 40;

export interface Gate {
  /** Runs works one after another, in the order in which they came. */
  pass<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Lets nothing more in and waits until everything that is in the queue is done. */
  shut(): Promise<void>;
}

/**
 * The one way to the database. TypeORM has one connection and one query runner on SQLite: overlapping transactions would
 * break each other (design, section 6).
 */
export function createGate(log: (message: string) => void): Gate {
  const inside = new AsyncLocalStorage<string>();
  const queue = createQueue();
  let open = true;

  async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await inside.run(name, work);
    } finally {
      const milliseconds = Math.round(performance.now() - start);
      if (milliseconds > SLOW_MILLISECONDS) log(`slow: ${name} held the gate for ${milliseconds} ms`);
    }
  }

  return {
    pass: (name, work) => {
      const holder = inside.getStore();
      // It would wait for itself for ever.
      if (holder !== undefined) return Promise.reject(new Error(`"${name}" opens the gate inside "${holder}"`));
      if (!open) return Promise.reject(new Error(`"${name}" comes after the store was closed`));
      return queue(() => timed(name, work));
    },
    shut: async () => {
      open = false;
      await queue(() => Promise.resolve());
    },
  };
}
