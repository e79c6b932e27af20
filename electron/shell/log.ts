import { app } from 'electron';
import electronLog from 'electron-log/main.js';
import { join } from 'node:path';

/** One line, with the cause's stack. Never names, amounts or addresses: the file may be sent to somebody for help. */
export type Log = (text: string, error?: unknown) => void;

const MAXIMUM_BYTES = 1024 * 1024;

export function logFile(): string {
  return join(app.getPath('userData'), 'logs', 'kontor.log');
}

/** Writes to `kontor.log`; at 1 MB it becomes `kontor.old.log` and a new one is begun. */
export function createLog(): Log {
  const log = electronLog.create({ logId: 'kontor' });
  log.transports.file.resolvePathFn = logFile;
  log.transports.file.maxSize = MAXIMUM_BYTES;
  log.transports.console.level = app.isPackaged ? false : 'warn';
  log.transports.ipc.level = false;
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled', reason));
  log.info(`Kontor ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`);
  return (text, error) => {
    if (error === undefined) log.info(text);
    else log.error(text, error);
  };
}
