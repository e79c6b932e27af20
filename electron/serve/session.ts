import { randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a printed address may be opened. */
export const CODE_LIFETIME_MILLISECONDS = 60_000;

/** Who may speak to the host: whoever was shown an address, once each. */
export interface Sessions {
  /** A fresh code for an address; it replaces one that was not used. */
  newCode: () => string;
  /** The cookie's value for the right code in time, the first time; else null. */
  exchange: (code: string) => string | null;
  isOpen: (cookie: string | undefined) => boolean;
}

/** @param now milliseconds of a clock that is never set back */
export function createSessions(now: () => number): Sessions {
  const open: string[] = [];
  let code: { text: string; until: number } | null = null;
  return {
    newCode: () => {
      code = { text: randomText(), until: now() + CODE_LIFETIME_MILLISECONDS };
      return code.text;
    },
    exchange: (given) => {
      if (code === null || now() >= code.until || !isSame(given, code.text)) return null;
      code = null;
      const session = randomText();
      open.push(session);
      return session;
    },
    isOpen: (cookie) => cookie !== undefined && open.some((session) => isSame(cookie, session)),
  };
}

function randomText(): string {
  return randomBytes(24).toString('base64url');
}

/** In constant time, so that nothing can be learned from how long a refusal takes. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
