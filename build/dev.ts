/** The app in the browser, built anew with each change; or tests that run again with each change. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand } from './lib/command.ts';
import { runNode, tool } from './lib/processes.ts';
import { ROOT } from './lib/root.ts';
import { NODE_SUITES, projectArguments } from './lib/suites.ts';

const DATA = resolve(ROOT, '.cache/dev');

await runCommand({
  name: 'npm run dev',
  summary: 'Serves the app on an office in .cache/dev and builds the window anew with each change: reload to see it.',
  options: {
    tests: { type: 'boolean', description: 'Instead run the tests again with each change (vitest, watching)' },
    port: { type: 'string', value: 'N', description: 'Port on 127.0.0.1 (default: a free one)' },
  },
  run: async ({ tests = false, port = '0' }) => {
    if (tests) return (await runNode(tool('vitest', ['watch', ...projectArguments(NODE_SUITES)]))).code;
    mkdirSync(DATA, { recursive: true });
    const build = ['build', '--config', 'vite.renderer.config.ts', '--watch', '--logLevel', 'warn'];
    const outcomes = await Promise.all([
      runNode(tool('vite', build)),
      // Host and contract are watched by Node itself.
      runNode(['--watch', 'electron/serve.ts', '--data', DATA, '--port', port]),
    ]);
    return Math.max(...outcomes.map(({ code }) => code));
  },
});
