import { defineStore } from 'pinia';
import { ref } from 'vue';
import { CallError, type ErrorCode } from '#shared/contract/errors.ts';
import type { OpeningFailure, OpenOffice, RecentOffice } from '#shared/contract/office-files.ts';
import { api, onConnection, onHostEvent } from '../api/index.ts';
import { useFailureStore } from './failure.ts';
import { flushWorkspace, holdWorkspace, resumeWorkspace } from './workspace.ts';

/** Why a file was not opened, with the file. */
export interface FailedOpening {
  path: string;
  code: ErrorCode;
  details: unknown;
}

/** A folder that a service synchronises, and how to go on all the same. */
export interface Risk {
  service: string;
  purpose: 'create' | 'open';
  accept: () => Promise<void>;
}

/** Which office is open, and the ways to another one. Success needs no word: the window starts again (`office.changed`). */
export const useOfficeFilesStore = defineStore('office-files', () => {
  const office = ref<OpenOffice | null>(null);
  const recent = ref<RecentOffice[]>([]);
  const place = ref({ defaultFolder: '', separator: '/', canBrowse: false });
  const dialog = ref<'new' | 'open' | null>(null);
  const risk = ref<Risk | null>(null);
  const failed = ref<FailedOpening | null>(null);
  const busy = ref<'opening' | 'sample' | null>(null);

  async function load(): Promise<OpeningFailure | null> {
    const { open, recent: files, failure, ...where } = await api['officeFiles.list']({});
    office.value = open;
    recent.value = files;
    place.value = where;
    return failure;
  }

  /** Once, before the first view is shown. Listens before it asks, so that nothing is missed in between. */
  async function follow(): Promise<void> {
    onHostEvent(({ topic }) => {
      if (topic === 'office.changed') startAgain();
      if (topic === 'office.failed') void hearFailure().catch(useFailureStore().show);
    });
    onConnection((state) => {
      if (state === 'connected') void lookAgain().catch(useFailureStore().show);
    });
    const failure = await load();
    // With an office open a failure of long ago is none of its business; a fresh one comes with an event.
    if (office.value === null && failure !== null) refused(failure);
  }

  /** Whoever was reached again may have another office open. */
  async function lookAgain(): Promise<void> {
    const before = office.value?.path;
    await load();
    if (office.value?.path === before) await resumeWorkspace();
    else startAgain();
  }

  async function hearFailure(): Promise<void> {
    const failure = await load();
    if (failure !== null) refused(failure);
  }

  /** What another office needs that was read of the one before is nowhere left. */
  function startAgain(): void {
    holdWorkspace();
    location.hash = '';
    location.reload();
  }

  function refused({ path, code, details }: FailedOpening): void {
    if (code === 'office-risky-folder') {
      risk.value = { service: serviceOf(details), purpose: 'open', accept: () => open(path, true) };
    } else failed.value = { path, code, details };
  }

  async function open(path: string, acceptRisk = false): Promise<void> {
    failed.value = null;
    risk.value = null;
    busy.value = 'opening';
    await flushWorkspace();
    try {
      await api['officeFiles.open']({ path, acceptRisk });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      refused({ path, code: error.code, details: error.details });
      await load();
    } finally {
      busy.value = null;
    }
  }

  async function openSample(): Promise<void> {
    failed.value = null;
    busy.value = 'sample';
    await flushWorkspace();
    await orFailure(() => api['officeFiles.openSample']({}));
    busy.value = null;
  }

  /** With the system's dialog, where there is one; else by its path. */
  async function startOpening(): Promise<void> {
    if (!place.value.canBrowse) {
      dialog.value = 'open';
      return;
    }
    await orFailure(async () => {
      const { path } = await api['officeFiles.browse']({ purpose: 'file' });
      if (path !== null) await open(path);
    });
  }

  function startCreating(): void {
    dialog.value = 'new';
  }

  async function close(): Promise<void> {
    await flushWorkspace();
    await orFailure(() => api['officeFiles.close']({}));
  }

  async function forget(path: string): Promise<void> {
    await orFailure(() => api['officeFiles.forget']({ path }));
    if (failed.value?.path === path) failed.value = null;
    await load();
  }

  return {
    ...{ office, recent, place, dialog, risk, failed, busy },
    ...{ load, follow, open, openSample, startOpening, startCreating, close, forget },
  };
});

/** The name of the service that synchronises, from the details of a refusal. */
export function serviceOf(details: unknown): string {
  return (details as { service: string }).service;
}

async function orFailure(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    useFailureStore().show(error);
  }
}
