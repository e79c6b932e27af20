import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { FolderFacts, Mount } from './folder-risk.ts';

/** What this machine says of a folder, which need not exist yet. What cannot be found out is left out. */
export async function readFolderFacts(folder: string): Promise<FolderFacts> {
  const oneDrive = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap((name) => process.env[name] ?? []);
  return {
    paths: [folder, await withoutLinks(folder)],
    home: homedir(),
    oneDrive: oneDrive.filter((path) => path !== ''),
    mounts: await readMounts(),
  };
}

/** The path with every link followed; on Windows this also turns a mapped drive into `\\server\share`. */
export async function withoutLinks(path: string): Promise<string> {
  if (existsSync(path)) return realpath(path).catch(() => path);
  const parent = dirname(path);
  return parent === path ? path : join(await withoutLinks(parent), basename(path));
}

async function readMounts(): Promise<Mount[]> {
  try {
    if (process.platform === 'linux') return linuxMounts(await readFile('/proc/self/mounts', 'utf8'));
    if (process.platform === 'darwin') return macMounts((await promisify(execFile)('/sbin/mount')).stdout);
  } catch {
    // Without the list only the path itself can warn.
  }
  return [];
}

/** Lines of /proc/self/mounts: `device /path type options`, blanks in a path as \040. */
export function linuxMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, path, type] = line.split(' ');
    if (path === undefined || type === undefined) return [];
    const plain = path.replace(/\\([0-7]{3})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 8)));
    return { path: plain, type };
  });
}

/** Lines of macOS' mount: `device on /path (type, options)`. */
export function macMounts(text: string): Mount[] {
  return [...text.matchAll(/ on (.+) \(([^,)]+)[^()]*\)$/gm)].map(([, path = '', type = '']) => ({ path, type }));
}
