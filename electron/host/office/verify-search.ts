import { setImmediate } from 'node:timers/promises';
import { indexedWithoutInvoice, isTrigramIndexSound, rebuildSearch, wronglyIndexed } from '../invoices/search-index.ts';
import type { Store } from '../store/open.ts';
import type { Damage } from './damages.ts';

/** One damage says enough: all of them have the same cure. */
const damage = (recordId: number | null): Damage => ({ rule: 'search-index', record: 'invoice', recordId, detail: '' });

/**
 * Compares what the search finds with what the invoices say, and makes the index anew when it is wrong: it is derived, and
 * protected by nothing. A file of an older form has none.
 */
export async function verifySearch(store: Store): Promise<Damage[]> {
  const tables = await store.read((reader) =>
    reader.query<unknown[]>("SELECT 1 FROM sqlite_schema WHERE name = 'invoice_search'"),
  );
  if (tables.length === 0) return [];
  const found = await firstWrong(store);
  const isSound = await store.write(isTrigramIndexSound, 'office.verify: search');
  if (found === null && isSound) return [];
  await store.write(rebuildSearch, 'office.verify: search made anew');
  return [damage(found)];
}

async function firstWrong(store: Store): Promise<number | null> {
  const [left] = await store.read(indexedWithoutInvoice, 'office.verify: search');
  if (left !== undefined) return left;
  for (let last: number | null = 0; last !== null;) {
    const from: number = last;
    const { ids, next } = await store.read((reader) => wronglyIndexed(reader, from), 'office.verify: search');
    if (ids[0] !== undefined) return ids[0];
    last = next;
    await setImmediate();
  }
  return null;
}
