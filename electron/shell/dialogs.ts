import { dialog, shell, type BrowserWindow } from 'electron';
import type { PathRequest } from '../host/platform.ts';
import { logFile } from './log.ts';
import { OFFICE_ENDING } from './office-files.ts';
import { texts } from './texts.ts';

/** A Kontor file that exists, or a folder for a new one; null when the user thinks better of it. */
export async function choosePath(window: BrowserWindow, { purpose, folder }: PathRequest): Promise<string | null> {
  const { file, place, kind } = texts().officeFile;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: purpose === 'file' ? file : place,
    defaultPath: folder,
    ...(purpose === 'file'
      ? { properties: ['openFile'], filters: [{ name: kind, extensions: [OFFICE_ENDING] }] }
      : { properties: ['openDirectory', 'createDirectory'] }),
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Says that the process of the office has ended, and asks how to go on. What stands in the window is still there. */
export async function wantsRestart(window: BrowserWindow): Promise<boolean> {
  const { message, detail, restart, quit, showLog } = texts().officeGone;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail,
    buttons: [restart, quit, showLog],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 2) shell.showItemInFolder(logFile());
  return response !== 1;
}
