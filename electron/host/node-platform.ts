import { hostname, userInfo } from 'node:os';
import type { Clock, Platform } from './platform.ts';

/** The platform of a plain Node process: command line, browser host, tests. */
export const nodePlatform: Platform = {
  identity: () => Promise.resolve({ user: userInfo().username, machine: hostname() }),
};

/** The machine's clock; the office's time zone is the one that the machine is set to. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(String);
    return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  },
};
