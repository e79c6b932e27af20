import { app, dialog, shell, type BrowserWindow } from 'electron';
import { CallError } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/text/index.ts';
import { logFile } from './log.ts';
import { OFFICE_ENDING } from './office-files.ts';
import { language, texts } from './texts.ts';

/** The path of a Kontor file that exists, or null when the user thinks better of it. */
export async function askForOffice(window: BrowserWindow): Promise<string | null> {
  const { title, kind } = texts().openOffice;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
    filters: [{ name: kind, extensions: [OFFICE_ENDING] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Says why an office was not opened, in the user's words, and shows the log on request. */
export async function showOfficeError(window: BrowserWindow, file: string, error: unknown): Promise<void> {
  const { message, close, showLog } = texts().officeError;
  const code = error instanceof CallError ? error.code : 'internal';
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail: `${errorSentence(code, error instanceof CallError ? error.details : null, language())}\n\n${file}`,
    buttons: [close, showLog],
    cancelId: 0,
  });
  if (response === 1) shell.showItemInFolder(logFile());
}
