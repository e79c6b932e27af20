import { app, nativeTheme } from 'electron';
import { applicationContract, type ApplicationContract } from '#shared/contract/index.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '#shared/domain/preferences.ts';
import type { OpenOffice, RecentOffice } from '#shared/contract/office-files.ts';
import { connect, type Api } from '#shared/contract/rpc.ts';
import { showAbout } from './about.ts';
import type { Log } from './log.ts';
import { setMenu } from './menu.ts';
import type { OfficeProcess } from './office-process.ts';
import { setLanguage } from './texts.ts';
import type { MainWindow } from './window.ts';

/** What the system shows beside the window and that follows the application: menu, language, theme, recent documents. */
export interface Companion {
  /** The file that is open, as far as was heard. */
  openFile: () => string | null;
  /** Asks the application how things stand and shows it. Never rejects. */
  refresh: () => Promise<void>;
}

/** Follows the events of the application; the first `refresh` is the caller's. */
export function createCompanion(office: OfficeProcess, window: MainWindow, log: Log): Companion {
  const api = connect(applicationContract, office.dispatch);
  let openFile: string | null = null;

  async function refresh(): Promise<void> {
    const state = await ask(api, log);
    openFile = state.open?.path ?? null;
    setLanguage(state.preferences.language);
    nativeTheme.themeSource = state.preferences.theme;
    window.paint();
    if (openFile !== null && !state.open?.isSample) app.addRecentDocument(openFile);
    setMenu({
      send: window.send,
      openRecent: (path) => office.openNamed({ path, make: false }),
      closeOffice: () => void api['officeFiles.close']({}).catch((error: unknown) => log('not closed', error)),
      showAbout: () => void showAbout(window.window),
      recent: state.recent,
      hasOffice: state.open !== null,
    });
  }

  office.onEvent(({ topic }) => {
    if (topic === 'office.changed' || topic === 'preferences.changed') void refresh();
  });
  return { openFile: () => openFile, refresh };
}

interface State {
  open: OpenOffice | null;
  recent: RecentOffice[];
  preferences: Preferences;
}

/** Defaults while the process of the office is gone: there is a menu all the same. */
async function ask(api: Api<ApplicationContract>, log: Log): Promise<State> {
  try {
    const [files, preferences] = await Promise.all([api['officeFiles.list']({}), api['preferences.get']({})]);
    return { ...files, preferences };
  } catch (error) {
    log('the application could not be asked how things stand', error);
    return { open: null, recent: [], preferences: DEFAULT_PREFERENCES };
  }
}
