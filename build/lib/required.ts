/** What tests need beyond node_modules, and what CI insists on through `KONTOR_REQUIRE`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './root.ts';

/** Each thing that `KONTOR_REQUIRE` can name: whether it is there, and what its absence means. */
const THINGS: Record<string, { isThere: () => boolean; absence: string }> = {
  rules: {
    isThere: () =>
      existsSync(resolve(process.env['KONTOR_EINVOICE'] ?? resolve(ROOT, '../shared/einvoice'), 'validator')),
    absence: 'official rules not found',
  },
};

/**
 * What `KONTOR_REQUIRE` (comma-separated) names and is absent or unknown is a failure; what is absent and not named is
 * only skipped. One line each.
 */
export function findAbsent(named: string): { failures: string[]; skips: string[] } {
  const required = named.split(',').filter((name) => name !== '');
  const unknown = required.filter((name) => !(name in THINGS));
  const absent = Object.entries(THINGS).filter(([, { isThere }]) => !isThere());
  return {
    failures: [
      ...unknown.map((name) => `KONTOR_REQUIRE names ${name}, which is unknown`),
      ...absent.filter(([name]) => required.includes(name)).map(([, { absence }]) => absence),
    ],
    skips: absent.filter(([name]) => !required.includes(name)).map(([, { absence }]) => absence),
  };
}

/** Prints what is absent and returns how many failures that is. */
export function checkRequired(): number {
  const { failures, skips } = findAbsent(process.env['KONTOR_REQUIRE'] ?? '');
  for (const failure of failures) console.log(`FAILED ${failure}`);
  for (const skip of skips) console.log(`skipped: ${skip}`);
  return failures.length;
}
