import { EventEmitter } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { CallError } from '#shared/contract/errors.ts';
import type { HostEvent } from '#shared/contract/events.ts';
import { applicationContract, officeContract, type ApplicationContract } from '#shared/contract/index.ts';
import type { OpeningFailure } from '#shared/contract/office-files.ts';
import { serve, type Dispatch, type Handlers } from '#shared/contract/rpc.ts';
import { nodePlatform, systemClock } from '../host/node-platform.ts';
import type { Clock, Platform } from '../host/platform.ts';
import { createQueue } from '../host/queue.ts';
import type { FolderFacts } from './folder-risk.ts';
import { readFolderFacts } from './machine-facts.ts';
import { createOfficeFiles } from './office-files.ts';
import { createOfficeKeeper } from './office-keeper.ts';
import { openPreferencesFile } from './preferences-file.ts';
import { fileRefusal } from './refusals.ts';

export interface ApplicationOptions {
  /** Where this machine's preferences stand, and the sample office. */
  preferencesFolder: string;
  /** Where a new office goes that names no folder; left out: `Kontor` in the home folder. */
  defaultFolder?: string;
  /** Opened at once; left out: the office of the last time, if there was one. */
  file?: NamedFile;
  platform?: Platform;
  /** What the machine says of folders; tests bring a machine of their own. */
  folderFacts?: (folder: string) => Promise<FolderFacts>;
  clock?: Clock;
  /** The SQLite module; a test runtime brings a stand-in for better-sqlite3. */
  sqlite?: unknown;
  log?: (text: string, error?: unknown) => void;
}

/** A file that a command line or the system names. */
export interface NamedFile {
  path: string;
  /** Made with its folder when it is not there; else that is a failure. */
  make: boolean;
}

/** Kontor as a window sees it: an office or none, and what belongs to the machine. */
export interface Application {
  dispatch: Dispatch;
  /** Returns how to stop listening. */
  onEvent: (listener: (event: HostEvent) => void) => () => void;
  /** Opens a file that the system names while Kontor runs. Never rejects: why it failed is told to the window. */
  openNamed: (file: NamedFile) => Promise<void>;
  /** Why a file was not opened that no call asked for; null when all went well. */
  failure: () => OpeningFailure | null;
  /** Lets calls finish and gives up the office's lock. */
  close: () => Promise<void>;
}

/** Starts the application around an office. Rejects only for a defect; a file that cannot be opened is a `failure`. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { preferencesFolder, platform = nodePlatform, clock = systemClock, log = () => undefined } = options;
  const events = new EventEmitter<{ event: [HostEvent] }>();
  // Every window of a browser listens.
  events.setMaxListeners(0);
  const emit = (topic: HostEvent['topic']): void => void events.emit('event', { topic, id: null });
  const preferences = openPreferencesFile(join(preferencesFolder, 'preferences.json'));
  const hostOptions = { platform, clock, log, ...(options.sqlite !== undefined && { sqlite: options.sqlite }) };
  const keeper = createOfficeKeeper({ ...hostOptions, onEvent: (event) => events.emit('event', event) });
  const inTurn = createQueue();
  let failure: OpeningFailure | null = null;

  const files = createOfficeFiles({
    keeper,
    preferences,
    preferencesFolder,
    defaultFolder: options.defaultFolder ?? join(homedir(), 'Kontor'),
    platform,
    folderFacts: options.folderFacts ?? readFolderFacts,
    hostOptions,
    now: () => clock.now(),
    log,
    onChange: () => {
      failure = null;
      emit('office.changed');
    },
    inTurn,
    failure: () => failure,
  });

  async function openNamed({ path, make }: NamedFile): Promise<void> {
    try {
      await (make ? files.openOrMake(path) : files.open({ path, acceptRisk: false }));
      failure = null;
    } catch (error) {
      failure = failureOf(path, error, log);
      emit('office.failed');
    }
  }

  const handlers: Handlers<ApplicationContract> = {
    ...files.handlers,
    'preferences.get': async () => preferences.read().preferences,
    'preferences.update': async (changes) => {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      preferences.change({ preferences: { ...preferences.read().preferences, ...given } });
      emit('preferences.changed');
      return preferences.read().preferences;
    },
  };
  const answer = serve(applicationContract, handlers, {
    translate: fileRefusal,
    log: (name, error) => log(`call ${name} failed`, error),
  });

  const { office } = preferences.read();
  const first = options.file ?? (office === null ? null : { path: office, make: false });
  if (first !== null) await openNamed(first);
  return {
    dispatch: (name, input) =>
      Object.hasOwn(officeContract, name) ? keeper.dispatch(name, input) : answer(name, input),
    onEvent: (listener) => {
      events.on('event', listener);
      return () => void events.off('event', listener);
    },
    openNamed,
    failure: () => failure,
    close: () => inTurn(() => keeper.close()),
  };
}

/** The log gets no path: it may hold names of people. */
function failureOf(path: string, thrown: unknown, log: (text: string, error?: unknown) => void): OpeningFailure {
  const error = fileRefusal(thrown);
  if (!(error instanceof CallError)) {
    log('a Kontor file could not be opened', error);
    return { path, code: 'internal', message: 'internal error, see the log', details: null };
  }
  log(`a Kontor file could not be opened: ${error.code}`);
  return { path, code: error.code, message: error.message, details: z.json().catch(null).parse(error.details) };
}
