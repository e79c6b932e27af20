import { app, session } from 'electron';
import { join } from 'node:path';
import { isOwnBlob } from './origin.ts';

/** What the window offers for download is saved through the system's dialog; anything else is no download of ours. */
export function offerDownloads(): void {
  session.defaultSession.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), item.getFilename()) });
  });
}
