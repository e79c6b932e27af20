/** What Doyensec's Electronegativity says about the shell and about the built app, held against a list of explained findings. */
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { transformWithOxc } from 'vite';
import { z } from 'zod';
import { ROOT } from './root.ts';

/** Sources and result: one shows what we wrote, the other what runs, libraries and all. */
const TREES = ['electron', 'out'];
/** Its parsers are older than the syntax of our libraries. */
const TARGET = 'es2019';
/** Compares Electron's version with a list from the network; `npm outdated` is for that. */
const EXCLUDED = ['availablesecurityfixesglobalcheck'];
const EXPLAINED = resolve(ROOT, 'build/electronegativity.json');

const Explained = z.array(z.strictObject({ rule: z.string(), file: z.string(), why: z.string().min(20) }).readonly());
export type ExplainedFinding = z.infer<typeof Explained>[number];

/** Something to look at. `file` begins with the tree, like `out/main/main.js`; without the hash that Vite puts into names. */
export interface ElectronFinding {
  rule: string;
  file: string;
  line: number;
}

interface Scan {
  atomicChecks: number;
  globalChecks: number;
  issues: { id: string; file: string; location: { line: number } }[];
  errors: { file: string; message: string; tolerable: boolean }[];
}
type Run = (options: object) => Promise<Scan>;

/** The scanner, cut off from the network: it would fetch its own translations. */
function loadScanner(): Run {
  const fromHere = createRequire(import.meta.url);
  const fromScanner = createRequire(fromHere.resolve('@doyensec/electronegativity'));
  const client = fromScanner.resolve('got');
  fromScanner(client);
  const loaded = fromScanner.cache[client];
  if (loaded !== undefined) loaded.exports = () => Promise.reject(new Error('no network'));
  return fromHere('@doyensec/electronegativity') as Run;
}

/** Runs something that talks to the console without need. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await work();
  } finally {
    console.log = log;
  }
}

/** Copies a tree to where the scanner can read all of it: known endings, older syntax, no tests. */
async function copyReadable(from: string, to: string): Promise<number> {
  const names = globSync('**/*.{ts,js,mjs,cjs,html}', { cwd: from }).filter((name) => !name.endsWith('.test.ts'));
  for (const name of names) {
    const target = join(to, ['.mjs', '.cjs'].includes(extname(name)) ? `${name}.js` : name);
    mkdirSync(dirname(target), { recursive: true });
    if (['.ts', '.html'].includes(extname(name))) copyFileSync(join(from, name), target);
    else {
      const { code } = await transformWithOxc(readFileSync(join(from, name), 'utf8'), name, {
        target: TARGET,
        sourcemap: false,
      });
      writeFileSync(target, code);
    }
  }
  return names.length;
}

const plainName = (file: string): string => file.replace(/\.([cm]js)\.js$/, '.$1').replace(/-[\w-]{8}(\.\w+)$/, '$1');

/** Every finding in these trees below `root`; a file that the scanner could not read is one as well, as `UNREAD`. */
export async function scanElectron(
  root: string = ROOT,
  trees: readonly string[] = TREES,
): Promise<{ checks: number; files: number; findings: ElectronFinding[] }> {
  const { devDependencies } = createRequire(import.meta.url)(resolve(ROOT, 'package.json')) as {
    devDependencies: Record<string, string>;
  };
  const folder = mkdtempSync(join(tmpdir(), 'kontor-electron-checks-'));
  const result = { checks: 0, files: 0, findings: [] as ElectronFinding[] };
  try {
    const run = loadScanner();
    for (const tree of trees) {
      const input = join(folder, tree);
      result.files += await copyReadable(join(root, tree), input);
      const scan = await quietly(() =>
        run({
          input,
          isRelative: false,
          customScan: [],
          excludeFromScan: EXCLUDED,
          electronVersionOverride: devDependencies['electron'],
        }),
      );
      const named = (file: string): string =>
        file.startsWith(input) ? plainName(`${tree}${file.slice(input.length)}`) : tree;
      result.checks = scan.atomicChecks + scan.globalChecks;
      result.findings.push(
        ...scan.issues.map(({ id, file, location }) => ({ rule: id, file: named(file), line: location.line })),
        ...scan.errors.map(({ file }) => ({ rule: 'UNREAD', file: named(file), line: 0 })),
      );
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line for each finding that nobody explained, and for each explanation that explains nothing any more. */
export function compareFindings(
  findings: readonly ElectronFinding[],
  explained: readonly ExplainedFinding[],
): string[] {
  const isSame = (one: { rule: string; file: string }) => (other: { rule: string; file: string }) =>
    one.rule === other.rule && one.file === other.file;
  return [
    ...findings
      .filter((finding) => !explained.some(isSame(finding)))
      .map(
        ({ rule, file, line }) => `${rule} at ${file}:${line}: mend it, or explain it in build/electronegativity.json`,
      ),
    ...explained
      .filter((entry) => !findings.some(isSame(entry)))
      .map(({ rule, file }) => `build/electronegativity.json explains ${rule} in ${file}, which is gone`),
  ];
}

/** Scans shell and built app; `line` says how much was looked at. */
export async function checkElectron(): Promise<{ problems: string[]; line: string }> {
  const { checks, files, findings } = await scanElectron();
  const explained = Explained.parse(JSON.parse(readFileSync(EXPLAINED, 'utf8')));
  return {
    problems: compareFindings(findings, explained),
    line: `Electronegativity: ${checks} checks on ${files} files, ${findings.length} findings`,
  };
}
