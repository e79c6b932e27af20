// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { effectScope } from 'vue';
import { holdPage } from './hold-page.ts';

test('the page is held until the last of several dialogs is closed', () => {
  const { style } = document.documentElement;
  const scopes = [effectScope(), effectScope()];
  for (const scope of scopes) scope.run(holdPage);
  expect(style.overflow).toBe('hidden');
  expect(style.paddingInlineEnd).toMatch(/px$/);
  scopes[0]?.stop();
  expect(style.overflow).toBe('hidden');
  scopes[1]?.stop();
  expect([style.overflow, style.paddingInlineEnd]).toEqual(['', '']);
});
