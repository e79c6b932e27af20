/** The benchmarks of tests/bench against their peers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BenchRow } from './lib/bench.ts';
import { measure, parseGoals, toMarkdown } from './lib/bench.ts';
import { runCommand } from './lib/command.ts';
import { ROOT } from './lib/root.ts';

await runCommand({
  name: 'npm run bench',
  summary:
    'Measures Kontor against its peers: equal content proven, both sides warm, five rounds in turn. Ends with 1 when a goal is missed.',
  options: {
    json: { type: 'string', value: 'FILE', description: 'Also write the rows to this file' },
    only: { type: 'string', value: 'TEXT', description: 'Only cases whose name or peer holds this text' },
  },
  run: async ({ json, only = '' }) => {
    const goals = parseGoals(readFileSync(resolve(ROOT, 'tests/bench/goals.json'), 'utf8'));
    // Loaded here and not above: --help shall not load the peers.
    const { benchCases } = await import('../tests/bench/cases.ts');
    const cases = (await benchCases()).filter((bench) => `${bench.case} ${bench.against}`.includes(only));
    if (cases.length === 0) {
      console.error(`No case holds "${only}".`);
      return 1;
    }
    const rows: BenchRow[] = [];
    let broken = 0;
    for (const bench of cases) {
      try {
        rows.push(await measure(bench, goals));
      } catch (error) {
        broken++;
        console.error(`FAILED ${bench.case} against ${bench.against}:`, error);
      }
    }
    console.log(toMarkdown(rows));
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
    return broken === 0 && rows.every(({ met }) => met) ? 0 : 1;
  },
});
