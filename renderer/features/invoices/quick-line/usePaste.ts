import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import type { QuickLineOptions } from '#shared/domain/quick-line.ts';
import type { ColumnRole } from '#shared/domain/spreadsheet-columns.ts';
import { readSheetRow, type NumberStyle, type SheetRow } from '#shared/domain/spreadsheet-paste.ts';
import { readTable } from '#shared/domain/spreadsheet-table.ts';
import { netOf } from './useLineRates.ts';

export interface PasteRow {
  /** Place in the pasted table, from 0. */
  index: number;
  cells: string[];
  result: SheetRow;
  isChosen: boolean;
  /** Open for mending: was unclear at some time, so that it does not close while somebody types in it. */
  isOpen: boolean;
}

export type ChosenRow = Extract<SheetRow, { kind: 'understood' }>;

export interface Paste {
  roles: Ref<ColumnRole[]>;
  headings: Readonly<Ref<string[] | null>>;
  style: Ref<NumberStyle>;
  rows: ComputedRef<PasteRow[]>;
  counts: ComputedRef<Record<SheetRow['kind'], number>>;
  chosen: ComputedRef<ChosenRow['position'][]>;
  net: ComputedRef<number>;
  read: (text: string) => void;
  setCell: (row: number, column: number, text: string) => void;
  setRole: (column: number, role: ColumnRole) => void;
  setChosen: (row: number, isChosen: boolean) => void;
}

/** A pasted table while it is looked at: roles of columns, mended cells, left out rows. */
export function usePaste(options: () => QuickLineOptions): Paste {
  const headings = shallowRef<string[] | null>(null);
  const roles = ref<ColumnRole[]>([]);
  const style = ref<NumberStyle>('german');
  const cells = ref<string[][]>([]);
  const leftOut = ref(new Set<number>());
  const opened = ref(new Set<number>());

  const results = computed(() => cells.value.map((row) => readSheetRow(row, roles.value, style.value, options())));
  const rows = computed(() =>
    results.value.map((result, index) => ({
      ...{ index, result, cells: cells.value[index] ?? [] },
      isChosen: result.kind === 'understood' && !leftOut.value.has(index),
      isOpen: result.kind === 'unclear' || opened.value.has(index),
    })),
  );
  const chosen = computed(() =>
    rows.value.flatMap(({ result, isChosen }) => (isChosen && result.kind === 'understood' ? [result.position] : [])),
  );

  return {
    roles,
    headings,
    style,
    rows,
    counts: computed(() => {
      const counts = { understood: 0, unclear: 0, skipped: 0 };
      for (const { kind } of results.value) counts[kind] += 1;
      return counts;
    }),
    chosen,
    net: computed(() => chosen.value.reduce((sum, position) => sum + netOf(position), 0)),
    read: (text) => {
      const table = readTable(text);
      headings.value = table.headings;
      roles.value = table.roles;
      cells.value = table.rows;
      leftOut.value = new Set();
      opened.value = new Set();
    },
    setCell: (row, column, text) => {
      opened.value.add(row);
      const changed = cells.value[row];
      if (changed) changed[column] = text;
    },
    setRole: (column, role) => {
      // One column per role, but titles may be joined from several.
      roles.value = roles.value.map((other, index) =>
        index === column ? role : other === role && role !== 'title' && role !== 'none' ? 'none' : other,
      );
    },
    setChosen: (row, isChosen) => {
      if (isChosen) leftOut.value.delete(row);
      else leftOut.value.add(row);
    },
  };
}
