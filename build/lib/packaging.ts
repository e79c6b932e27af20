/** Packages what was built into out/ with electron-builder. */
import { resolve } from 'node:path';
import { runNode, tool, type Outcome } from './processes.ts';
import { ROOT } from './root.ts';

/** The app that `packageForTests` makes. */
export const PACKAGED_APP = resolve(ROOT, '.cache/packaged/linux-unpacked/kontor');

/** For these systems and targets (`--linux`, `dir`); none: for this system with the targets of the configuration. */
export function packageApp(targets: string[]): Promise<Outcome> {
  return runBuilder('electron-builder.yml', targets, false);
}

/** The same app on the Electron of the desktop tests, not to be given away; Linux only. */
export function packageForTests(): Promise<Outcome> {
  return runBuilder('build/electron-builder.test.yml', ['--linux', 'dir'], true);
}

function runBuilder(configuration: string, targets: string[], capture: boolean): Promise<Outcome> {
  const args = [...targets, '--config', resolve(ROOT, configuration), '--publish', 'never'];
  return runNode(tool('electron-builder', args), { capture });
}
