import { EntitySchema } from 'typeorm';
import { recordColumns, type RecordColumns } from './record-columns.ts';

/** Number ranges and the office that uses them. Rows as SQLite stores them; repositories convert. */

export interface NumberRangeRow extends RecordColumns {
  name: string;
  pattern: string;
  digits: number;
  yearlyReset: number;
}

export interface NumberCounterRow {
  numberRangeId: number;
  period: string;
  lastValue: number;
  journalSequence: number;
}

export interface OfficeRow {
  id: number;
  activeProfileId: number;
  defaultTemplateId: number;
  invoiceRangeId: number;
  /** Null: Stornorechnungen take theirs from the range of the invoices. */
  cancellationRangeId: number | null;
  createdAt: string;
  /** 1: the sample office. */
  isSample: number;
}

export const NumberRangeEntity = new EntitySchema<NumberRangeRow>({
  name: 'NumberRange',
  tableName: 'number_range',
  columns: {
    ...recordColumns,
    name: { type: 'text' },
    pattern: { type: 'text' },
    digits: { type: 'integer' },
    yearlyReset: { type: 'integer', name: 'yearly_reset' },
  },
});

export const NumberCounterEntity = new EntitySchema<NumberCounterRow>({
  name: 'NumberCounter',
  tableName: 'number_counter',
  columns: {
    numberRangeId: { type: 'integer', name: 'number_range_id', primary: true },
    period: { type: 'text', primary: true },
    lastValue: { type: 'integer', name: 'last_value' },
    journalSequence: { type: 'integer', name: 'journal_sequence' },
  },
});

export const OfficeEntity = new EntitySchema<OfficeRow>({
  name: 'Office',
  tableName: 'office',
  columns: {
    id: { type: 'integer', primary: true },
    activeProfileId: { type: 'integer', name: 'active_profile_id' },
    defaultTemplateId: { type: 'integer', name: 'default_template_id' },
    invoiceRangeId: { type: 'integer', name: 'invoice_range_id' },
    cancellationRangeId: { type: 'integer', name: 'cancellation_range_id', nullable: true },
    createdAt: { type: 'text', name: 'created_at' },
    isSample: { type: 'integer', name: 'is_sample' },
  },
});
