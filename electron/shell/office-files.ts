import { app } from 'electron';
import { join, resolve } from 'node:path';
import type { NamedFile } from '../application/create-application.ts';

/** The ending that belongs to Kontor in the system (electron-builder.yml). */
export const OFFICE_ENDING = 'kontor';
const DATA_SWITCH = '--data=';

/**
 * The Kontor file that a command line names: a double click in the system's file manager starts us with its path, and
 * `npm start -- --data DIR` with a folder whose office is made when it is not there.
 */
export function officeFileIn(commandLine: readonly string[], folder: string = process.cwd()): NamedFile | null {
  const [, ...parts] = commandLine;
  const data = parts.find((part) => part.startsWith(DATA_SWITCH))?.slice(DATA_SWITCH.length);
  if (data !== undefined) return { path: join(resolve(folder, data), `office.${OFFICE_ENDING}`), make: true };
  const named = parts.find((part) => part.endsWith(`.${OFFICE_ENDING}`) && !part.startsWith('-'));
  return named === undefined ? null : { path: resolve(folder, named), make: false };
}

/** Files that the system asks to open. */
export interface NamedFiles {
  /** The one that Kontor was started with. */
  first: () => NamedFile | null;
  /** Hears of a file to open while Kontor runs, or of a second start without one (null). */
  listen: (listener: (file: NamedFile | null) => void) => void;
}

/** Must run before Electron is ready: macOS sends no command line, and names the file of a double click early. */
export function watchOfficeFiles(): NamedFiles {
  let first = officeFileIn(process.argv);
  let hear = (file: NamedFile | null): void => {
    first = file ?? first;
  };
  app.on('second-instance', (_event, commandLine, folder) => hear(officeFileIn(commandLine, folder)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    hear({ path, make: false });
  });
  return {
    first: () => first,
    listen: (listener) => {
      hear = listener;
    },
  };
}
