import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// Inherited by the processes that run the tests, whatever zone the machine is in; `npm run test:long` sets a second one.
process.env['TZ'] = process.env['KONTOR_TIME_ZONE'] ?? 'Europe/Berlin';

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
      // Pure functions and components leave nothing behind: their files share a process, in half the time.
      { extends: true, test: { name: 'domain', isolate: false, include: ['shared/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{electron,tests,build}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/{conformance,crash}/**'],
        },
      },
      {
        extends: true,
        plugins: [vue()],
        test: {
          name: 'renderer',
          isolate: false,
          include: ['renderer/**/*.test.ts'],
          // Vuetify imports its own styles, which only Vite can load.
          server: { deps: { inline: ['vuetify'] } },
        },
      },
      { extends: true, test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'] } },
      { extends: true, test: { name: 'crash', include: ['tests/crash/**/*.test.ts'] } },
    ],
  },
});
