import { app } from 'electron';
import { showAbout } from './shell/about.ts';
import { registerAppScheme, serveWindowFiles } from './shell/app-scheme.ts';
import { answerCalls } from './shell/bridge.ts';
import { askForOffice, showOfficeError } from './shell/dialogs.ts';
import { offerDownloads } from './shell/downloads.ts';
import { createLog } from './shell/log.ts';
import { setMenu } from './shell/menu.ts';
import { createOfficeHolder } from './shell/office.ts';
import { officeFileIn, onOfficeFile } from './shell/office-files.ts';
import { readPreferences } from './shell/preferences.ts';
import { cancelForeignRequests, denyPermissions, guardContents, silenceChromium } from './shell/security.ts';
import { openWindow } from './shell/window.ts';

/** Kontor as a desktop application, from start to end. What happens inside is the host's matter. */
async function main(): Promise<void> {
  const log = createLog();
  guardContents(log);
  await app.whenReady();

  denyPermissions();
  cancelForeignRequests(log);
  serveWindowFiles();
  offerDownloads();

  const preferences = readPreferences();
  const office = createOfficeHolder({ preferences, log });
  answerCalls(office, log);

  const window = openWindow(preferences, log);
  office.onEvent((event) => window.send(event));
  const open = async (file: string): Promise<void> => {
    try {
      await office.open(file);
      window.load();
    } catch (error) {
      log('the office could not be opened', error);
      window.show();
      await showOfficeError(window.window, file, error);
    }
  };
  const chooseOffice = async (): Promise<void> => {
    const file = await askForOffice(window.window);
    if (file !== null) await open(file);
  };
  setMenu({ send: window.send, chooseOffice, showAbout: () => void showAbout(window.window) });
  onOfficeFile((file) => {
    window.focus();
    if (file !== null) void open(file);
  });

  await open(officeFileIn(process.argv) ?? preferences.lastOffice());
  window.show();
  office.closeWithApp();
}

registerAppScheme();
silenceChromium();
// A second start hands its file to the first one (see `onOfficeFile`) and ends.
if (app.requestSingleInstanceLock()) void main();
else app.quit();
