/**
 * Who may import whom: the table of docs/architecture.md. Each module of the product stands in exactly one place, and a place may
 * import what `may` names and, as types only, what `mayTypes` names. A module outside of all places is an error: a new folder needs
 * a line here and there.
 */

/** One folder each, one subject each: handlers, service, repository. `records` holds what every subject needs. */
const SUBJECTS = [
  ...['company', 'customers', 'finalise', 'invoices', 'journal', 'numbering', 'office', 'profiles', 'records'],
  ...['saved-filters', 'setup', 'templates', 'text-blocks', 'vat-rates', 'workspace'],
];

const host = (...names) => `^electron/host/(${names.join('|')})`;
const packages = (...names) => `node_modules/(${names.join('|')})/`;

const DOMAIN = '^shared/domain/';
const CONTRACT = '^shared/contract/';
const TEXT = '^shared/text/';
const SHARED = '^shared/';
const RESOURCES = '^resources/';
const PORTS = host('platform\\.ts$', 'context\\.ts$');
const HOST_PARTS = host('errors\\.ts$', 'queue\\.ts$');
const QUEUE = host('queue\\.ts$');
const SUBJECT = host(`(${SUBJECTS.join('|')})/`);
const OUTPUT = host('output/', 'workers/');
const STORE = host('store/');
const CREATE_HOST = host('create-host\\.ts$', 'node-platform\\.ts$', 'platform\\.ts$');
const ELECTRON = ['^electron$', 'node_modules/electron/'];
const CLI = '^electron/(cli\\.ts$|cli/|demo/)';
const APPLICATION = '^electron/application/';
const PAGES = '^electron/pages\\.ts$';
const SERVE = '^electron/(serve\\.ts$|serve/)';
const SHELL = '^electron/(main\\.ts$|shell/)';

/** What the window is made of; bundled, so these are development dependencies. */
const WINDOW_LIBRARIES = packages(
  ...['vue', 'pinia', 'vue-router', 'vue-i18n', 'vuetify', '@mdi/js', 'pdfjs-dist', '@tiptap/core', '@tiptap/pm'],
  ...['@expo-google-fonts/source-sans-3', 'fflate'],
);
const WINDOW_BASE = ['^renderer/(api|components|stores|plugins|styles)/', SHARED, WINDOW_LIBRARIES];

/** Libraries that make and read documents; they know nothing of the store. */
const DOCUMENT_LIBRARIES = packages(
  ...['@cantoo/pdf-lib', '@cantoo/fontkit', '@expo-google-fonts/source-sans-3', 'fflate'],
  ...['html-entities', 'hyphen', 'xmlbuilder2'],
);

const places = [
  { name: 'shared/domain', path: DOMAIN, may: [], why: 'Pure functions that run anywhere.' },
  {
    name: 'shared/contract',
    path: CONTRACT,
    may: [DOMAIN, packages('zod')],
    why: 'The contract runs anywhere: no Node, no DOM.',
  },
  {
    name: 'shared/text',
    path: TEXT,
    may: [DOMAIN, packages('zod')],
    // One sentence per error code, which the compiler proves.
    mayTypes: ['^shared/contract/errors\\.ts$'],
    why: 'Texts run anywhere: no Node, no DOM.',
  },
  {
    name: 'host/create-host',
    path: host('create-host\\.ts$'),
    may: [SHARED, '^electron/host/'],
    node: true,
    why: 'Wires the host and nothing else.',
  },
  {
    name: 'host/platform and host/context',
    path: PORTS,
    may: [],
    mayTypes: [SHARED, '^electron/host/'],
    why: 'Ports are types: any runtime import would tie the host to one way in.',
  },
  {
    name: 'host/errors and host/queue',
    path: HOST_PARTS,
    may: [SHARED, STORE],
    node: true,
    why: 'Parts for every folder of the host know none of them.',
  },
  {
    name: 'host/node-platform',
    path: host('node-platform\\.ts$'),
    may: [],
    mayTypes: [PORTS],
    node: true,
    why: 'The platform of plain Node needs Node only.',
  },
  {
    name: 'host/store',
    path: STORE,
    may: [DOMAIN, QUEUE, packages('typeorm', 'better-sqlite3')],
    mayTypes: [packages('@types/better-sqlite3'), PORTS],
    node: true,
    why: 'The store knows the database and no subject; another database replaces this folder and no other.',
  },
  {
    name: 'host/output and host/workers',
    path: OUTPUT,
    may: [OUTPUT, DOMAIN, TEXT, RESOURCES, DOCUMENT_LIBRARIES],
    node: true,
    why: 'A document is made from its snapshot alone, in a thread without a database.',
  },
  {
    name: 'host/<subject>',
    path: SUBJECT,
    may: [SHARED, SUBJECT, PORTS, HOST_PARTS, STORE, OUTPUT, RESOURCES, packages('canonicalize')],
    mayTypes: [packages('typeorm', 'zod')],
    node: true,
    why: 'A subject speaks to the database through the store and to other subjects through their services.',
  },
  {
    name: 'cli and demo',
    path: CLI,
    may: [CREATE_HOST, SHARED, RESOURCES, packages('zod')],
    node: true,
    why: 'A way in is thin: it starts the host and speaks the contract.',
  },
  {
    name: 'application',
    path: APPLICATION,
    may: ['^electron/demo/', CREATE_HOST, QUEUE, SHARED, packages('zod')],
    node: true,
    why: 'What stands around an office starts hosts and knows none of their insides.',
  },
  {
    name: 'office-process',
    path: '^electron/office-process\\.ts$',
    may: [APPLICATION, host('node-platform\\.ts$'), CONTRACT],
    mayTypes: [PORTS, '^electron/shell/office-messages\\.ts$'],
    node: true,
    why: 'It passes messages on; what they mean stands in the application.',
  },
  {
    name: 'pages',
    path: PAGES,
    may: [],
    node: true,
    why: 'Both hosts serve the window with the same files and headers.',
  },
  {
    name: 'serve',
    path: SERVE,
    may: [SERVE, PAGES, APPLICATION, CONTRACT, TEXT, packages('ws')],
    mayTypes: [packages('@types/ws')],
    node: true,
    why: 'A way in is thin: it starts the application and speaks the contract.',
  },
  {
    name: 'main and shell',
    path: SHELL,
    may: ['^electron/shell/', PAGES, SHARED, packages('electron-log'), ...ELECTRON],
    mayTypes: [PORTS, APPLICATION],
    node: true,
    why: 'What only Electron has stands here; the rest belongs into the host.',
  },
  {
    name: 'preload',
    path: '^electron/preload\\.ts$',
    may: ELECTRON,
    mayTypes: [CONTRACT],
    why: 'The bridge is two functions; more would widen what a page can reach.',
  },
  {
    name: 'renderer/api',
    path: '^renderer/api/',
    may: [CONTRACT],
    why: 'The way to the host knows the contract and no view.',
  },
  {
    name: 'renderer/components, plugins, stores and styles',
    path: '^renderer/(components|plugins|stores|styles)/',
    // The router alone names the views.
    may: [...WINDOW_BASE, '^renderer/features/.+/[^/]+View\\.vue$', '^renderer/features/[^/]+/index\\.ts$'],
    why: 'What features share knows none of them.',
  },
  {
    name: 'renderer/features',
    path: '^renderer/features/',
    may: [...WINDOW_BASE, '^renderer/features/'],
    why: 'The window reaches the host through its api alone: no Node, no Electron.',
  },
  {
    name: 'renderer',
    path: '^renderer/[^/]+$',
    may: ['^renderer/', ...WINDOW_BASE],
    why: 'The window reaches the host through its api alone: no Node, no Electron.',
  },
];

