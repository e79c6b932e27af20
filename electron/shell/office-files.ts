import { app } from 'electron';
import { resolve } from 'node:path';

/** The ending that belongs to Kontor in the system (electron-builder.yml). */
export const OFFICE_ENDING = 'kontor';

/** The Kontor file that a command line names: a double click in the system's file manager starts us with its path. */
export function officeFileIn(commandLine: readonly string[], folder: string = process.cwd()): string | null {
  const named = commandLine.slice(1).find((part) => part.endsWith(`.${OFFICE_ENDING}`) && !part.startsWith('-'));
  return named === undefined ? null : resolve(folder, named);
}

/** Hears of a file to open while Kontor runs, or of a second start without one (null). */
export function onOfficeFile(listener: (file: string | null) => void): void {
  app.on('second-instance', (_event, commandLine, folder) => listener(officeFileIn(commandLine, folder)));
  // macOS sends no command line.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    listener(file);
  });
}
