/** Types of everything, each folder with its own tsconfig. */
import { runCommand } from './lib/command.ts';
import { runSteps, typeSteps } from './lib/steps.ts';

await runCommand({
  name: 'npm run typecheck',
  summary: 'Types of everything, and the rules of lint that need them.',
  options: {},
  run: async () => ((await runSteps(typeSteps)) === 0 ? 0 : 1),
});
