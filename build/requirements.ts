/** Says which requirements the last complete run of `npm test` proved. */
import { resolve } from 'node:path';
import { runCommand } from './lib/command.ts';
import { readFindings, STEPS } from './lib/requirements.ts';
import type { Findings } from './lib/requirements.ts';
import { RESULTS, ROOT } from './lib/root.ts';

function printSummary({ covered, missing, later, tests, notices }: Findings): void {
  for (const id of covered) console.log(`${id.padEnd(6)} ${(tests[id] ?? []).join(', ')}`);
  for (const step of STEPS) {
    const ids = Object.keys(later).filter((id) => later[id] === step);
    if (ids.length > 0) console.log(`later, ${step}: ${ids.join(' ')}`);
  }
  if (missing.length > 0) console.log(`missing: ${missing.join(' ')}`);
  for (const notice of notices) console.log(`notice: ${notice}`);
  console.log(`${covered.length} covered, ${missing.length} missing, ${Object.keys(later).length} later`);
}

await runCommand({
  name: 'npm run requirements',
  summary:
    'Which lines of docs/requirements.md the last complete run of npm test proved, which are missing, which come later.',
  options: {
    json: { type: 'boolean', description: 'Print {covered, missing, later, tests} as JSON and nothing else' },
  },
  run: ({ json }) => {
    const findings = readFindings(resolve(ROOT, 'docs'), RESULTS);
    const { errors, covered, missing, later, tests } = findings;
    if (json) console.log(JSON.stringify({ covered, missing, later, tests }));
    else printSummary(findings);
    for (const error of errors) console.error(`error: ${error}`);
    return errors.length === 0 ? 0 : 1;
  },
});
