import type { HostEvent } from '#shared/contract/events.ts';
import type { OpenOffice } from '#shared/contract/office-files.ts';
import type { Dispatch, Reply } from '#shared/contract/rpc.ts';
import { officeNameOf } from '#shared/domain/office-file-name.ts';
import { createHost, type Host, type HostOptions } from '../host/create-host.ts';
import { withoutLinks } from './machine-facts.ts';

/** The office that is open, one at a time. Its methods are called one after another. */
export interface OfficeKeeper {
  current: () => OpenOffice | null;
  /** Answers a call of the office that is open; refused as `no-office` when none is. */
  dispatch: Dispatch;
  /**
   * Opens a file, or makes it; the one before is closed once this one is open, and stays open when this fails.
   * @throws CallError as `createHost`
   */
  open: (file: string) => Promise<OpenOffice>;
  /** Lets calls finish, then gives up the lock. */
  close: () => Promise<void>;
}

type Options = Omit<HostOptions, 'file'> & { onEvent: (event: HostEvent) => void };

interface Opened {
  office: OpenOffice;
  host: Host;
  /** The file itself, whichever path leads to it. */
  identity: string;
  /** What is being answered. */
  calls: Set<Promise<Reply>>;
}

/** Holds no office at first. Events of an office are heard as long as it is the open one. */
export function createOfficeKeeper({ onEvent, ...hostOptions }: Options): OfficeKeeper {
  let opened: Opened | null = null;

  async function open(file: string): Promise<OpenOffice> {
    const identity = await withoutLinks(file);
    if (opened?.identity === identity) return opened.office;
    const host = await createHost({ ...hostOptions, file });
    const previous = opened;
    const office = { path: file, name: officeNameOf(file), isSample: host.isSample };
    const next: Opened = { office, host, identity: await withoutLinks(file), calls: new Set() };
    opened = next;
    host.onEvent((event) => {
      if (opened === next) onEvent(event);
    });
    if (previous !== null) await shut(previous);
    return office;
  }

  return {
    current: () => opened?.office ?? null,
    open,
    dispatch: async (name, input) => {
      if (opened === null) return { ok: false, code: 'no-office', message: 'no office is open', details: null };
      const { host, calls } = opened;
      const answer = host.dispatch(name, input);
      calls.add(answer);
      return answer.finally(() => calls.delete(answer));
    },
    close: async () => {
      const closing = opened;
      opened = null;
      if (closing !== null) await shut(closing);
    },
  };
}

async function shut({ host, calls }: Opened): Promise<void> {
  await Promise.all(calls);
  await host.close();
}
