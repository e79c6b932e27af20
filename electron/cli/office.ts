import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from '../host/create-host.ts';
import { UsageError } from './output.ts';

/** Where the command line works. */
export interface Place {
  /** Folder of the office file. */
  data: string;
  /** Folder for bytes of replies; left out: base64. */
  files?: string;
}

/** Name of the office file in its folder. */
export const OFFICE_FILE = 'office.kontor';

/**
 * For commands that only look: a mistyped folder must not become a new, empty and therefore sound office.
 * @throws UsageError
 */
export function assertOfficeExists({ data }: Place): void {
  if (!existsSync(join(data, OFFICE_FILE))) throw new UsageError(`there is no office in ${data}`);
}

/** Opens the office of a folder, runs work, and closes it again whatever happens. */
export async function withOffice<T>({ data }: Place, work: (host: Host) => Promise<T>): Promise<T> {
  await mkdir(data, { recursive: true });
  // Loaded here: help, `describe` and wrong usage need no host, and it takes longer to load than all else.
  const { createHost } = await import('../host/create-host.ts');
  const host = await createHost({
    file: join(data, OFFICE_FILE),
    // Only what went wrong: a command line has no use for remarks about speed.
    log: (text, error) => {
      if (error !== undefined) console.error(text, error);
    },
  });
  try {
    return await work(host);
  } finally {
    await host.close();
  }
}
