/** The long runs: every suite with its full numbers, and host and domain in a second time zone. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand } from './lib/command.ts';
import type { Counts } from './lib/counts.ts';
import { addCounts, closingLine } from './lib/counts.ts';
import { checkRequired } from './lib/required.ts';
import { RESULTS } from './lib/root.ts';
import { NODE_SUITES, runSuites, SUITES } from './lib/suites.ts';
import { buildWindow } from './lib/window-build.ts';
import { runWindowSuites } from './lib/window-suites.ts';

/** Behind UTC, so that its calendar day is often the day before; Europe/Berlin, ahead of it, is what `npm test` uses. */
const SECOND_TIME_ZONE = 'America/New_York';

/** The tests of the window that `npm test` leaves out, where there is a browser. */
async function runMarked(): Promise<Counts> {
  const { present, failed } = await checkRequired('browser');
  const { code } = await buildWindow();
  const counts: Counts = { passed: 0, failed: failed + code, skipped: 0 };
  if (code !== 0 || !present.includes('browser')) return counts;
  return addCounts(counts, await runWindowSuites(['browser'], resolve(RESULTS, 'long-window.json'), { isLong: true }));
}

await runCommand({
  name: 'npm run test:long',
  summary: `Runs once before an issue is resolved: all tests with KONTOR_LONG=1, host and domain in ${SECOND_TIME_ZONE}, and the tests of the window marked @long.`,
  options: {},
  run: async () => {
    mkdirSync(RESULTS, { recursive: true });
    const required: Counts = { passed: 0, failed: (await checkRequired('rules')).failed, skipped: 0 };
    const long = await runSuites({ suites: SUITES, report: resolve(RESULTS, 'long.json'), env: { KONTOR_LONG: '1' } });
    const zone = await runSuites({
      suites: NODE_SUITES,
      report: resolve(RESULTS, 'time-zone.json'),
      paths: ['shared/', 'electron/host/'],
      env: { KONTOR_TIME_ZONE: SECOND_TIME_ZONE },
    });
    const window = await runMarked();
    const total = addCounts(required, addCounts(window, addCounts(long, zone)));
    console.log(`long runs: ${closingLine(long)}`);
    console.log(`further ways in a browser: ${closingLine(window)}`);
    console.log(`in ${SECOND_TIME_ZONE}: ${closingLine(zone)}`);
    console.log(closingLine(total));
    return total.failed === 0 ? 0 : 1;
  },
});
