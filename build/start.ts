/** Opens the app: in Electron, else in the browser, else at an address. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { runCommand } from './lib/command.ts';
import { ROOT } from './lib/root.ts';

/** What a download of Electron's binary may take. */
const ELECTRON_SECONDS = 20;

/** Runs the desktop application until its window is closed; without a folder it opens the office of the last time. */
async function openDesktop(executable: string, data: string | undefined): Promise<number> {
  const { runProgram } = await import('./lib/processes.ts');
  // Root has no sandbox; the window stays in its own all the same.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return (await runProgram(executable, [...asRoot, ROOT, ...(data === undefined ? [] : [`--data=${data}`])])).code;
}

/** The command that opens an address in the user's browser. */
function openerOf(address: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
}

/** Serves the app until a signal ends it, and shows it in a browser where there is one. */
async function openInBrowser(data: string | undefined, hasScreen: boolean): Promise<number> {
  const place = data === undefined ? [] : ['--data', data];
  const server = spawn(process.execPath, [resolve(ROOT, 'electron/serve.ts'), ...place], {
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
      description: 'Folder of the office file (default: the office of the last time; at first the window asks)',
    },
    browser: { type: 'boolean', description: 'Open in the browser straight away' },
  },
  run: async ({ data, browser = false }) => {
    const { downloadElectron, hasScreen } = await import('./lib/electron.ts');
    const { buildWindow, isBuildDue } = await import('./lib/window-build.ts');
    const folder = data === undefined ? undefined : resolve(data);
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
    if (electron !== null) return openDesktop(electron, folder);
    console.log('Electron could not be downloaded, so Kontor opens in your browser. Should no browser open:');
    return openInBrowser(folder, canShow);
  },
});
