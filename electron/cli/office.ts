import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createHost, type Host } from '../host/create-host.ts';

/** Where the command line works. */
export interface Place {
  /** Folder of the office file. */
  data: string;
  /** Folder for bytes of replies; left out: base64. */
  files?: string;
}

/** Opens the office of a folder, runs work, and closes it again whatever happens. */
export async function withOffice<T>({ data }: Place, work: (host: Host) => Promise<T>): Promise<T> {
  await mkdir(data, { recursive: true });
  const host = await createHost({
    file: join(data, 'office.kontor'),
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
