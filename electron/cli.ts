import { parseArgs } from 'node:util';
import { batch } from './cli/batch.ts';
import { callOnce } from './cli/call.ts';
import { demo } from './cli/demo.ts';
import { describe } from './cli/describe.ts';
import { refused, UsageError } from './cli/output.ts';
import { verify } from './cli/verify.ts';

const USAGE = `usage: kontor [--data DIR] COMMAND

  call NAME [JSON | @FILE | -]   answer one call; the input comes as text, from a file, or from standard input
  batch                          one {"call", "input"} per line in, one reply per line out, in order
  describe                       the JSON Schema of every call
  demo [--out DIR]               make a sample office with twelve invoices and write their PDFs and XRechnungen
  verify [--invoices N] [--anchor SEQUENCE:HASH]
                                 walk journal, numbers and stored files; report every damage, and whether the journal is
                                 still the one that the anchor was taken of (a verify before said it)

  --data DIR    folder of the office file office.kontor (default: the current folder; demo: a new temporary folder)
  --files DIR   write bytes of replies into this folder and print {"$file": "path"} instead of base64

Bytes in an input are base64 text or {"$file": "path"}.
Exit code: 0 done, 1 refused (the error as JSON on standard error), 2 wrong usage.`;

const OPTIONS = {
  data: { type: 'string' },
  files: { type: 'string' },
  out: { type: 'string' },
  invoices: { type: 'string' },
  anchor: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs one command line and returns its exit code; never throws. */
export async function main(args: string[]): Promise<number> {
  // A reader that closes early (`kontor describe | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    return await run(args);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    return refused(error);
  }
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [command, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const place = { data: values.data ?? '.', ...(values.files !== undefined && { files: values.files }) };
  switch (command) {
    case 'call':
      return callOnce(place, rest);
    case 'batch':
      return batch(place);
    case 'describe':
      return describe();
    case 'demo':
      return demo({ out: values.out ?? 'out', data: values.data });
    case 'verify':
      return verify(place, values);
    default:
      throw new UsageError(command === undefined ? 'which command?' : `there is no command "${command}"`);
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
