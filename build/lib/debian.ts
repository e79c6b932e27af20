/** Brings programs that tests need, where the machine is ours to change. */
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { runProgram } from './processes.ts';

/** Whether packages can be installed: root on Debian or one of its kin. */
function isDebianRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** A mirror that is being updated, or a lock that another apt holds, is over after this. */
const PAUSE_SECONDS = 10;
const ATTEMPTS = 2;
const OPTIONS = { env: { DEBIAN_FRONTEND: 'noninteractive' }, capture: true };

/**
 * Installs packages of Debian, with a second attempt when the first fails; says why in one line when that fails, too. Does
 * nothing where installing is not possible. What is missing afterwards is for the caller to see.
 */
export async function installDebianPackages(names: readonly string[]): Promise<void> {
  if (!isDebianRoot()) return;
  console.log(`installing ${names.join(' ')}`);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const problem = await install(names);
    if (problem === null) return;
    console.log(`apt-get failed (attempt ${attempt} of ${ATTEMPTS}): ${problem}`);
    if (attempt < ATTEMPTS) await setTimeout(PAUSE_SECONDS * 1000);
  }
}

/** What went wrong, or null. A failed update alone is no problem: the lists of before may do. */
async function install(names: readonly string[]): Promise<string | null> {
  const update = await runProgram('apt-get', ['update', '-qq'], OPTIONS);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  const { code, output } = await runProgram('apt-get', args, OPTIONS);
  return code === 0 ? null : reasonIn(output || update.output);
}

/** The line that apt marks as an error, else its last one. */
export function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => line.startsWith('E:')) ?? lines.at(-1) ?? 'it said nothing';
}
