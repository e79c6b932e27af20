/** Will open the app; the window comes with step 2. */
import { runCommand } from './lib/command.ts';

await runCommand({
  name: 'npm start',
  summary: 'Opens the app. Its window comes with step 2; until then use the command line: bin/kontor.mjs --help.',
  options: {},
  run: () => {
    console.error('The window comes with step 2. Until then: npm run demo -- --out out, or bin/kontor.mjs --help.');
    return 1;
  },
});
