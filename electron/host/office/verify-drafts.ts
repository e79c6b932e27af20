import { derivedColumns } from '../invoices/refresh.ts';
import type { Reader } from '../store/open.ts';
import { loadRates } from '../vat-rates/service.ts';
import type { Damage } from './damages.ts';

interface DraftColumns {
  id: number;
  dueDate: string;
  buyerName: string;
  lineNet: number;
  net: number;
  vat: number;
  gross: number;
}

const DRAFTS = `SELECT id, due_date AS dueDate, buyer_name AS buyerName, line_net AS lineNet, net, vat, gross
  FROM invoice WHERE status = 'draft' AND id > ? ORDER BY id LIMIT ?`;

/** Drafts after an id whose list columns are not what their positions come to; `next` null: that was the last look. */
export async function verifyDrafts(
  reader: Reader,
  after: number,
  limit: number,
): Promise<{ damages: Damage[]; next: number | null }> {
  const rates = await loadRates(reader);
  const drafts = await reader.query<DraftColumns[]>(DRAFTS, [after, limit]);
  const damages: Damage[] = [];
  for (const { id, ...columns } of drafts) {
    const details = await differences(columns, () => derivedColumns(reader, id, rates));
    damages.push(
      ...details.map((detail): Damage => ({ rule: 'draft-differs', record: 'invoice', recordId: id, detail })),
    );
  }
  return { damages, next: drafts.length < limit ? null : (drafts.at(-1)?.id ?? null) };
}

/** Names of the columns, or why nothing can be computed: a value may have become one that no program writes. */
async function differences(
  stored: Omit<DraftColumns, 'id'>,
  compute: () => Promise<Omit<DraftColumns, 'id'>>,
): Promise<string[]> {
  try {
    const derived = await compute();
    return (Object.keys(stored) as (keyof typeof stored)[]).filter((column) => stored[column] !== derived[column]);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
