/** Small trees of files for tests of the tools. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TempFolder extends Disposable {
  path: string;
}

/** A folder with these files (path to text), gone at the end of the block that holds it with `using`. */
export function tempFolder(files: Record<string, string>): TempFolder {
  const path = mkdtempSync(join(tmpdir(), 'kontor-build-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
