/** Takes the pictures of the handbook anew, by doing what it describes: in the browser and in Electron. */
import { runCommand } from './lib/command.ts';
import { bringElectron, hasScreen } from './lib/electron.ts';
import { runNode, runProgram, tool } from './lib/processes.ts';
import { XVFB } from './lib/window-suites.ts';

await runCommand({
  name: 'npm run handbook',
  summary:
    'Does the job of a new user in the browser and in Electron, says how long it took, and takes the pictures of docs/handbuch/.\nWorks on what `npm run build` built.',
  options: {
    only: { type: 'string', value: 'WORDS', description: 'Only what has these words in its title' },
  },
  run: async ({ only }) => {
    if ((await bringElectron()) === null) {
      console.error('no Electron and no display for it: the pictures of the program cannot be taken');
      return 1;
    }
    const chosen = only === undefined ? [] : ['--grep', only];
    const args = tool('@playwright/test', ['test', '--project=handbook', '--workers=1', ...chosen], 'playwright');
    const { code } = hasScreen()
      ? await runNode(args)
      : await runProgram('xvfb-run', [...XVFB, process.execPath, ...args]);
    return code;
  },
});
