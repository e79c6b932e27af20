import { createRequire } from 'node:module';

/** better-sqlite3 13 is built against this Node-API; on an older one it ends the process without a word. */
const NEEDED_NODE_API = 10;
const NEEDED_NODE = 24;

/**
 * Loads the SQLite module.
 * @param standIn path of a module with the interface of better-sqlite3, for the Electron test runtime that knows Node-API 9 only
 * @throws Error that names the needed and the found version
 */
export function sqliteModule(standIn?: string): unknown {
  const require = createRequire(import.meta.url);
  if (standIn !== undefined) return require(standIn) as unknown;
  assertRuntime(process.versions.node, process.versions['napi']);
  return require('better-sqlite3') as unknown;
}

/**
 * Electron carries another Node major than its Node-API suggests, so the major counts only in plain Node.
 * @throws Error when better-sqlite3 cannot run here
 */
export function assertRuntime(
  node: string,
  nodeApi: string | undefined,
  electron = process.versions['electron'],
): void {
  const major = Number(node.split('.')[0]);
  if (Number(nodeApi) >= NEEDED_NODE_API && (electron !== undefined || major >= NEEDED_NODE)) return;
  throw new Error(
    `Kontor needs Node ${NEEDED_NODE} with Node-API ${NEEDED_NODE_API}; this is Node ${node} with Node-API ${nodeApi ?? 'unknown'}.`,
  );
}
