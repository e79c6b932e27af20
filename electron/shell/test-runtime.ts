import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Path of the stand-in for better-sqlite3 in the Electron of the desktop tests, which is too old for it; undefined everywhere
 * else. A packaged app takes it from its own package.json, which only the test's packaging fills, never from the environment.
 */
export function sqliteStandIn(): string | undefined {
  return app.isPackaged ? packagedStandIn() : process.env['KONTOR_SQLITE'];
}

function packagedStandIn(): string | undefined {
  const manifest = readFileSync(join(app.getAppPath(), 'package.json'), 'utf8');
  const { testSqlite } = JSON.parse(manifest) as { testSqlite?: string };
  return testSqlite === undefined ? undefined : join(process.resourcesPath, testSqlite);
}
