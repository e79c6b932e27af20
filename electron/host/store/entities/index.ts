import * as filters from './filters.ts';
import * as invoices from './invoices.ts';
import * as masters from './masters.ts';
import * as numbering from './numbering.ts';
import * as records from './records.ts';
import * as textBlocks from './text-blocks.ts';
import * as workspace from './workspace.ts';
import { EntitySchema } from 'typeorm';

export * from './filters.ts';
export * from './invoices.ts';
export * from './masters.ts';
export * from './numbering.ts';
export type { RecordColumns } from './record-columns.ts';
export * from './records.ts';
export * from './text-blocks.ts';
export * from './workspace.ts';

/** All entities, for the data source. */
export const entities = [filters, invoices, masters, numbering, records, textBlocks, workspace].flatMap((file) =>
  Object.values(file).filter((value) => value instanceof EntitySchema),
);
