/**
 * After a change the page comes first: what else is asked of the host waits so long, that both do not share its time.
 * In milliseconds.
 */
export const BEHIND_THE_PAGE_MS = 100;
