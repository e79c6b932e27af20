import { EventEmitter } from 'node:events';
import type { HostEvent } from '#shared/contract/events.ts';
import { contract } from '#shared/contract/index.ts';
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
import { ensureOffice } from './setup/seed.ts';
import { openStore } from './store/open.ts';
import { sqliteModule } from './store/sqlite.ts';
import { templateHandlers } from './templates/handlers.ts';
import { textBlockHandlers } from './text-blocks/handlers.ts';
import { vatRateHandlers } from './vat-rates/handlers.ts';
import { createRenderer, type Renderer } from './workers/renderer.ts';

export interface HostOptions {
  /** The Kontor file; made when it does not exist. */
  file: string;
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
  try {
    await translated(() => ensureOffice(store, { at: clock.now(), who: identity.user }));
  } catch (error) {
    await store.close();
    throw error;
  }
  const events = new EventEmitter<{ event: [HostEvent] }>();
  const renderer = options.renderer ?? createRenderer();
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
    ...finaliseHandlers(context),
    ...journalHandlers(context),
    ...officeHandlers(context),
  };
  return {
    dispatch: serve(contract, handlers, {
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
