import { Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { WindowCommand, WindowEvent } from '#shared/contract/wire.ts';
import { logFile } from './log.ts';
import { texts } from './texts.ts';

interface MenuActions {
  send: (event: WindowEvent) => void;
  chooseOffice: () => Promise<void>;
  showAbout: () => void;
}

type Items = MenuItemConstructorOptions[];

const IS_MAC = process.platform === 'darwin';
const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The menu with the usual entries and keys. What concerns invoices goes to the window as a command. */
export function setMenu(actions: MenuActions): void {
  const menus = [...(IS_MAC ? [appMenu(actions)] : []), fileMenu(actions), editMenu(actions), viewMenu(actions)];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menus, windowMenu(), helpMenu(actions)]));
}

function command(
  { send }: MenuActions,
  label: string,
  name: WindowCommand,
  accelerator = '',
): MenuItemConstructorOptions {
  return {
    id: name,
    label,
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
  // The list of recent files is the system's, which Linux does not have.
  const recent: Items = [
    {
      label: menu.recent,
      role: 'recentDocuments',
      submenu: [{ label: menu.clearRecent, role: 'clearRecentDocuments' }],
    },
  ];
  const submenu: Items = [
    command(actions, menu.newInvoice, 'new-invoice', 'CommandOrControl+N'),
    SEPARATOR,
    { id: 'open', label: menu.openOffice, accelerator: 'CommandOrControl+O', click: () => void actions.chooseOffice() },
    ...(IS_MAC ? recent : []),
    SEPARATOR,
    command(actions, menu.print, 'print', 'CommandOrControl+P'),
    SEPARATOR,
    IS_MAC ? { label: menu.close, role: 'close' } : { label: menu.quit, role: 'quit' },
  ];
  return { label: menu.file, submenu };
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
