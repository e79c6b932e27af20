/**
 * The port to the outside. Desktop, browser host, command line and tests each bring their own.
 * Every method is async and takes only what structured clone can copy, so that the host can move into
 * another process without a change here (design, section 1). Dialogs, secrets and printing join with the window.
 */
export interface Platform {
  /** Who works on which machine; stands in the note beside an open file (design, section 6). */
  identity(): Promise<{ user: string; machine: string }>;
}

/** The only source of time in the host; tests bring their own. */
export interface Clock {
  /** Now, as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  now(): string;
  /** Today's calendar day in the office's time zone, as `YYYY-MM-DD`. */
  today(): string;
}
