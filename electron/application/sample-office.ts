import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CallError } from '#shared/contract/errors.ts';
import { makeDemoOffice } from '../demo/make-demo-office.ts';
import { createHost, type HostOptions } from '../host/create-host.ts';

const FILE = 'Beispielbüro.kontor';

/**
 * Makes the sample office afresh in a folder of its own and returns its file. The one before stays until the new one is
 * whole.
 * @throws CallError `office-in-use` while another Kontor has it open, `disk-full`, `office-not-writable`
 */
export async function makeSampleOffice(
  preferencesFolder: string,
  hostOptions: Omit<HostOptions, 'file'>,
): Promise<string> {
  const folder = join(preferencesFolder, 'sample');
  await assertNobodyHasIt(join(folder, FILE), hostOptions);
  const partial = join(preferencesFolder, 'sample.partial');
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    const host = await createHost({ ...hostOptions, file: join(partial, FILE), isSample: true });
    try {
      await makeDemoOffice(host.dispatch, () => Promise.resolve());
    } finally {
      await host.close();
    }
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  return join(folder, FILE);
}

async function assertNobodyHasIt(file: string, hostOptions: Omit<HostOptions, 'file'>): Promise<void> {
  if (!existsSync(file)) return;
  try {
    await (await createHost({ ...hostOptions, file })).close();
  } catch (error) {
    // Whatever else is wrong with the old one, it is replaced.
    if (error instanceof CallError && error.code === 'office-in-use') throw error;
  }
}
