import { app, dialog, type BrowserWindow } from 'electron';
import { texts } from './texts.ts';

/** The about box: what somebody who helps will ask for. */
export async function showAbout(window: BrowserWindow): Promise<void> {
  const { electron, chrome, node } = process.versions;
  await dialog.showMessageBox(window, {
    type: 'info',
    title: texts().about.title,
    message: `Kontor ${app.getVersion()}`,
    detail: [
      texts().about.description,
      '',
      `Electron ${electron}`,
      `Chromium ${chrome}`,
      `Node ${node}`,
      `${process.platform} ${process.arch}`,
    ].join('\n'),
    buttons: [texts().about.close],
  });
}
