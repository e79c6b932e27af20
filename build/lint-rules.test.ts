import { ESLint } from 'eslint';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { runNode, tool } from './lib/processes.ts';
import { ROOT } from './lib/root.ts';
import { namingComponents, scriptOf } from './lib/vue-scripts.ts';

const eslint = new ESLint({ cwd: ROOT });
vi.setConfig({ testTimeout: 180_000 });

/** Rules that this text breaks when it stands in that file of the project. */
async function broken(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return [...new Set(result?.messages.map(({ ruleId }) => ruleId ?? 'inline comment'))];
}

const HOST = 'electron/host/context.ts';
const DOMAIN = 'shared/domain/amounts.ts';

test.each([
  ['parseFloat in the domain', DOMAIN, "export const amount = parseFloat('1.5');", 'no-restricted-syntax'],
  ['Number.parseFloat in the host', HOST, "export const amount = Number.parseFloat('1.5');", 'no-restricted-syntax'],
  ['toFixed in the domain', DOMAIN, 'export const text = (1.5).toFixed(2);', 'no-restricted-syntax'],
  ['the clock of the machine', HOST, 'export const now = new Date();', 'no-restricted-syntax'],
  ['Date.now', HOST, 'export const now = Date.now();', 'no-restricted-syntax'],
  ['output to the console', HOST, "console.log('here');", 'no-console'],
  ['more than 300 lines', DOMAIN, 'export const one = 1;\n'.padEnd(400, '\n'), 'max-lines'],
  ['a mark for later', DOMAIN, `// ${'TO'}DO: later\nexport const one = 1;`, 'no-warning-comments'],
  ['a comment that switches a rule off', DOMAIN, '/* eslint-disable */\nexport const one = 1;', 'inline comment'],
  ['one for a rule with types', DOMAIN, '// oxlint-disable-next-line\nexport const one = 1;', 'no-warning-comments'],
])('refuses %s', async (_title, file, text, rule) => {
  expect(await broken(file, text)).toContain(rule);
});

const COMPONENT = 'renderer/components/EmptyState.vue';
const component = (template: string): string =>
  `<script setup lang="ts">\nconst text = '';\n</script>\n\n<template>\n  ${template}\n</template>\n`;

test.each([
  ['a sentence in a template', '<p>Es gibt keine Rechnungen. {{ text }}</p>', 'vue/no-bare-strings-in-template'],
  ['a label in a template', '<p aria-label="Rechnungen">{{ text }}</p>', 'vue/no-bare-strings-in-template'],
  ['HTML that is put in unseen', '<p v-html="text" />', 'vue/no-v-html'],
])('refuses %s', async (_title, template, rule) => {
  expect(await broken(COMPONENT, component(template))).toContain(rule);
});

test('a template of signs and texts of the dictionary is right', async () => {
  expect(await broken(COMPONENT, component('<p>{{ text }} · 12 %</p>'))).toEqual(['vue/no-bare-strings-in-template']);
  expect(await broken(COMPONENT, component('<p>{{ text }} · %</p>'))).toEqual([]);
});

test('refuses a test that is switched off', async () => {
  const text = "import { test } from 'vitest';\ntest.skip('later', () => {});";
  expect(await broken('build/lint-rules.test.ts', text)).toContain('no-restricted-syntax');
});

test('a given day is no clock, and the platform may ask the machine', async () => {
  expect(await broken(HOST, 'export const day = new Date(0);')).toEqual([]);
  expect(await broken('electron/host/node-platform.ts', 'export const now = new Date();')).toEqual([]);
});

/** The linter of types reads files and no text. */
const FILES = resolve(ROOT, '.cache/lint-rules');
afterAll(() => rmSync(FILES, { recursive: true, force: true }));

/** What the rules with types say to a file of this name. */
async function saidWithTypes(name: string, text: string): Promise<string> {
  mkdirSync(FILES, { recursive: true });
  writeFileSync(join(FILES, 'tsconfig.json'), '{ "extends": "../../tsconfig.base.json" }');
  writeFileSync(join(FILES, name), text);
  const file = relative(ROOT, join(FILES, name));
  return (await runNode(tool('oxlint', ['--format', 'unix', file]), { capture: true })).output;
}

const FLOATING = 'no-floating-promises';

test('refuses a promise that nobody waits for', async () => {
  expect(await saidWithTypes('floating.ts', 'Promise.resolve();\nexport {};\n')).toContain(FLOATING);
  expect(await saidWithTypes('awaited.ts', 'await Promise.resolve();\nexport {};\n')).toBe('');
  const disabled = '/* eslint-disable */\nPromise.resolve();\nexport {};\n';
  expect(await saidWithTypes('disabled.ts', disabled)).toContain(FLOATING);
});

test('refuses it in a component, in the line where it stands', async () => {
  const text = '<template>\n  <p />\n</template>\n\n<script setup lang="ts">\nPromise.resolve();\n</script>\n';
  expect(await saidWithTypes('Floating.vue.ts', scriptOf(text) ?? '')).toMatch(
    /Floating\.vue\.ts:6:1: .*no-floating-promises/,
  );
  expect(scriptOf('<template>\n  <p />\n</template>\n')).toBeNull();
  expect(namingComponents('.cache/vue-scripts/components/A.vue.ts:6:1: x')).toBe('renderer/components/A.vue:6:1: x');
});
