/** Opens the app: in Electron, else in the browser, else at an address. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from './lib/command.ts';
import { ROOT } from './lib/root.ts';

/** What a download of Electron's binary may take. */
const ELECTRON_SECONDS = 20;
/** The same office as the desktop application opens at its first start (electron/shell/preferences.ts). */
const DEFAULT_DATA = join(homedir(), 'Kontor');

/** Runs the desktop application until its window is closed; without a folder it opens the office of the last time. */
async function openDesktop(executable: string, data: string | undefined): Promise<number> {
  const { runProgram } = await import('./lib/processes.ts');
  // Root has no sandbox; the window stays in its own all the same.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return (await runProgram(executable, [...asRoot, ROOT, ...(data === undefined ? [] : [join(data, 'office.kontor')])]))
    .code;
}

/** The command that opens an address in the user's browser. */
function openerOf(address: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
}

/** Serves the app until a signal ends it, and shows it in a browser where there is one. */
async function openInBrowser(data: string, hasScreen: boolean): Promise<number> {
  const server = spawn(process.execPath, [resolve(ROOT, 'electron/serve.ts'), '--data', data], {
    cwd: ROOT,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
  server.stdout.setEncoding('utf8').on('data', (line: string) => process.stdout.write(line));
  if (hasScreen) {
    server.stdout.once('data', (address: string) => {
      const [program, ...args] = openerOf(address.trim());
      const browser = spawn(program, args, { stdio: 'ignore', detached: true });
      // No such program: the address stands in the terminal.
      browser.on('error', () => undefined).unref();
    });
  }
  return new Promise((settle) => {
    server.on('close', (code) => settle(code ?? 0));
  });
}

await runCommand({
  name: 'npm start',
  summary:
    'Opens the app in Electron. Where Electron cannot be had within 20 seconds it opens in the browser, and without a display it prints the address and stays up.',
  options: {
    data: {
      type: 'string',
      value: 'DIR',
      description: 'Folder of the office file (default: that of the last time, at first Kontor in your home folder)',
    },
    browser: { type: 'boolean', description: 'Open in the browser straight away' },
  },
  run: async ({ data, browser = false }) => {
    const { downloadElectron, hasScreen } = await import('./lib/electron.ts');
    const { buildWindow, isBuildDue } = await import('./lib/window-build.ts');
    const folder = resolve(data ?? DEFAULT_DATA);
    mkdirSync(folder, { recursive: true });
    if (isBuildDue()) {
      const { code } = await buildWindow();
      if (code !== 0) return code;
    }
    const canShow = hasScreen();
    if (browser || !canShow) {
      if (!canShow)
        console.log('There is no display. Open this address in a browser on this machine, within a minute:');
      return openInBrowser(folder, canShow);
    }
    const electron = await downloadElectron(ELECTRON_SECONDS);
    if (electron !== null) return openDesktop(electron, data === undefined ? undefined : folder);
    console.log('Electron could not be downloaded, so Kontor opens in your browser. Should no browser open:');
    return openInBrowser(folder, canShow);
  },
});
