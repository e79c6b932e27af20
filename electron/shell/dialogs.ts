import { dialog, shell, type BrowserWindow } from 'electron';
import type { FileRequest } from '../host/platform.ts';
import { logFile } from './log.ts';
import { OFFICE_ENDING } from './office-files.ts';
import { texts } from './texts.ts';

/** The path of a Kontor file that exists or shall be made; null when the user thinks better of it. */
export async function chooseOfficeFile(
  window: BrowserWindow,
  { purpose, proposal }: FileRequest,
): Promise<string | null> {
  const { open, create, kind } = texts().officeFile;
  const options = { defaultPath: proposal, filters: [{ name: kind, extensions: [OFFICE_ENDING] }] };
  if (purpose === 'create') {
    const { canceled, filePath } = await dialog.showSaveDialog(window, { ...options, title: create });
    return canceled || filePath === '' ? null : filePath;
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...options,
    title: open,
    properties: ['openFile'],
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
