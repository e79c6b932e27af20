/**
 * What the host tells its callers without being asked. A topic carries only which record changed;
 * who shows it asks again.
 */
export const TOPICS = [
  'invoices.changed',
  'customers.changed',
  'settings.changed',
  'text-blocks.changed',
  /** Another office is open now, or none: the window starts again at its first view. */
  'office.changed',
  /** A file that the system asked for could not be opened; `officeFiles.list` says why. */
  'office.failed',
  'preferences.changed',
] as const;
export type Topic = (typeof TOPICS)[number];
export interface HostEvent {
  topic: Topic;
  /** Null: many at once. */
  id: number | null;
}
