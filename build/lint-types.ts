/** The rules of lint that need types (.oxlintrc.json), on the whole project. */
import { globSync } from 'node:fs';
import { runCommand } from './lib/command.ts';
import { runNode, tool } from './lib/processes.ts';
import { ROOT } from './lib/root.ts';
import { namingComponents, writeVueScripts } from './lib/vue-scripts.ts';

/** All that is linted; a component comes as its script. */
const PATHS = [...globSync('*.config.ts', { cwd: ROOT }), 'shared', 'electron', 'renderer', 'build', 'tests'];

await runCommand({
  name: 'node build/lint-types.ts',
  summary: 'The rules of lint that need types (oxlint); part of npm run lint.',
  options: {},
  run: async () => {
    const { code, output } = await runNode(tool('oxlint', [...PATHS, ...writeVueScripts()]), { capture: true });
    if (code !== 0) console.log(namingComponents(output).trimEnd());
    return code;
  },
});
