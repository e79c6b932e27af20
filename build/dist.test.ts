import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './lib/root.ts';

/** Width and height stand at fixed places of a PNG's first chunk, the kind of its colours after them. */
function readPng(file: string): { width: number; height: number; colours: number } {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colours: bytes[25] ?? 0 };
}

const TRUE_COLOURS_WITH_ALPHA = 6;

test('the icon is as large as macOS wants it, and transparent around its corners', () => {
  expect(readPng(resolve(ROOT, 'build/icon.png'))).toEqual({
    width: 1024,
    height: 1024,
    colours: TRUE_COLOURS_WITH_ALPHA,
  });
});

test('every package that the package keeps in node_modules is a dependency, and everything that it names is there', () => {
  const configuration = readFileSync(resolve(ROOT, 'electron-builder.yml'), 'utf8');
  const { dependencies } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const kept = /'!node_modules\/!\(([^)]+)\)/.exec(configuration)?.[1]?.split('|') ?? [];
  expect(kept).toContain('better-sqlite3');
  for (const name of kept) {
    expect(Object.keys(dependencies).some((dependency) => dependency.startsWith(name))).toBe(true);
    expect(existsSync(resolve(ROOT, 'node_modules', name))).toBe(true);
  }
});
