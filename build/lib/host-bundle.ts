/** Bundles host code for plain Node: a process that is killed a thousand times must start in a moment. */
import { build } from 'vite';
import { filesBesideCode } from './files-beside-code.ts';
import { ROOT } from './root.ts';

/** Loaded from node_modules, as in electron.vite.config.ts. */
const EXTERNAL = [/^node:/, /^better-sqlite3$/, /^hyphen\//, /^@expo-google-fonts\//];

interface HostBundle {
  /** From the root of the project. */
  entry: string;
  /** Emptied first. */
  folder: string;
  /** Names that the build knows the value of. */
  define?: Record<string, string>;
}

/** Writes one file for each entry, with the entry's name. */
export async function bundleHost({ entry, folder, define = {} }: HostBundle): Promise<void> {
  await build({
    ...{ configFile: false, logLevel: 'warn', root: ROOT, define, plugins: [filesBesideCode()] },
    ssr: { noExternal: true },
    build: {
      ...{ ssr: entry, outDir: folder, emptyOutDir: true },
      rollupOptions: { external: EXTERNAL, output: { entryFileNames: '[name].js' } },
    },
  });
}
