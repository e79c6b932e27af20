/** What all commands of `npm run` have in common: options, `--help`, exit codes. */
import { parseArgs } from 'node:util';
import type { ParseArgsOptionDescriptor } from 'node:util';

/** One option of a command: what `parseArgs` reads, plus what `--help` says about it. */
interface CommandOption extends ParseArgsOptionDescriptor {
  description: string;
  /** Name of the value in `--help`, like `FILE`; only for options of type string. */
  value?: string;
}

type Values<Options extends Record<string, CommandOption>> = ReturnType<
  typeof parseArgs<{ options: Options; strict: true }>
>['values'];

export interface Command<Options extends Record<string, CommandOption>> {
  /** As it is typed, like `npm run bench`. */
  name: string;
  summary: string;
  options: Options;
  /** Returns the exit code: 0 when all is well. */
  run: (values: Values<Options>) => Promise<number> | number;
}

/** Exit code of a wrong option, as for the command line `kontor`. */
const USAGE_ERROR = 2;

function usage(name: string, summary: string, options: Record<string, CommandOption>): string {
  const rows = Object.entries(options).map(([option, { value, description }]) => [
    value === undefined ? `--${option}` : `--${option} ${value}`,
    description,
  ]);
  rows.push(['--help', 'Show this text']);
  const separator = name.startsWith('npm') ? ' --' : '';
  const lines = rows.map(([left = '', right = '']) => `  ${left.padEnd(18)} ${right}`);
  return [`Usage: ${name}${separator} [options]`, '', summary, '', 'Options:', ...lines].join('\n');
}

/** Parses the arguments of this process, runs the command and sets the exit code; a wrong option ends with 2. */
export async function runCommand<const Options extends Record<string, CommandOption>>(
  command: Command<Options>,
): Promise<void> {
  const { name, summary, options } = command;
  const help = usage(name, summary, options);
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(help);
    return;
  }
  let values: Values<Options>;
  try {
    values = parseArgs({ options, strict: true, args: process.argv.slice(2) }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exitCode = USAGE_ERROR;
    return;
  }
  process.exitCode = await command.run(values);
}
