import { app, session } from 'electron';
import type { Log } from './log.ts';
import { isOwn, isOwnBlob } from './origin.ts';

/** Parts of Chromium that would talk to its maker or look around in the network. Must run before Electron is ready. */
const SILENT_SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'disable-quic',
  'no-pings',
];

export function silenceChromium(): void {
  for (const name of SILENT_SWITCHES) app.commandLine.appendSwitch(name);
}

/** No page leaves the window's origin, none opens another window, none embeds a foreign one. */
export function guardContents(log: Log): void {
  app.on('web-contents-created', (_created, contents) => {
    const refuse = (event: { preventDefault: () => void }, what: string): void => {
      event.preventDefault();
      log(`refused ${what}`);
    };
    contents.setWindowOpenHandler(() => {
      log('refused window.open');
      return { action: 'deny' };
    });
    contents.on('will-navigate', (event) => {
      if (!isOwn(event.url)) refuse(event, 'navigation');
    });
    contents.on('will-redirect', (event) => {
      if (!isOwn(event.url)) refuse(event, 'redirect');
    });
    // `location.href = …` is reported here and not as will-navigate.
    contents.on('will-frame-navigate', (event) => {
      if (!isOwn(event.url)) refuse(event, 'navigation of a frame');
    });
    contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
  });
}

/** The window needs none: no camera, no position, no notifications. Copying text needs no permission. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  defaultSession.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  defaultSession.setDevicePermissionHandler(() => false);
  // It would fetch its dictionaries; with a language of the system it does so even while it is off.
  defaultSession.setSpellCheckerLanguages([]);
  defaultSession.setSpellCheckerEnabled(false);
}

function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** Nothing leaves the machine: whatever is not of the window's own origin is cancelled before it starts. */
export function cancelForeignRequests(log: Log): void {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !(isOwn(url) || isOwnBlob(url) || url.startsWith('data:') || url.startsWith('devtools:'));
    if (cancel) log(`cancelled a request to the scheme ${schemeOf(url)}`);
    answer({ cancel });
  });
}

/** The log names no addresses: they may hold personal data. */
function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':'));
}
