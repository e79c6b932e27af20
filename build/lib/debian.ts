/** Brings programs that tests need, where the machine is ours to change. */
import { existsSync } from 'node:fs';
import { runProgram } from './processes.ts';

/** Whether packages can be installed: root on Debian or one of its kin. */
function isDebianRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages of Debian; does nothing where that is not possible. What is missing afterwards is for the caller to see. */
export async function installDebianPackages(names: readonly string[]): Promise<void> {
  if (!isDebianRoot()) return;
  console.log(`installing ${names.join(' ')}`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, capture: true };
  await runProgram('apt-get', ['update', '-qq'], options);
  const { code, output } = await runProgram(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
    options,
  );
  if (code !== 0) console.log(output.trimEnd());
}
