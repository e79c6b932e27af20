import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fromRoot, ROOT } from './lib/root.ts';

const LIST = 'tests/e2e/accessibility.json';
/** A frame without content is seen in each dialog that it surrounds; the page of a document is no view of its own. */
const FRAMES = [
  'renderer/components/DialogFrame.vue',
  'renderer/features/invoices/DraftDialog.vue',
  'renderer/components/pdf/PageView.vue',
];

test('every view and every dialog is listed with the spec that looks at it with axe', () => {
  const listed = JSON.parse(readFileSync(resolve(ROOT, LIST), 'utf8')) as Record<string, string>;
  const components = globSync('renderer/**/*{View,Dialog}.vue', { cwd: ROOT })
    .map((file) => fromRoot(resolve(ROOT, file)))
    .filter((file) => !FRAMES.includes(file));
  expect(components.length).toBeGreaterThan(10);
  const missing = components.filter((file) => !(file in listed));
  expect(missing, `name these in ${LIST}, each with a spec that calls expectAccessible`).toEqual([]);
  for (const [component, spec] of Object.entries(listed)) {
    expect(globSync(component, { cwd: ROOT }), `${component} in ${LIST} is gone`).toHaveLength(1);
    expect(readFileSync(resolve(ROOT, spec), 'utf8'), spec).toContain('expectAccessible(');
  }
});
