/**
 * The port to the outside. Desktop, browser host, command line and tests each bring their own.
 * Every method is async and takes only what structured clone can copy, so that the host can move into
 * another process without a change here (design, section 1). Secrets and printing join with the steps that need them.
 */
export interface Platform {
  /** Who works on which machine; stands in the note beside an open file (design, section 6). */
  identity(): Promise<{ user: string; machine: string }>;
  /**
   * Lets the user choose a Kontor file, or a folder for a new one, in a dialog of the system. Null when they think better of
   * it. Left out where there are no such dialogs.
   */
  choosePath?(request: PathRequest): Promise<string | null>;
}

/** What a native dialog for files begins with. */
export interface PathRequest {
  purpose: 'file' | 'folder';
  /** The folder that it shows first; it may not exist yet. */
  folder: string;
}

/** The only source of time in the host; tests bring their own. */
export interface Clock {
  /** Now, as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  now(): string;
  /** Today's calendar day in the office's time zone, as `YYYY-MM-DD`. */
  today(): string;
}
