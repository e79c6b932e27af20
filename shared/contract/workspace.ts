import * as z from 'zod';
import { rule } from './fields.ts';
import { call } from './rpc.ts';

/** Most characters of one value as JSON. */
export const MOST_VALUE_CHARACTERS = 200_000;
/** Most keys of one profile; one more makes the host forget the one that was written longest ago. */
export const MOST_KEYS = 100;
/** Deeper than any form or text; SQLite and the parsers of JSON have limits of their own. */
const DEEPEST = 32;

/** `page-panel`, `dialog:invoice.12:line.5`: the window's own names. */
export const workspaceKey = z.string().refine((text) => /^[a-z0-9.:-]{1,80}$/.test(text), rule('workspace-key'));

/** Any JSON; the window knows what it keeps, and checks it when it comes back. */
const value = z
  .unknown()
  .superRefine((given, context) => {
    // Before the parser, which goes down into the value by calling itself.
    if (isDeep(given)) context.addIssue({ code: 'custom', ...rule('too-deep', { maximum: DEEPEST }) });
  })
  .pipe(
    z.json().superRefine((given, context) => {
      if (JSON.stringify(given).length <= MOST_VALUE_CHARACTERS) return;
      context.addIssue({ code: 'custom', ...rule('too-long', { maximum: MOST_VALUE_CHARACTERS }) });
    }),
  );

function isDeep(given: unknown): boolean {
  let level: unknown[] = [given];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? (Object.values(item) as unknown[]) : [],
    );
  }
  return false;
}

/**
 * What the window looks like and what is typed but not saved: per profile, in the office file, no business record. So there
 * is neither revision nor journal, and the last one who writes wins.
 */
export const workspaceCalls = {
  'workspace.all': call(
    'Everything that the window keeps for the active profile.',
    z.strictObject({}),
    z.strictObject({ values: z.record(z.string(), z.json()) }),
  ),
  'workspace.get': call(
    'One value that the window keeps; null when there is none.',
    z.strictObject({ key: workspaceKey }),
    z.strictObject({ value: z.json() }),
  ),
  'workspace.set': call(
    'Keeps one value for the window; null forgets it.',
    z.strictObject({ key: workspaceKey, value }),
    z.strictObject({}),
  ),
};
