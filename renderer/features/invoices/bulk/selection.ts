import { computed, reactive } from 'vue';
import type { InvoiceRow } from '#shared/contract/invoice-list.ts';

/** The invoices that are ticked in the list, in the order of the list; they stay ticked on other pages. */
const state = reactive({
  isOn: false,
  rows: new Map<number, InvoiceRow>(),
  /** The row ticked last: where a range begins. */
  last: null as number | null,
});

export const selection = {
  isOn: computed(() => state.isOn),
  rows: computed(() => [...state.rows.values()]),
  count: computed(() => state.rows.size),
  has: (id: number): boolean => state.rows.has(id),
  begin(): void {
    state.isOn = true;
  },
  /** Nothing is ticked, and the list looks as before. */
  end(): void {
    state.isOn = false;
    selection.set([]);
  },
  set(rows: readonly InvoiceRow[]): void {
    state.rows = new Map(rows.map((row) => [row.id, row]));
    state.last = null;
  },
  /** Ticks or unticks one row; with `isRange` all shown rows from the one before to this one get its state. */
  toggle(row: InvoiceRow, shown: readonly InvoiceRow[], isRange: boolean): void {
    const isTicked = !state.rows.has(row.id);
    for (const one of isRange ? between(row, shown) : [row]) {
      if (isTicked) state.rows.set(one.id, one);
      else state.rows.delete(one.id);
    }
    state.last = row.id;
  },
};

function between(row: InvoiceRow, shown: readonly InvoiceRow[]): readonly InvoiceRow[] {
  const start = shown.findIndex(({ id }) => id === state.last);
  const end = shown.indexOf(row);
  if (start === -1 || end === -1) return [row];
  return shown.slice(Math.min(start, end), Math.max(start, end) + 1);
}
