/** Will build the window; nothing else of Kontor needs building. */
import { runCommand } from './lib/command.ts';

await runCommand({
  name: 'npm run build',
  summary: 'Builds the window, which comes with step 2.',
  options: {},
  run: () => {
    console.log('Nothing to build: host and command line run as they are; the window and its build come with step 2.');
    return 0;
  },
});
