import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

/** A child process that writes one JSON value a line. */
export interface Child {
  /** Everything that it has said so far. */
  said: unknown[];
  /** The next line, once it is there. */
  next(): Promise<unknown>;
  /** SIGKILL, as a power cut ends a process: nothing of it runs any more. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Everything that it says until its end. */
  end(): Promise<unknown[]>;
}

export type ChildName = 'hold' | 'attempt' | 'finalise' | 'fill';

/** Starts a script of `children/`; `limit` is a size in KiB beyond which no file of it may grow (`ulimit -f`). */
export function startChild(name: ChildName, parameters: string[], { limit }: { limit?: number } = {}): Child {
  const script = new URL(`../children/${name}.ts`, import.meta.url).pathname;
  const [command, values] =
    limit === undefined
      ? [process.execPath, [script, ...parameters]]
      : [
          'bash',
          [
            '-c',
            'ulimit -f "$1" && shift && exec "$@"',
            'bash',
            String(limit),
            process.execPath,
            script,
            ...parameters,
          ],
        ];
  const child = spawn(command, values, { stdio: ['ignore', 'pipe', 'inherit'] });
  return follow(child);
}

function follow(child: ChildProcessByStdio<null, Readable, null>): Child {
  const said: unknown[] = [];
  const waiting: ((value: unknown) => void)[] = [];
  let taken = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(JSON.parse(line));
    waiting.shift()?.(said[taken++]);
  });
  const closed = once(child, 'close');
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    said,
    next: () =>
      taken < said.length ? Promise.resolve(said[taken++]) : new Promise((resolve) => waiting.push(resolve)),
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
    end: async () => {
      await closed;
      return said;
    },
  };
}
