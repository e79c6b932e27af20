/** Tests that run again with each change. */
import { runCommand } from './lib/command.ts';
import { runNode, tool } from './lib/processes.ts';

await runCommand({
  name: 'npm run dev',
  summary: 'Runs the tests again whenever a file changes (vitest, watching).',
  options: {},
  run: async () => (await runNode(tool('vitest', ['watch', '--project', 'unit']))).code,
});
