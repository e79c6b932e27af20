// Runs inside Electron, not in the project: what `electron <folder>` starts (see electron-test-runtime.ts).
import { app } from 'electron';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// `-r module`: Playwright's, which holds the start back until it is connected, and takes itself out of the arguments.
const preloaded = process.argv[process.argv.indexOf('-r') + 1];
if (process.argv.includes('-r')) createRequire(import.meta.url)(preloaded);

const file = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!file) {
  console.error('usage: electron <folder or main file of an application>');
  process.exit(1);
}
process.defaultApp = true;
const path = resolve(file);
const isFile = statSync(path).isFile();
const folder = isFile ? dirname(path) : path;
const manifestFile = join(folder, 'package.json');
const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
if (manifest.version) app.setVersion(manifest.version);
app.setName(manifest.productName ?? manifest.name ?? app.name);
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
app.setAppPath(folder);
const entry = isFile ? path : join(folder, manifest.main ?? 'index.js');
await import(pathToFileURL(entry).href);
