import { app, BrowserWindow, screen, type Rectangle } from 'electron';
import { join } from 'node:path';
import type { WindowEvent } from '#shared/contract/wire.ts';
import type { Log } from './log.ts';
import { ORIGIN } from './origin.ts';
import type { Preferences } from './preferences.ts';

const FIRST_SIZE = { width: 1280, height: 800 };
const SMALLEST_SIZE = { minWidth: 1024, minHeight: 640 };
/** Paper of the light theme, so that nothing flashes before the first paint. */
const PAPER = '#FAFAF7';

export interface MainWindow {
  window: BrowserWindow;
  send: (event: WindowEvent) => void;
  /** Loads the window's page, again when it is there already: another office is open now. */
  load: () => void;
  /** Shows it as soon as it has something to show. */
  show: () => void;
  focus: () => void;
}

export function openWindow(preferences: Preferences, log: Log): MainWindow {
  const window = new BrowserWindow({
    ...(visibleBounds(preferences.windowBounds()) ?? FIRST_SIZE),
    ...SMALLEST_SIZE,
    show: false,
    title: 'Kontor',
    backgroundColor: PAPER,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  const { webContents } = window;
  let isLoadAsked = false;
  const load = (): void => {
    isLoadAsked = true;
    window.loadURL(`${ORIGIN}/`).catch((error: unknown) => log('the window was not loaded', error));
  };
  window.on('close', () => preferences.rememberWindow(window.getNormalBounds()));
  webContents.on('render-process-gone', (_event, { reason }) => {
    log(`the window's process ended: ${reason}`);
    if (reason !== 'clean-exit') load();
  });
  app.on('window-all-closed', () => app.quit());
  return {
    window,
    send: (event) => {
      if (!window.isDestroyed()) webContents.send('kontor:event', event);
    },
    load,
    show: () => {
      if (!isLoadAsked) load();
      if (webContents.isLoading()) window.once('ready-to-show', () => window.show());
      else window.show();
    },
    focus: () => {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}

/** Null when the screen on which the window stood is gone. */
function visibleBounds(bounds: Rectangle | null): Rectangle | null {
  if (bounds === null) return null;
  const { workArea } = screen.getDisplayMatching(bounds);
  const isVisible =
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y >= workArea.y &&
    bounds.y < workArea.y + workArea.height;
  return isVisible ? bounds : null;
}
