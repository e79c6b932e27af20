import type { HostEvent } from '#shared/contract/events.ts';
import type { Reply } from '#shared/contract/rpc.ts';
import type { NamedFile } from '../application/create-application.ts';
import type { PathRequest } from '../host/platform.ts';

/** What travels between the main process and the process of the office, each as structured clone copies it. */

/** Comes first, once. */
export interface StartMessage {
  kind: 'start';
  preferencesFolder: string;
  file: NamedFile | null;
  /** Path of the stand-in for better-sqlite3 in desktop tests; null is better-sqlite3 itself. */
  sqlite: string | null;
}

export type ToOffice =
  | StartMessage
  | { kind: 'call'; id: number; name: string; input: unknown }
  | { kind: 'open'; file: NamedFile }
  /** The user's answer in a native dialog. */
  | { kind: 'chosen'; id: number; path: string | null }
  /** Close the office, then end. */
  | { kind: 'close' };

export type FromOffice =
  | { kind: 'reply'; id: number; reply: Reply }
  | { kind: 'event'; event: HostEvent }
  | { kind: 'choose'; id: number; request: PathRequest }
  | { kind: 'log'; text: string; /** Its stack. */ error: string | null };
