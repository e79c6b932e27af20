/** The type check of every folder with a tsconfig. */
import { runCommand } from './lib/command.ts';
import { runSteps, typeSteps } from './lib/steps.ts';

await runCommand({
  name: 'npm run typecheck',
  summary: 'Type check of shared, electron, tests and build, each with its own tsconfig.',
  options: {},
  run: async () => ((await runSteps(typeSteps)) === 0 ? 0 : 1),
});
