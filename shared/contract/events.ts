/**
 * What the host tells its callers without being asked. A topic carries only which record changed;
 * who shows it asks again.
 */
export const TOPICS = ['invoices.changed', 'customers.changed', 'settings.changed', 'text-blocks.changed'] as const;
export type Topic = (typeof TOPICS)[number];
export interface HostEvent {
  topic: Topic;
  /** Null: many at once. */
  id: number | null;
}
