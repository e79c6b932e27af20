import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

/** A child process that writes one JSON value a line. */
export interface Child {
  /** Null when it could not be started. */
  pid: number | undefined;
  /** Everything that it has said so far. */
  said: unknown[];
  /** The next line, once it is there. */
  next(): Promise<unknown>;
  /** Writes one line to it. */
  tell(value: unknown): void;
  /** SIGKILL, as a power cut ends a process: nothing of it runs any more. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Everything that it says until its end. */
  end(): Promise<unknown[]>;
}

export type ChildName = 'hold' | 'attempt' | 'work' | 'fill';

interface ChildOptions {
  /** A size in KiB beyond which no file of it may grow (`ulimit -f`). */
  limit?: number;
  /** The script as one file, which starts five times as fast. */
  built?: string;
}

/** Starts a script of `children/` that ends with the test at the latest. */
export function startChild(name: ChildName, parameters: string[], options: ChildOptions = {}): Child {
  const child = spawnChild(name, parameters, options);
  onTestFinished(() => child.kill());
  return child;
}

/** The same outside of a test. */
export function spawnChild(name: ChildName, parameters: string[], { limit, built }: ChildOptions = {}): Child {
  const script = built ?? new URL(`../children/${name}.ts`, import.meta.url).pathname;
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
  return follow(spawn(command, values, { stdio: ['pipe', 'pipe', 'inherit'] }));
}

function follow(child: ChildProcess & { stdout: Readable }): Child {
  const said: unknown[] = [];
  const waiting: ((value: unknown) => void)[] = [];
  let taken = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(JSON.parse(line));
    waiting.shift()?.(said[taken++]);
  });
  // A killed one leaves what it was told unread.
  child.stdin?.on('error', () => undefined);
  const closed = once(child, 'close');
  return {
    pid: child.pid,
    said,
    next: () =>
      taken < said.length ? Promise.resolve(said[taken++]) : new Promise((resolve) => waiting.push(resolve)),
    tell: (value) => child.stdin?.write(`${JSON.stringify(value)}\n`),
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
