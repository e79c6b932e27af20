import type { IncomingMessage } from 'node:http';
import type { Sessions } from './session.ts';

/**
 * Decides who is let in. Any page in any browser on this machine can send requests to 127.0.0.1; Host, Origin and cookie
 * together tell our page from all others (DNS rebinding, foreign pages, other users of the machine).
 */
export interface Gatekeeper {
  /** As a CSP source. */
  readonly socketOrigin: string;
  /** Null when the address cannot be read or names another host. */
  pathOf: (request: IncomingMessage) => string | null;
  isOurHost: (request: IncomingMessage) => boolean;
  /** The request was made by a page of ours, as the browser itself attests. */
  isOurPage: (request: IncomingMessage) => boolean;
  isLoggedIn: (request: IncomingMessage) => boolean;
  /** The `set-cookie` for the right code; else null. */
  logIn: (code: string) => string | null;
}

/** @param authority host and port that the server listens on */
export function createGatekeeper(authority: string, sessions: Sessions): Gatekeeper {
  const origin = `http://${authority}`;
  // Cookies know no port: without it in the name a second Kontor would log the first one out.
  const cookieName = `kontor-${authority.split(':')[1] ?? ''}`;
  const isOurHost = (request: IncomingMessage): boolean => request.headers.host === authority;
  return {
    socketOrigin: `ws://${authority}`,
    pathOf: (request) => {
      const url = URL.parse(request.url ?? '', origin);
      return url?.origin === origin ? url.pathname : null;
    },
    isOurHost,
    isOurPage: (request) => isOurHost(request) && request.headers.origin === origin,
    isLoggedIn: (request) => sessions.isOpen(cookieOf(request.headers.cookie, cookieName)),
    logIn: (code) => {
      const session = sessions.exchange(code);
      return session === null ? null : `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
  };
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  const cookies = (header ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}
