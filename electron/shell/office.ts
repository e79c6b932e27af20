import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HostEvent } from '#shared/contract/events.ts';
import type { Dispatch } from '#shared/contract/rpc.ts';
import { createHost, type Host } from '../host/create-host.ts';
import type { Log } from './log.ts';
import type { Preferences } from './preferences.ts';
import { sqliteStandIn } from './test-runtime.ts';

/** The office that is open, one at a time. */
export interface OfficeHolder {
  dispatch: Dispatch;
  onEvent: (listener: (event: HostEvent) => void) => void;
  /**
   * Opens another file; the one before stays open when this fails.
   * @throws CallError as `createHost`
   */
  open: (file: string) => Promise<void>;
  /** Lets calls finish and gives up the lock before the application ends. */
  closeWithApp: () => void;
}

export function createOfficeHolder({ preferences, log }: { preferences: Preferences; log: Log }): OfficeHolder {
  let host: Host | null = null;
  let openFile = '';
  const listeners: ((event: HostEvent) => void)[] = [];

  async function open(file: string): Promise<void> {
    if (file === openFile) return;
    mkdirSync(dirname(file), { recursive: true });
    const sqlite = sqliteStandIn();
    const next = await createHost({ file, log, ...(sqlite !== undefined && { sqlite }) });
    next.onEvent((event) => listeners.forEach((listener) => listener(event)));
    const previous = host;
    host = next;
    openFile = file;
    preferences.rememberOffice(file);
    await previous?.close();
  }

  return {
    open,
    dispatch: async (name, input) =>
      host?.dispatch(name, input) ?? { ok: false, code: 'no-office', message: 'no office is open', details: null },
    onEvent: (listener) => void listeners.push(listener),
    closeWithApp: () => {
      // Not before the windows are closed: their last act is to have unsaved input kept.
      app.on('will-quit', (event) => {
        if (host === null) return;
        event.preventDefault();
        const closing = host;
        host = null;
        void closing
          .close()
          .catch((error: unknown) => log('the office could not be closed', error))
          .finally(() => app.quit());
      });
    },
  };
}
