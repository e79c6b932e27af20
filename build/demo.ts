/** The demo office through the command line, as a user would run it. */
import { resolve } from 'node:path';
import { runCommand } from './lib/command.ts';
import { runNode } from './lib/processes.ts';
import { ROOT } from './lib/root.ts';

await runCommand({
  name: 'npm run demo',
  summary:
    'Makes a small office on a fresh data folder, finalises eleven invoices and writes their PDFs and XRechnungen.',
  options: {
    out: { type: 'string', value: 'DIR', description: 'Where RE-*.pdf and RE-*.xml go' },
  },
  run: async ({ out }) => {
    const target = out === undefined ? [] : ['--out', resolve(out)];
    return (await runNode([resolve(ROOT, 'bin/kontor.mjs'), 'demo', ...target])).code;
  },
});
