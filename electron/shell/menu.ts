import { Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { RecentOffice } from '#shared/contract/office-files.ts';
import type { WindowCommand, WindowEvent } from '#shared/contract/wire.ts';
import { logFile } from './log.ts';
import { texts } from './texts.ts';

/** What the menu shows and does. */
export interface MenuActions {
  send: (event: WindowEvent) => void;
  openRecent: (path: string) => void;
  closeOffice: () => void;
  showAbout: () => void;
  /** Files of the last times, newest first. */
  recent: readonly Pick<RecentOffice, 'path' | 'name' | 'folder' | 'exists'>[];
  /** Whether an office is open: most entries concern it. */
  hasOffice: boolean;
}

/** Commands that make sense while no office is open. */
const WITHOUT_OFFICE: readonly WindowCommand[] = ['new-office', 'open-office', 'open-sample'];

type Items = MenuItemConstructorOptions[];

const IS_MAC = process.platform === 'darwin';
const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The menu with the usual entries and keys. What concerns invoices goes to the window as a command. */
export function setMenu(actions: MenuActions): void {
  const menus = [...(IS_MAC ? [appMenu(actions)] : []), fileMenu(actions), editMenu(actions), viewMenu(actions)];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menus, windowMenu(), helpMenu(actions)]));
}

function command(
  { send, hasOffice }: MenuActions,
  label: string,
  name: WindowCommand,
  accelerator = '',
): MenuItemConstructorOptions {
  return {
    id: name,
    label,
    enabled: hasOffice || WITHOUT_OFFICE.includes(name),
    ...(accelerator !== '' && { accelerator }),
    click: () => send({ topic: 'command', command: name }),
  };
}

/** macOS keeps about, settings and quit in a menu of the application's name. */
function appMenu(actions: MenuActions): MenuItemConstructorOptions {
  const { menu } = texts();
  const submenu: Items = [
    { label: menu.about, click: actions.showAbout },
    SEPARATOR,
    command(actions, menu.settings, 'settings', 'Command+,'),
    SEPARATOR,
    { label: menu.hide, role: 'hide' },
    { label: menu.hideOthers, role: 'hideOthers' },
    { label: menu.showAll, role: 'unhide' },
    SEPARATOR,
    { label: menu.quit, role: 'quit' },
  ];
  return { label: 'Kontor', submenu };
}

function fileMenu(actions: MenuActions): MenuItemConstructorOptions {
  const { menu } = texts();
  const submenu: Items = [
    command(actions, menu.newInvoice, 'new-invoice', 'CommandOrControl+N'),
    SEPARATOR,
    command(actions, menu.newOffice, 'new-office', 'CommandOrControl+Shift+N'),
    command(actions, menu.openOffice, 'open-office', 'CommandOrControl+O'),
    recentMenu(actions),
    command(actions, menu.sample, 'open-sample'),
    { id: 'close-office', label: menu.closeOffice, enabled: actions.hasOffice, click: actions.closeOffice },
    SEPARATOR,
    command(actions, menu.print, 'print', 'CommandOrControl+P'),
    SEPARATOR,
    IS_MAC ? { label: menu.close, role: 'close' } : { label: menu.quit, role: 'quit' },
  ];
  return { label: menu.file, submenu };
}

/** Our own list and not the system's, which Linux does not have and Windows keeps outside of the menu. */
function recentMenu({ recent, openRecent }: MenuActions): MenuItemConstructorOptions {
  const { menu } = texts();
  const entries = recent
    .filter(({ exists }) => exists)
    .map(({ path, name, folder }): MenuItemConstructorOptions => ({
      // An ampersand would mark the key of the entry.
      label: `${name} (${folder})`.replaceAll('&', '&&'),
      click: () => openRecent(path),
    }));
  const none: Items = [{ label: menu.noRecent, enabled: false }];
  return { id: 'recent', label: menu.recent, submenu: entries.length === 0 ? none : entries };
}

function editMenu(actions: MenuActions): MenuItemConstructorOptions {
  const { menu } = texts();
  const submenu: Items = [
    { label: menu.undo, role: 'undo' },
    { label: menu.redo, role: 'redo' },
    SEPARATOR,
    { label: menu.cut, role: 'cut' },
    { label: menu.copy, role: 'copy' },
    { label: menu.paste, role: 'paste' },
    { label: menu.selectAll, role: 'selectAll' },
    SEPARATOR,
    command(actions, menu.search, 'search', 'CommandOrControl+F'),
    ...(IS_MAC ? [] : [SEPARATOR, command(actions, menu.settings, 'settings', 'Control+,')]),
  ];
  return { label: menu.edit, submenu };
}

function viewMenu(actions: MenuActions): MenuItemConstructorOptions {
  const { menu } = texts();
  const submenu: Items = [
    command(actions, menu.togglePage, 'toggle-page', 'CommandOrControl+Shift+P'),
    SEPARATOR,
    { label: menu.actualSize, role: 'resetZoom' },
    { label: menu.zoomIn, role: 'zoomIn' },
    { label: menu.zoomOut, role: 'zoomOut' },
    SEPARATOR,
    { label: menu.fullScreen, role: 'togglefullscreen' },
  ];
  return { label: menu.view, submenu };
}

function windowMenu(): MenuItemConstructorOptions {
  const { menu } = texts();
  return {
    label: menu.window,
    submenu: [
      { label: menu.minimise, role: 'minimize' },
      { label: menu.close, role: 'close' },
    ],
  };
}

function helpMenu(actions: MenuActions): MenuItemConstructorOptions {
  const { menu } = texts();
  const submenu: Items = [
    command(actions, menu.keys, 'keys', 'F1'),
    { label: menu.showLog, click: () => shell.showItemInFolder(logFile()) },
    ...(IS_MAC ? [] : [SEPARATOR, { id: 'about', label: menu.about, click: actions.showAbout }]),
  ];
  return { label: menu.help, role: 'help', submenu };
}
