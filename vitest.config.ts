import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// Inherited by the processes that run the tests, whatever zone the machine is in; `npm run test:long` sets a second one.
process.env['TZ'] = process.env['KONTOR_TIME_ZONE'] ?? 'Europe/Berlin';

/** Tests that start and end rendering threads of their own: each file in a process of its own. */
const OWN_THREADS = ['company/logo', 'finalise/cancel', 'finalise/finalise', 'journal/sentences'].map(
  (file) => `electron/host/${file}.test.ts`,
);

const long = process.env['KONTOR_LONG'] === '1';

export default defineConfig({
  test: {
    // Processes, not threads: better-sqlite3 and the worker threads of the host are loaded anew and ended cleanly with each file.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: long ? 900_000 : 30_000,
    hookTimeout: long ? 300_000 : 30_000,
    // A test that waits for a time instead of a state shall fail, not be tried again.
    retry: 0,
    expect: { requireAssertions: true },
    includeTaskLocation: true,
    reporters: ['default', './build/vitest-report.ts'],
    projects: [
      // What leaves nothing behind shares a process, its modules and its rendering thread, in half the time.
      { extends: true, test: { name: 'domain', isolate: false, include: ['shared/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'host', isolate: false, include: ['electron/host/**/*.test.ts'], exclude: OWN_THREADS },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          include: ['electron/!(host)/**/*.test.ts', 'electron/*.test.ts', '{tests,build}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/{conformance,crash}/**'],
        },
      },
      {
        extends: true,
        plugins: [vue()],
        test: {
          name: 'renderer',
          include: ['renderer/**/*.test.ts'],
          // Vuetify imports its own styles, which only Vite can load.
          server: { deps: { inline: ['vuetify'] } },
        },
      },
      { extends: true, test: { name: 'conformance', isolate: false, include: ['tests/conformance/**/*.test.ts'] } },
      { extends: true, test: { name: 'crash', include: ['tests/crash/**/*.test.ts'] } },
      { extends: true, test: { name: 'threads', include: OWN_THREADS } },
    ],
  },
});
