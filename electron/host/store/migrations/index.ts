import type { MigrationInterface } from 'typeorm';
import { Start1700000000001 } from './0001-start.ts';
import { Logo1700000000002 } from './0002-logo.ts';
import { Workspace1700000000003 } from './0003-workspace.ts';
import { SearchAndFilters1700000000004 } from './0004-search-and-filters.ts';
import { SampleOffice1700000000005 } from './0005-sample-office.ts';
import { TextBlocks1700000000006 } from './0006-text-blocks.ts';
import { Payments1700000000007 } from './0007-payments.ts';
import { Cancellations1700000000008 } from './0008-cancellations.ts';

/** A migration as TypeORM takes it; its `name` ends in a timestamp of 13 digits. */
export type Migration = new () => MigrationInterface;

/** All forms of a Kontor file, oldest first. A new one is appended; none is ever changed or removed. */
export const migrations: Migration[] = [
  Start1700000000001,
  Logo1700000000002,
  Workspace1700000000003,
  SearchAndFilters1700000000004,
  SampleOffice1700000000005,
  TextBlocks1700000000006,
  Payments1700000000007,
  Cancellations1700000000008,
];
