import { app, BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron';
import { join } from 'node:path';
import type { WindowEvent } from '#shared/contract/wire.ts';
import type { Log } from './log.ts';
import { ORIGIN } from './origin.ts';
import type { WindowState } from './window-state.ts';

const FIRST_SIZE = { width: 1280, height: 800 };
const SMALLEST_SIZE = { minWidth: 1024, minHeight: 640 };
/** Paper of both themes, so that nothing flashes before the first paint. */
const PAPER = { light: '#FAFAF7', dark: '#15191B' };

export interface MainWindow {
  window: BrowserWindow;
  send: (event: WindowEvent) => void;
  /** Loads the page and shows the window as soon as there is something to see. */
  show: () => void;
  /** Takes the colour of the system's theme. */
  paint: () => void;
  focus: () => void;
}

export function openWindow(state: WindowState, log: Log): MainWindow {
  const window = new BrowserWindow({
    ...(visibleBounds(state.bounds()) ?? FIRST_SIZE),
    ...SMALLEST_SIZE,
    show: false,
    title: 'Kontor',
    backgroundColor: paper(),
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
  const load = (): void => {
    window.loadURL(`${ORIGIN}/`).catch((error: unknown) => log('the window was not loaded', error));
  };
  window.on('close', () => state.remember(window.getNormalBounds()));
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
    show: () => {
      window.once('ready-to-show', () => window.show());
      load();
    },
    paint: () => window.setBackgroundColor(paper()),
    focus: () => {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}

function paper(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
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