/** Two rules for each place: what it may import at all, and what only as types. Both leave what does not resolve to its own rule. */
function rulesOf({ name, path, may, mayTypes = [], node = false, why }) {
  const builtIn = node ? ['core'] : [];
  return [
    {
      name: `imports of ${name}`,
      comment: `${why} What it may import: table in docs/architecture.md.`,
      severity: 'error',
      from: { path },
      to: { couldNotResolve: false, pathNot: [path, ...may, ...mayTypes], dependencyTypesNot: builtIn },
    },
    {
      name: `types only in ${name}`,
      comment: `${why} It may import this as types only: import type.`,
      severity: 'error',
      from: { path },
      to: { path: mayTypes, pathNot: [path, ...may], dependencyTypesNot: ['type-only'] },
    },
  ].filter(({ to }) => to.path?.length !== 0);
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no module outside the table',
      comment:
        'This module stands in no place of the table in docs/architecture.md: move it, or add the place there and here.',
      severity: 'error',
      // 100 is the highest that may stand here; the rule is about the path alone.
      module: {
        path: '^(shared|electron|renderer)/',
        pathNot: places.map(({ path }) => path),
        numberOfDependentsLessThan: 100,
      },
      from: {},
    },
    {
      name: 'no cycles',
      comment: 'Two modules that need each other are one module, or share a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not resolvable',
      comment: 'There is no such file or package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no undeclared package',
      comment:
        'What the product imports stands in the dependencies of package.json; types, and what the build puts into the window, may come from devDependencies.',
      severity: 'error',
      from: { pathNot: '^renderer/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        // Electron carries the application, not the other way round.
        pathNot: ELECTRON,
      },
    },
    {
      name: 'electron in the shell only',
      comment: "Host, command line and browser host run in plain Node: 'electron' stays in main, preload and shell.",
      severity: 'error',
      from: { pathNot: '^electron/(main\\.ts$|preload\\.ts$|shell/)' },
      to: { path: ELECTRON },
    },
    {
      name: "no other folder's repository",
      comment: "Queries belong to their folder: ask the other subject's service.",
      severity: 'error',
      from: { path: '^electron/host/([^/]+)/' },
      to: { path: '^electron/host/.+/repository', pathNot: '^electron/host/$1/' },
    },
    {
      name: "no other feature's inside",
      comment: 'A feature offers to others what its index.ts exports, and nothing else.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'views belong to the router',
      comment: 'Only the router names a view of a feature; components and stores know none.',
      severity: 'error',
      from: { path: '^renderer/(components|stores|api|styles)/|^renderer/plugins/(?!router\\.ts$)' },
      to: { path: '^renderer/features/' },
    },
    ...places.flatMap(rulesOf),
  ],
  options: {
    // Tests, and what they mount components with.
    exclude: { path: '\\.test\\.ts$|^renderer/testing/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.vue'],
    },
  },
};
