import { existsSync } from 'node:fs';
import { mkdir, open as openFile, rm, rmdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { CallError } from '#shared/contract/errors.ts';
import type { ApplicationContract } from '#shared/contract/index.ts';
import type { OpeningFailure, OpenOffice, RecentOffice } from '#shared/contract/office-files.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import { officeFileName, officeNameOf } from '#shared/domain/office-file-name.ts';
import type { HostOptions } from '../host/create-host.ts';
import type { Platform } from '../host/platform.ts';
import { folderRisk, type FolderFacts } from './folder-risk.ts';
import type { OfficeKeeper } from './office-keeper.ts';
import type { PreferencesFile } from './preferences-file.ts';
import { fieldRefusal } from './refusals.ts';
import { makeSampleOffice } from './sample-office.ts';

const MOST_RECENT = 10;

export interface OfficeFilesOptions {
  keeper: OfficeKeeper;
  preferences: PreferencesFile;
  preferencesFolder: string;
  defaultFolder: string;
  platform: Platform;
  folderFacts: (folder: string) => Promise<FolderFacts>;
  hostOptions: Omit<HostOptions, 'file'>;
  now: () => string;
  log: (text: string, error?: unknown) => void;
  /** Hears that another office is open, or none. */
  onChange: () => void;
  /** One change of what is open after another. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  failure: () => OpeningFailure | null;
}

/** A file that is opened by its path; the user may accept that its folder is risky. */
export interface FileToOpen {
  path: string;
  acceptRisk: boolean;
}

export interface OfficeFiles {
  handlers: Pick<Handlers<ApplicationContract>, Extract<keyof ApplicationContract, `officeFiles.${string}`>>;
  /** @throws CallError `office-missing`, `office-risky-folder`, `office-network-share`, and as `createHost` */
  open: (file: FileToOpen) => Promise<OpenOffice>;
  /** Opens a file, or makes it with its folder, for a way in that names its own place. */
  openOrMake: (path: string) => Promise<OpenOffice>;
}

/** The calls about Kontor files: which is open, which were, and how another one is. */
export function createOfficeFiles(options: OfficeFilesOptions): OfficeFiles {
  const { keeper, preferences, defaultFolder, platform, now, onChange, inTurn } = options;

  /** Opens the file and remembers it. The sample office is not remembered: it is nobody's. */
  async function switchTo(path: string, acceptsRisk: boolean): Promise<OpenOffice> {
    const before = keeper.current();
    const office = await keeper.open(path);
    if (!office.isSample) {
      const others = preferences.read().recent.filter((entry) => entry.path !== office.path);
      const recent = [{ path: office.path, lastOpenedAt: now(), acceptsRisk }, ...others].slice(0, MOST_RECENT);
      remember({ office: office.path, recent });
    }
    if (before !== office) onChange();
    return office;
  }

  /** What cannot be remembered (a full disk) does not keep anybody from working. */
  function remember(changes: Parameters<PreferencesFile['change']>[0]): void {
    try {
      preferences.change(changes);
    } catch (error) {
      options.log('the recent files could not be remembered', error);
    }
  }

  /** @throws CallError `office-network-share` always, `office-risky-folder` unless the risk is accepted */
  async function assertSafe(folder: string, acceptRisk: boolean): Promise<void> {
    const risk = folderRisk(await options.folderFacts(folder));
    if (risk?.kind === 'network') throw new CallError('office-network-share', `${folder} is on another machine`, risk);
    if (risk !== null && !acceptRisk) {
      throw new CallError('office-risky-folder', `${folder} is synchronised by ${risk.service}`, risk);
    }
  }

  async function open({ path, acceptRisk }: FileToOpen): Promise<OpenOffice> {
    const file = absolute(path, 'path');
    if (!existsSync(file)) throw new CallError('office-missing', `there is no file ${file}`);
    const accepted = acceptRisk || preferences.read().recent.some((entry) => entry.path === file && entry.acceptsRisk);
    await assertSafe(dirname(file), accepted);
    return switchTo(file, accepted);
  }

  /**
   * Makes folder and file. The empty file is claimed first, so that none is ever taken over or removed that somebody else
   * made in the same moment; what was made here goes again when it fails.
   * @throws CallError `already-exists`, and as `createHost`
   */
  async function make(file: string, acceptsRisk: boolean): Promise<OpenOffice> {
    const made = await mkdir(dirname(file), { recursive: true });
    await claim(file);
    try {
      return await switchTo(file, acceptsRisk);
    } catch (error) {
      await rm(file, { force: true });
      if (made !== undefined) await removeEmpty(dirname(file), made);
      throw error;
    }
  }

  return {
    open: (file) => inTurn(() => open(file)),
    openOrMake: (path) => inTurn(async () => (existsSync(path) ? switchTo(path, true) : make(path, true))),
    handlers: {
      'officeFiles.list': async () => ({
        recent: preferences.read().recent.map(({ path, lastOpenedAt }) => ({
          ...asRecent(path),
          isOpen: keeper.current()?.path === path,
          lastOpenedAt,
        })),
        defaultFolder,
        separator: sep,
        canBrowse: platform.choosePath !== undefined,
        open: keeper.current(),
        failure: options.failure(),
      }),
      'officeFiles.create': ({ name, folder, acceptRisk }) =>
        inTurn(async () => {
          const fileName = officeFileName(name);
          if (fileName === '') throw fieldRefusal('invalid-input', { field: 'name', rule: 'file-name' });
          const file = join(folder === '' ? defaultFolder : absolute(folder, 'folder'), fileName);
          if (existsSync(file)) throw taken();
          await assertSafe(dirname(file), acceptRisk);
          return { open: await make(file, acceptRisk) };
        }),
      'officeFiles.open': (file) => inTurn(async () => ({ open: await open(file) })),
      'officeFiles.openSample': () =>
        inTurn(async () => {
          const current = keeper.current();
          if (current?.isSample) return { open: current };
          return { open: await switchTo(await makeSampleOffice(options.preferencesFolder, options.hostOptions), true) };
        }),
      'officeFiles.close': () =>
        inTurn(async () => {
          if (keeper.current() === null) return {};
          await keeper.close();
          remember({ office: null });
          onChange();
          return {};
        }),
      'officeFiles.forget': async ({ path }) => {
        const { recent } = preferences.read();
        preferences.change({ recent: recent.filter((entry) => entry.path !== path) });
        return {};
      },
      'officeFiles.browse': async ({ purpose }) => {
        if (!platform.choosePath) throw new CallError('no-file-dialog', 'there is no dialog to choose files with');
        return { path: await platform.choosePath({ purpose, folder: defaultFolder }) };
      },
    },
  };
}

function asRecent(path: string): Pick<RecentOffice, 'path' | 'name' | 'folder' | 'exists'> {
  return { path, name: officeNameOf(path), folder: dirname(path), exists: existsSync(path) };
}

function taken(): CallError {
  return fieldRefusal('already-exists', { field: 'name', rule: 'file-exists' });
}

async function claim(file: string): Promise<void> {
  try {
    await (await openFile(file, 'wx')).close();
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? taken() : error;
  }
}

/** Folders from the inner to the outer one, as long as they are empty. */
async function removeEmpty(inner: string, outer: string): Promise<void> {
  for (let folder = inner; folder.startsWith(outer); folder = dirname(folder)) {
    const isGone = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

/** @throws CallError `invalid-input` */
function absolute(path: string, field: string): string {
  if (!isAbsolute(path)) throw fieldRefusal('invalid-input', { field, rule: 'absolute-path' });
  return normalize(path);
}
