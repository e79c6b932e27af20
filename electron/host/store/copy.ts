import { renameSync, rmSync } from 'node:fs';
import type { SqliteDatabase } from './database.ts';

/** Pages per step, about 8 MB: the event loop breathes between them. */
const PAGES_PER_STEP = 2000;

/**
 * Copies the open file by SQLite's backup interface; it is consistent although work goes on. An interrupted copy never
 * bears the name `target`.
 *
 * Must begin outside a transaction: better-sqlite3 takes a first step that finds one for the end of an empty copy.
 * @param begun called after the first step; from then on steps wait for transactions by themselves
 */
export async function copyDatabase(database: SqliteDatabase, target: string, begun = () => {}): Promise<void> {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const progress = () => {
    begun();
    return PAGES_PER_STEP;
  };
  try {
    await database.backup(partial, { progress });
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
