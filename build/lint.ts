/** Formatting, lint and import rules. */
import { runCommand } from './lib/command.ts';
import { lintSteps, runSteps, typedRules } from './lib/steps.ts';

await runCommand({
  name: 'npm run lint',
  summary:
    'Formatting (prettier), lint (eslint, and oxlint for what needs types) and import rules (dependency-cruiser).',
  options: { fix: { type: 'boolean', description: 'Mend what can be mended' } },
  run: async ({ fix = false }) => {
    // Both mend the same files: one after the other then.
    const failed = await runSteps([...lintSteps({ fix }), ...typedRules], { atOnce: fix ? 1 : 2 });
    return failed === 0 ? 0 : 1;
  },
});
