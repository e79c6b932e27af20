/** The scripts of the components as TypeScript files of their own, for a linter that reads types and no Vue. */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parse } from 'vue/compiler-sfc';
import { runNode, tool, type Outcome } from './processes.ts';
import { ROOT } from './root.ts';

const WINDOW = resolve(ROOT, 'renderer');
const FOLDER = resolve(ROOT, '.cache/vue-scripts');

/** Beside the window's own files: what one of the scripts imports is found in either folder. */
const CONFIG = {
  extends: relative(FOLDER, join(WINDOW, 'tsconfig.json')),
  compilerOptions: { rootDirs: [relative(FOLDER, WINDOW), '.'] },
  include: ['.', relative(FOLDER, join(WINDOW, 'env.d.ts'))],
};

/** The script of a component, in the lines where it stands there; null when it has none. */
export function scriptOf(component: string): string | null {
  const { scriptSetup } = parse(component).descriptor;
  return scriptSetup && '\n'.repeat(scriptSetup.loc.start.line - 1) + scriptSetup.content;
}

/** Writes the script of each component. Returns the files, from the project's root. */
function writeVueScripts(): string[] {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(CONFIG));
  return globSync('**/*.vue', { cwd: WINDOW }).flatMap((component) => {
    const script = scriptOf(readFileSync(join(WINDOW, component), 'utf8'));
    if (script === null) return [];
    const file = join(FOLDER, `${component}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, script);
    return [relative(ROOT, file)];
  });
}

/** A linter's output with the components that the scripts were taken from. */
export function namingComponents(output: string): string {
  return output.replaceAll(/\.cache[/\\]vue-scripts[/\\](\S+?\.vue)\.ts/g, join('renderer', '$1'));
}

/** The rules of lint that need types, on the script of each component. */
export async function lintVueScripts(): Promise<Outcome> {
  const outcome = await runNode(tool('oxlint', writeVueScripts()), { capture: true });
  return { ...outcome, output: namingComponents(outcome.output) };
}
