import { readFileSync } from 'node:fs';
import { measure, parseGoals, toMarkdown } from './build/lib/bench.ts';
import { searchCases } from './tests/bench/search.ts';
const goals = parseGoals(readFileSync('tests/bench/goals.json', 'utf8'));
const rows = [];
for (const bench of searchCases()) rows.push(await measure(bench, goals));
console.log(toMarkdown(rows));
