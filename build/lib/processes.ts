/** Starts other programs: those installed in node_modules on the Node that runs this process, and the system's. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { ROOT } from './root.ts';

/** What Node has compiled and stripped of types once is not compiled again: a command line of the host starts a third sooner. */
const COMPILED = resolve(ROOT, '.cache/node');

interface Manifest {
  bin: string | Record<string, string>;
}

/** Path of a tool's JavaScript entry; not of its shim in `.bin`, which cannot be given to Node on Windows. */
function entryOf(packageName: string, tool: string): string {
  const folder = resolve(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as Manifest;
  const entry = typeof bin === 'string' ? bin : bin[tool];
  if (entry === undefined) throw new Error(`${packageName} has no command ${tool}`);
  return resolve(folder, entry);
}

/** Arguments for Node that run a tool of a package; the tool has the package's name unless it is given. */
export function tool(packageName: string, args: string[], name: string = packageName): string[] {
  return [entryOf(packageName, name), ...args];
}

export interface Outcome {
  /** 0 when all is well; a process ended by a signal or not started at all counts as 1. */
  code: number;
  seconds: number;
  /** Standard output and error as they came; empty when they went straight to the terminal. */
  output: string;
}

interface RunOptions {
  env?: Record<string, string>;
  /** True: keep the output for later; false (default): straight to the terminal. */
  capture?: boolean;
  /** Ends the program after this time, which then counts as failed; left out: it may take as long as it likes. */
  seconds?: number;
  /** Where it runs; the project's root unless given. */
  folder?: string;
}

/** Runs Node with these arguments in the project's root. Never rejects: what goes wrong is in the outcome. */
export function runNode(args: string[], options: RunOptions = {}): Promise<Outcome> {
  return runProgram(process.execPath, args, options);
}

/** Runs a program of the system, like `runNode`; one that does not exist ends with 1. */
export function runProgram(
  program: string,
  args: string[],
  { env = {}, capture = false, seconds, folder = ROOT }: RunOptions = {},
): Promise<Outcome> {
  const began = performance.now();
  // Commands that these processes start themselves find the project's Node first, too.
  const path = resolve(ROOT, 'node_modules/.bin') + delimiter + (process.env['PATH'] ?? '');
  const child = spawn(program, args, {
    cwd: folder,
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, PATH: path, ...env },
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    ...(seconds !== undefined && { timeout: seconds * 1000, killSignal: 'SIGKILL' }),
  });
  let output = '';
  const keep = (chunk: string) => {
    output += chunk;
  };
  child.stdout?.setEncoding('utf8').on('data', keep);
  child.stderr?.setEncoding('utf8').on('data', keep);
  return new Promise((settle) => {
    const end = (code: number | null) => {
      settle({ code: code ?? 1, seconds: (performance.now() - began) / 1000, output });
    };
    child.on('error', ({ message }) => {
      keep(`${message}\n`);
      end(1);
    });
    child.on('close', end);
  });
}
