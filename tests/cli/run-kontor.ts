import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const KONTOR = fileURLToPath(new URL('../../bin/kontor.mjs', import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the command line as a process of its own. */
export function startKontor(args: string[], node = process.execPath): ChildProcess {
  return spawn(node, [KONTOR, ...args]);
}

/** Runs the command line to its end. */
export async function runKontor(args: string[], { input = '', node = process.execPath } = {}): Promise<Ended> {
  const child = startKontor(args, node);
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout?.on('data', (text: Buffer) => (ended.stdout += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (ended.stderr += text.toString()));
  child.stdin?.end(input);
  ended.code = await new Promise((resolve) => child.on('close', resolve));
  return ended;
}

/** Each line of an output as JSON. */
export function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
