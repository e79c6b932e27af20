import { EventEmitter } from 'node:events';
import type { HostEvent } from '#shared/contract/events.ts';
import { officeContract } from '#shared/contract/index.ts';
import { serve, type Dispatch } from '#shared/contract/rpc.ts';
import { companyHandlers } from './company/handlers.ts';
import type { HostContext } from './context.ts';
import { customerHandlers } from './customers/handlers.ts';
import { translated, translateError } from './errors.ts';
import { finaliseHandlers } from './finalise/handlers.ts';
import { invoiceHandlers } from './invoices/handlers.ts';
import { journalHandlers } from './journal/handlers.ts';
import { nodePlatform, systemClock } from './node-platform.ts';
import { numberingHandlers } from './numbering/handlers.ts';
import { officeHandlers } from './office/handlers.ts';
import type { Clock, Platform } from './platform.ts';
import { profileHandlers } from './profiles/handlers.ts';
import { savedFilterHandlers } from './saved-filters/handlers.ts';
import { loadStoredFile } from './records/files.ts';
import { ensureOffice, isSampleOffice } from './setup/seed.ts';
import { openStore } from './store/open.ts';
import { sqliteModule } from './store/sqlite.ts';
import { templateHandlers } from './templates/handlers.ts';
import { textBlockHandlers } from './text-blocks/handlers.ts';
import { vatRateHandlers } from './vat-rates/handlers.ts';
import { createRenderer, type Renderer } from './workers/renderer.ts';
import { workspaceHandlers } from './workspace/handlers.ts';

export interface HostOptions {
  /** The Kontor file; made when it does not exist. */
  file: string;
  /** Marks an office that is made now as the sample office; an existing one stays what it is. */
  isSample?: boolean;
  platform?: Platform;
  clock?: Clock;
  /** The SQLite module; a test runtime brings a stand-in for better-sqlite3. */
  sqlite?: unknown;
  /** Most pages the file may grow to (tests of a full disk). */
  maximumPages?: number;
  /** Makes the documents; tests bring one that does something in between. */
  renderer?: Renderer;
  log?: (text: string, error?: unknown) => void;
}

/** The running application: answers calls, tells what changed. */
export interface Host {
  dispatch: Dispatch;
  /** The sample office: to try things, nothing of it is real. */
  readonly isSample: boolean;
  /** Returns how to stop listening. */
  onEvent: (listener: (event: HostEvent) => void) => () => void;
  close: () => Promise<void>;
}

/**
 * Opens a Kontor file and wires the application on it.
 * @throws CallError `office-in-use`, `office-foreign`, `office-newer`, `office-damaged`, `office-not-writable`,
 *   `office-update-failed`, `disk-full`
 */
export async function createHost(options: HostOptions): Promise<Host> {
  const { platform = nodePlatform, clock = systemClock, log = () => undefined } = options;
  const identity = await platform.identity();
  const store = await translated(() =>
    openStore({
      file: options.file,
      sqlite: options.sqlite ?? sqliteModule(),
      clock,
      identity,
      log,
      ...(options.maximumPages !== undefined && { maximumPages: options.maximumPages }),
    }),
  );
  let isSample: boolean;
  try {
    isSample = await translated(async () => {
      await ensureOffice(store, { at: clock.now(), who: identity.user }, options.isSample ?? false);
      return isSampleOffice(store);
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  const events = new EventEmitter<{ event: [HostEvent] }>();
  const renderer =
    options.renderer ?? createRenderer((hash) => store.read((reader) => loadStoredFile(reader, hash), 'logo'));
  const context: HostContext = { store, clock, renderer, emit: (event) => events.emit('event', event) };
  const handlers = {
    ...companyHandlers(context),
    ...profileHandlers(context),
    ...customerHandlers(context),
    ...vatRateHandlers(context),
    ...templateHandlers(context),
    ...textBlockHandlers(context),
    ...numberingHandlers(context),
    ...invoiceHandlers(context),
    ...savedFilterHandlers(context),
    ...finaliseHandlers(context),
    ...journalHandlers(context),
    ...officeHandlers(context),
    ...workspaceHandlers(context),
  };
  return {
    isSample,
    dispatch: serve(officeContract, handlers, {
      translate: translateError,
      log: (name, error) => log(`call ${name} failed`, error),
    }),
    onEvent: (listener) => {
      events.on('event', listener);
      return () => void events.off('event', listener);
    },
    close: async () => {
      await renderer.close();
      await store.close();
    },
  };
}
