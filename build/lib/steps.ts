/** The steps of the checks: formatting, lint, import rules and types. */
import { globSync } from 'node:fs';
import type { Outcome } from './processes.ts';
import { runNode, tool } from './processes.ts';
import { ROOT } from './root.ts';

/** A check that passes or fails as a whole. */
export interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

/** Runs Node with these arguments and keeps what it says. */
const node = (args: string[]) => (): Promise<Outcome> => runNode(args, { capture: true });

/** What dependency-cruiser walks: the product, without what tests or builds it. */
export const CRUISED_FOLDERS = ['shared', 'electron', 'renderer'];

const TYPED = [...globSync('*.config.ts', { cwd: ROOT }), 'shared', 'electron', 'renderer', 'build', 'tests'];

/** Types and the rules of lint that need them (.oxlintrc.json) in one reading; of components the rules alone. */
export const typedRules: Step[] = [
  { name: 'types, and lint with types', run: node(tool('oxlint', ['--type-check', ...TYPED])) },
  // Loaded here: reading the options of a command must not load the compiler of Vue.
  { name: 'lint of components with types', run: async () => (await import('./vue-scripts.ts')).lintVueScripts() },
];

/** The native compiler reads no components: vue-tsc checks their types. The longest checks, so they come first. */
export const typeSteps: Step[] = [
  ...typedRules,
  { name: 'types of components', run: node(tool('vue-tsc', ['--noEmit', '-p', 'renderer', '--pretty', 'false'])) },
];

/** Formatting, lint and import rules; with `fix` the first two mend what they can. */
export function lintSteps({ fix }: { fix: boolean }): Step[] {
  return [
    { name: 'format', run: node(tool('prettier', ['--log-level', 'warn', fix ? '--write' : '--check', '.'])) },
    { name: 'lint', run: node(tool('eslint', ['--max-warnings', '0', ...(fix ? ['--fix'] : []), '.'])) },
    {
      name: 'import rules',
      run: node(tool('dependency-cruiser', [...CRUISED_FOLDERS, '--output-type', 'err-long'], 'depcruise')),
    },
  ];
}

function report(step: Step, { code, seconds, output }: Outcome): void {
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds.toFixed(1)} s)`);
  if (code !== 0) console.log(output.trimEnd());
}

/**
 * Runs the steps, at most two at a time (the machines that check this project have two cores), and prints one line for each,
 * followed by the output of a step that failed. Returns how many failed.
 */
export async function runSteps(steps: Step[], { atOnce = 2 }: { atOnce?: number } = {}): Promise<number> {
  const waiting = [...steps];
  let failed = 0;
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await step.run();
      if (outcome.code !== 0) failed++;
      report(step, outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failed;
}
