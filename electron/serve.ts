/** Kontor behind a WebSocket: for tests in a real browser, and for machines that cannot run Electron. */
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { CallError } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/text/index.ts';
import { preferencesFolder } from './serve/preferences-folder.ts';
import { startServer } from './serve/server.ts';

export { startServer, type RunningServer, type ServerOptions } from './serve/server.ts';

const USAGE = `usage: node electron/serve.ts [--data DIR] [--port N]

  --data DIR         opens office.kontor in this folder, and makes it there (default: the office of the last time)
  --preferences DIR  folder of preferences and sample office (default: that of the desktop application)
  --port N           port on 127.0.0.1 (default: a free one)
  --root DIR         folder of the built window (default: out/renderer)

Prints the address to open; its code works once, within a minute. Enter prints a new one, Ctrl+C ends.`;

const OPTIONS = {
  data: { type: 'string' },
  preferences: { type: 'string' },
  port: { type: 'string', default: '0' },
  root: { type: 'string', default: resolve(import.meta.dirname, '../out/renderer') },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Serves until a signal ends it; returns the exit code of what went wrong before that. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const { data, preferences } = values;
  const server = await startServer({
    preferencesFolder: preferences === undefined ? preferencesFolder(process) : resolve(preferences),
    ...(data !== undefined && { file: { path: resolve(data, 'office.kontor'), make: true } }),
    root: values.root,
    port: Number(values.port),
    log: (text, error) => {
      if (error !== undefined) console.error(text, error);
    },
  });
  console.log(server.newAddress());
  if (process.stdin.isTTY) createInterface({ input: process.stdin }).on('line', () => console.log(server.newAddress()));
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return 0;
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof CallError ? errorSentence(error.code, error.details, 'de') : String(error));
    process.exitCode = 1;
  }
}
