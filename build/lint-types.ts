/** Types, and the rules of lint that need them (.oxlintrc.json), on the whole project. */
import { globSync } from 'node:fs';
import { runCommand } from './lib/command.ts';
import { runNode, tool } from './lib/processes.ts';
import { ROOT } from './lib/root.ts';
import { namingComponents, writeVueScripts } from './lib/vue-scripts.ts';

const PATHS = [...globSync('*.config.ts', { cwd: ROOT }), 'shared', 'electron', 'renderer', 'build', 'tests'];

/** Scripts of components last: what their templates refer to has no type there, so vue-tsc checks their types. */
const readings = (): string[][] => [['--type-check', ...PATHS], writeVueScripts()];

await runCommand({
  name: 'node build/lint-types.ts',
  summary: 'Types, and the rules of lint that need them (oxlint); part of npm run lint and npm run typecheck.',
  options: {},
  run: async () => {
    let worst = 0;
    for (const reading of readings()) {
      const { code, output } = await runNode(tool('oxlint', reading), { capture: true });
      if (code !== 0) console.log(namingComponents(output).trimEnd());
      worst = Math.max(worst, code);
    }
    return worst;
  },
});
