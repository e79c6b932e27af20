import { app, utilityProcess, type UtilityProcess } from 'electron';
import { join } from 'node:path';
import type { HostEvent } from '#shared/contract/events.ts';
import type { Dispatch, Refusal, Reply } from '#shared/contract/rpc.ts';
import type { NamedFile } from '../application/create-application.ts';
import type { PathRequest } from '../host/platform.ts';
import type { Log } from './log.ts';
import type { FromOffice, ToOffice } from './office-messages.ts';
import { sqliteStandIn } from './test-runtime.ts';

const ENTRY = join(import.meta.dirname, 'office-process.js');
/** How long the office may take to finish its calls before the application ends without it. */
const CLOSING_MILLISECONDS = 30_000;

/** The process that holds the office (decision 0007), as the main process sees it. */
export interface OfficeProcess {
  /** Answers `disconnected` while the process is gone. */
  dispatch: Dispatch;
  onEvent: (listener: (event: HostEvent) => void) => void;
  /** Opens a file that the system names; the window hears when that fails. */
  openNamed: (file: NamedFile) => void;
  /** Starts the process anew, after it ended on its own, with the file that was open. */
  restart: (path: string | null) => void;
  /** Ends the application only when calls are finished and the office has given up its lock. */
  closeWithApp: () => void;
}

interface Options {
  file: NamedFile | null;
  choosePath: (request: PathRequest) => Promise<string | null>;
  /** The process ended without having been asked to. */
  onGone: () => void;
  log: Log;
}

export function startOfficeProcess({ file, choosePath, onGone, log }: Options): OfficeProcess {
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners: ((event: HostEvent) => void)[] = [];
  let lastId = 0;
  let child: UtilityProcess | null = null;
  let isClosing = false;

  const send = (message: ToOffice): void => child?.postMessage(message);

  async function hear(message: FromOffice): Promise<void> {
    switch (message.kind) {
      case 'reply':
        waiting.get(message.id)?.(message.reply);
        return void waiting.delete(message.id);
      case 'event':
        return listeners.forEach((listener) => listener(message.event));
      case 'choose':
        return send({ kind: 'chosen', id: message.id, path: await choosePath(message.request) });
      case 'log':
        return message.error === null ? log(message.text) : log(message.text, message.error);
    }
  }

  function start(first: NamedFile | null): void {
    const started = utilityProcess.fork(ENTRY, [], { serviceName: 'Kontor office', stdio: 'ignore' });
    started.on('message', (message: FromOffice) => void hear(message));
    started.once('exit', (code) => {
      if (child === started) child = null;
      for (const answer of waiting.values()) answer(DISCONNECTED);
      waiting.clear();
      if (isClosing) return;
      log(`the process of the office ended with ${code}`);
      onGone();
    });
    child = started;
    send({ kind: 'start', preferencesFolder: app.getPath('userData'), file: first, sqlite: sqliteStandIn() ?? null });
  }

  start(file);
  return {
    dispatch: (name, input) =>
      new Promise((resolve) => {
        if (child === null) return resolve(DISCONNECTED);
        lastId += 1;
        waiting.set(lastId, resolve);
        send({ kind: 'call', id: lastId, name, input });
      }),
    onEvent: (listener) => void listeners.push(listener),
    openNamed: (named) => send({ kind: 'open', file: named }),
    restart: (path) => start(path === null ? null : { path, make: false }),
    closeWithApp: () => {
      // Only after the window is gone: its last act is to have unsaved input kept.
      app.on('will-quit', (event) => {
        if (child === null) return;
        event.preventDefault();
        if (isClosing) return;
        isClosing = true;
        const closing = child;
        const kill = setTimeout(() => closing.kill(), CLOSING_MILLISECONDS);
        closing.once('exit', () => {
          clearTimeout(kill);
          app.quit();
        });
        send({ kind: 'close' });
      });
    },
  };
}

const DISCONNECTED: Refusal = {
  ok: false,
  code: 'disconnected',
  message: 'the process of the office has ended',
  details: null,
};
