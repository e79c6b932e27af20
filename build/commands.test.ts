import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runNode } from './lib/processes.ts';
import { ROOT } from './lib/root.ts';

const { scripts } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const own = Object.entries(scripts).flatMap(([name, command]) => {
  const file = /^node (build\/.+\.ts)$/.exec(command)?.[1];
  return file === undefined ? [] : [{ name, file }];
});

test('every command of the project is a script of build/', () => {
  const daily = ['start', 'dev', 'build', 'demo', 'test', 'lint', 'typecheck', 'requirements'];
  const commands = [...daily, 'test:long', 'bench', 'dist'];
  expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(commands));
});

test.each(own)('$name --help prints its usage and does nothing else', async ({ name, file }) => {
  const { code, output } = await runNode([file, '--help'], { capture: true });
  expect(code).toBe(0);
  expect(output).toMatch(new RegExp(`^Usage: npm (run )?${name} -- \\[options\\]\n`));
  expect(output).toContain('--help');
});

test.each(own)('$name refuses an option that it does not know', async ({ file }) => {
  const { code, output } = await runNode([file, '--wether'], { capture: true });
  expect(code).toBe(2);
  expect(output).toContain("'--wether'");
});

test('npm test refuses a part that it does not know', async () => {
  const { code, output } = await runNode(['build/test.ts', '--only', 'weather'], { capture: true });
  expect(code).toBe(2);
  expect(output).toContain('conformance');
});
