import type { EntitySchemaColumnOptions } from 'typeorm';

/** What every record carries beside its content: who saved it last and when, and how often (design, section 3). */
export interface RecordColumns {
  id: number;
  revision: number;
  changedAt: string;
  changedBy: string;
}

export const recordColumns = {
  id: { type: 'integer', primary: true, generated: true },
  revision: { type: 'integer' },
  changedAt: { type: 'text', name: 'changed_at' },
  changedBy: { type: 'text', name: 'changed_by' },
} as const satisfies Record<keyof RecordColumns, EntitySchemaColumnOptions>;
