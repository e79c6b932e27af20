import { app } from 'electron';
import { registerAppScheme, serveWindowFiles } from './shell/app-scheme.ts';
import { answerCalls } from './shell/bridge.ts';
import { createCompanion } from './shell/companion.ts';
import { choosePath, wantsRestart } from './shell/dialogs.ts';
import { offerDownloads } from './shell/downloads.ts';
import { createLog } from './shell/log.ts';
import { watchOfficeFiles } from './shell/office-files.ts';
import { startOfficeProcess } from './shell/office-process.ts';
import { cancelForeignRequests, denyPermissions, guardContents, silenceChromium } from './shell/security.ts';
import { readWindowState } from './shell/window-state.ts';
import { openWindow } from './shell/window.ts';

/** Kontor as a desktop application, from start to end. What happens inside is the matter of `office-process.ts`. */
async function main(): Promise<void> {
  const log = createLog();
  const files = watchOfficeFiles();
  guardContents(log);
  await app.whenReady();

  denyPermissions();
  cancelForeignRequests(log);
  serveWindowFiles();
  offerDownloads();

  const window = openWindow(readWindowState(), log);
  const office = startOfficeProcess({
    file: files.first(),
    choosePath: (request) => choosePath(window.window, request),
    onGone: () => void goOn(),
    log,
  });
  office.closeWithApp();
  answerCalls(office.dispatch, log);
  office.onEvent(window.send);

  const companion = createCompanion(office, window, log);
  const goOn = async (): Promise<void> => {
    if (!(await wantsRestart(window.window))) return app.quit();
    office.restart(companion.openFile());
    await companion.refresh();
  };
  await companion.refresh();
  window.show();
  files.listen((file) => {
    window.focus();
    if (file !== null) office.openNamed(file);
  });
}

registerAppScheme();
silenceChromium();
// A second start hands its file to the first one (see `watchOfficeFiles`) and ends.
if (app.requestSingleInstanceLock()) void main();
else app.quit();
