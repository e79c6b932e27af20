import { copyFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { IConfiguration, ICruiseResult } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import { ROOT } from './lib/root.ts';
import { CRUISED_FOLDERS } from './lib/steps.ts';
import { tempFolder } from './lib/temp-folder.ts';

const configuration = createRequire(import.meta.url)(resolve(ROOT, '.dependency-cruiser.cjs')) as IConfiguration;

/** Modules that others import in the cases below; they break no rule themselves. */
const HOUSE = {
  'shared/domain/money.ts': 'export const money = 1;',
  'shared/contract/calls.ts':
    "import { z } from 'zod';\nimport { money } from '../domain/money.ts';\nexport const calls = [z, money];",
  'shared/text/german.ts': 'export const german = 1;',
  'electron/host/store/open.ts': "import { DataSource } from 'typeorm';\nexport const open = DataSource;",
  'electron/host/customers/repository.ts':
    "import { open } from '../store/open.ts';\nimport type { EntityManager } from 'typeorm';\nexport const find = (m: EntityManager) => [open, m];",
  'electron/host/customers/service.ts':
    "import { createHash } from 'node:crypto';\nimport { find } from './repository.ts';\nexport const customers = [createHash, find];",
  'electron/host/output/pdf/draw.ts':
    "import { deflateSync } from 'fflate';\nimport { money } from '#shared/domain/money.ts';\nexport const draw = [deflateSync, money];",
  'electron/host/platform.ts': 'export interface Platform {}',
  'electron/host/create-host.ts':
    "import { customers } from './customers/service.ts';\nimport { draw } from './output/pdf/draw.ts';\nexport const createHost = [customers, draw];",
  'electron/pages.ts': "import { readFile } from 'node:fs/promises';\nexport const pages = readFile;",
  'electron/demo/make.ts': "import { calls } from '#shared/contract/calls.ts';\nexport const make = calls;",
  'electron/application/create-application.ts':
    "import { z } from 'zod';\nimport { make } from '../demo/make.ts';\nimport { createHost } from '../host/create-host.ts';\nexport const createApplication = [z, make, createHost];\nexport interface NamedFile {}",
  'electron/office-process.ts':
    "import { createApplication } from './application/create-application.ts';\nimport type { Message } from './shell/office-messages.ts';\nexport const start = (message: Message) => [createApplication, message];",
  'electron/serve/server.ts':
    "import { WebSocketServer } from 'ws';\nimport { createApplication } from '../application/create-application.ts';\nimport { pages } from '../pages.ts';\nexport const server = [WebSocketServer, createApplication, pages];",
  'electron/shell/office-messages.ts':
    "import type { NamedFile } from '../application/create-application.ts';\nexport type Message = NamedFile;",
  'electron/shell/office.ts':
    "import { app } from 'electron';\nimport type { Message } from './office-messages.ts';\nexport const office = (message: Message) => [app, message];",
  'electron/main.ts':
    "import { app } from 'electron';\nimport { office } from './shell/office.ts';\nexport const main = [app, office];",
  'electron/preload.ts':
    "import { contextBridge } from 'electron';\nimport type { calls } from '#shared/contract/calls.ts';\nexport type Bridge = typeof calls;\nexport const bridge = contextBridge;",
  'renderer/api/index.ts': "import { calls } from '#shared/contract/calls.ts';\nexport const api = calls;",
  'renderer/components/MoneyField.vue':
    '<script setup lang="ts">\nimport { ref } from \'vue\';\nconst money = ref(0);\n</script>\n<template>{{ money }}</template>',
  'renderer/features/customers/index.ts': 'export const customers = 1;',
  'renderer/features/customers/CustomerView.vue':
    '<script setup lang="ts">\nimport MoneyField from \'../../components/MoneyField.vue\';\nimport { api } from \'../../api/index.ts\';\nconst used = api;\n</script>\n<template><MoneyField :used="used" /></template>',
  'renderer/features/invoices/list.ts':
    "import { customers } from '../customers/index.ts';\nexport const list = customers;",
  'renderer/plugins/router.ts':
    "import { createRouter } from 'vue-router';\nexport const router = [createRouter, () => import('../features/customers/CustomerView.vue')];",
  'renderer/main.ts':
    "import { createApp } from 'vue';\nimport { router } from './plugins/router.ts';\nexport const window = [createApp, router];",
  'electron/cli.ts':
    "import { calls } from '#shared/contract/calls.ts';\nimport { createHost } from './host/create-host.ts';\nexport const cli = [calls, createHost];",
};

/** Names of the rules that the house breaks with these files added, each as `rule: from`. */
async function violations(added: Record<string, string>): Promise<string[]> {
  using folder = tempFolder({ ...HOUSE, ...added });
  symlinkSync(resolve(ROOT, 'node_modules'), join(folder.path, 'node_modules'), 'dir');
  copyFileSync(resolve(ROOT, 'package.json'), join(folder.path, 'package.json'));
  const { forbidden = [], options } = configuration;
  const { output } = await cruise(
    CRUISED_FOLDERS,
    { ...options, baseDir: folder.path, validate: true, ruleSet: { forbidden } },
    options?.enhancedResolveOptions,
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}

test('the house keeps its rules', async () => {
  expect(await violations({})).toEqual([]);
});

const CASES: { title: string; file: string; text: string; rules: string[] }[] = [
  {
    title: 'zod in the domain',
    file: 'shared/domain/dates.ts',
    text: "import { z } from 'zod';\nexport const dates = z;",
    rules: ['imports of shared/domain'],
  },
  {
    title: 'Node in the domain',
    file: 'shared/domain/dates.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const dates = readFileSync;",
    rules: ['imports of shared/domain'],
  },
  {
    title: 'Node in the contract',
    file: 'shared/contract/more.ts',
    text: "import type { Buffer } from 'node:buffer';\nexport type More = Buffer;",
    rules: ['imports of shared/contract'],
  },
  {
    title: 'the host in the texts',
    file: 'shared/text/more.ts',
    text: "import { customers } from '../../electron/host/customers/service.ts';\nexport const more = customers;",
    rules: ['imports of shared/text'],
  },
  {
    title: 'the store in the output',
    file: 'electron/host/output/einvoice/ubl.ts',
    text: "import { open } from '../../store/open.ts';\nexport const ubl = open;",
    rules: ['imports of host/output and host/workers'],
  },
  {
    title: 'a type of the store in a worker',
    file: 'electron/host/workers/render.ts',
    text: "import type { open } from '../store/open.ts';\nexport type Render = typeof open;",
    rules: ['imports of host/output and host/workers'],
  },
  {
    title: 'a subject in the store',
    file: 'electron/host/store/list.ts',
    text: "import { customers } from '../customers/service.ts';\nexport const list = customers;",
    rules: ['imports of host/store'],
  },
  {
    title: "another folder's repository",
    file: 'electron/host/invoices/service.ts',
    text: "import { find } from '../customers/repository.ts';\nexport const invoices = find;",
    rules: ["no other folder's repository"],
  },
  {
    title: 'TypeORM itself in a subject',
    file: 'electron/host/invoices/service.ts',
    text: "import { DataSource } from 'typeorm';\nexport const invoices = DataSource;",
    rules: ['types only in host/<subject>'],
  },
  {
    title: 'code in the platform port',
    file: 'electron/host/context.ts',
    text: "import { open } from './store/open.ts';\nexport const context = open;",
    rules: ['types only in host/platform and host/context'],
  },
  {
    title: 'electron in the host',
    file: 'electron/host/invoices/service.ts',
    text: "import { app } from 'electron';\nexport const invoices = app;",
    rules: ['electron in the shell only', 'imports of host/<subject>'],
  },
  {
    title: 'host internals in the command line',
    file: 'electron/cli/batch.ts',
    text: "import { customers } from '../host/customers/service.ts';\nexport const batch = customers;",
    rules: ['imports of cli and demo'],
  },
  {
    title: 'electron in the browser host',
    file: 'electron/serve/more.ts',
    text: "import { app } from 'electron';\nexport const more = app;",
    rules: ['electron in the shell only', 'imports of serve'],
  },
  {
    title: 'host internals in the application',
    file: 'electron/application/files.ts',
    text: "import { open } from '../host/store/open.ts';\nexport const files = open;",
    rules: ['imports of application'],
  },
  {
    title: 'electron in the process of the office',
    file: 'electron/office-process.ts',
    text: "import { app } from 'electron';\nexport const start = app;",
    rules: ['electron in the shell only', 'imports of office-process'],
  },
  {
    title: 'the host itself in the shell',
    file: 'electron/shell/more.ts',
    text: "import { createHost } from '../host/create-host.ts';\nexport const more = createHost;",
    rules: ['imports of main and shell'],
  },
  {
    title: 'host internals in the shell',
    file: 'electron/shell/more.ts',
    text: "import { open } from '../host/store/open.ts';\nexport const more = open;",
    rules: ['imports of main and shell'],
  },
  {
    title: 'the contract itself in the preload',
    file: 'electron/preload.ts',
    text: "import { calls } from '#shared/contract/calls.ts';\nexport const bridge = calls;",
    rules: ['types only in preload'],
  },
  {
    title: 'Node in the window',
    file: 'renderer/features/invoices/list.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const list = readFileSync;",
    rules: ['imports of renderer/features'],
  },
  {
    title: 'the host in the window',
    file: 'renderer/api/index.ts',
    text: "import { createHost } from '../../electron/host/create-host.ts';\nexport const api = createHost;",
    rules: ['imports of renderer/api'],
  },
  {
    title: 'electron in a component',
    file: 'renderer/components/Printer.vue',
    text: '<script setup lang="ts">\nimport { ipcRenderer } from \'electron\';\nconst used = ipcRenderer;\n</script>\n<template>{{ used }}</template>',
    rules: ['electron in the shell only', 'imports of renderer/components, plugins, stores and styles'],
  },
  {
    title: "another feature's inside",
    file: 'renderer/features/invoices/list.ts',
    text: "import view from '../customers/CustomerView.vue';\nexport const list = view;",
    rules: ["no other feature's inside"],
  },
  {
    title: 'a feature in a component',
    file: 'renderer/components/MoneyField.vue',
    text: '<script setup lang="ts">\nimport { customers } from \'../features/customers/index.ts\';\nconst used = customers;\n</script>\n<template>{{ used }}</template>',
    rules: ['views belong to the router'],
  },
  {
    title: 'a folder that the table does not know',
    file: 'electron/host/weather/service.ts',
    text: 'export const weather = 1;',
    rules: ['no module outside the table'],
  },
  {
    title: 'a file beside the folders',
    file: 'shared/helpers.ts',
    text: "import { money } from './domain/money.ts';\nexport const helpers = money;",
    rules: ['no module outside the table'],
  },
  {
    title: 'a file that is not there',
    file: 'shared/domain/dates.ts',
    text: "import { gone } from './gone.ts';\nexport const dates = gone;",
    rules: ['not resolvable'],
  },
  {
    title: 'a development dependency in the product',
    file: 'electron/host/output/pdf/other.ts',
    text: "import { extractText } from 'unpdf';\nexport const other = extractText;",
    rules: ['imports of host/output and host/workers', 'no undeclared package'],
  },
];

test.each(CASES)('refuses $title', async ({ file, text, rules }) => {
  expect(await violations({ [file]: text })).toEqual(rules.map((rule) => `${rule}: ${file}`));
});

test('refuses a cycle', async () => {
  const found = await violations({
    'shared/domain/one.ts': "import { two } from './two.ts';\nexport const one = () => two;",
    'shared/domain/two.ts': "import { one } from './one.ts';\nexport const two = () => one;",
  });
  expect(found).toEqual(['no cycles: shared/domain/one.ts']);
});

test('tests may import what they test', async () => {
  const text = "import { find } from '../customers/repository.ts';\nexport const tested = find;";
  expect(await violations({ 'electron/host/invoices/service.test.ts': text })).toEqual([]);
});
