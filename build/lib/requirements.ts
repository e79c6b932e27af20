/** Which requirements the tests prove, from docs/requirements.md and the reports of the last complete run. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { ReportedTest } from './report.ts';
import { COMPLETE_RUN_FILE, readCompleteRun, readReport } from './report.ts';

/** The steps that can bring a requirement later. */
export const STEPS = [
  ...['step 2', 'step 3', 'step 4', 'step 5', 'step 6', 'step 7', 'step 8'],
  ...['services', 'orders', 'reminders', 'datev', 'audit'],
];

/** More ids than this in one title, and the test proves none of them well. */
const MAX_IDS = 3;

export interface Requirement {
  id: string;
  /** Names what a user sees: counts only from tests in the browser or in Electron. */
  window: boolean;
}

export interface Coverage {
  covered: string[];
  missing: string[];
  later: Record<string, string>;
  tests: Record<string, string[]>;
}

export interface Findings extends Coverage {
  /** What is wrong in the titles or in the documents; the command fails with them. */
  errors: string[];
  /** What someone should look at. */
  notices: string[];
}

/** Reads `- A1.1 …`, `- E1 **…` and table rows `| C1.1 | …`, one id a line, ` (window)` at the end of the line or of its last cell. */
export function parseRequirements(text: string): Requirement[] {
  return text.split('\n').flatMap((line) => {
    const id = /^(?:- |\| )([A-F]\d+(?:\.\d+)?)\b/.exec(line)?.[1];
    return id === undefined ? [] : [{ id, window: /\(window\)(?: \|)?$/.test(line.trimEnd()) }];
  });
}

/** The ids in a title, each in its own brackets. */
export function idsIn(title: string): string[] {
  return [...new Set(Array.from(title.matchAll(/\[([A-F]\d+(?:\.\d+)?)\]/g), ([, id = '']) => id))];
}

function titleErrors(tests: ReportedTest[], known: Set<string>): string[] {
  return tests.flatMap(({ title, file, line }) => {
    const at = `${file}:${line}`;
    const ids = idsIn(title);
    const unknown = ids.filter((id) => !known.has(id)).map((id) => `${at}: unknown id ${id} in "${title}"`);
    const several = /\[[A-F]\d+(?:\.\d+)?\s*[,;–-][^\]]*\]/.test(title)
      ? [`${at}: one id in each bracket: "${title}"`]
      : [];
    const many = ids.length > MAX_IDS ? [`${at}: more than ${MAX_IDS} ids in "${title}"`] : [];
    return [...unknown, ...several, ...many];
  });
}

function laterErrors(later: Record<string, string>, known: Set<string>): string[] {
  return Object.entries(later).flatMap(([id, step]) => [
    ...(known.has(id) ? [] : [`requirements-later.json: unknown id ${id}`]),
    ...(STEPS.includes(step) ? [] : [`requirements-later.json: ${id} names the unknown step "${step}"`]),
  ]);
}

/** An id is covered when a test that may prove it passed, and none that carries it failed. */
export function assess(requirements: Requirement[], later: Record<string, string>, tests: ReportedTest[]): Findings {
  const known = new Set(requirements.map(({ id }) => id));
  const twice = requirements.filter(({ id }, at) => requirements.findIndex((other) => other.id === id) !== at);
  const carriers = tests.map((test) => ({ test, ids: idsIn(test.title) }));
  const proofs: Record<string, string[]> = {};
  for (const { id, window } of requirements) {
    const carrying = carriers.filter(({ ids }) => ids.includes(id)).map(({ test }) => test);
    if (carrying.some(({ state }) => state === 'failed')) continue;
    const proving = carrying.filter((test) => test.state === 'passed' && (test.window || !window));
    const places = new Set(proving.map(({ file, line }) => `${file}:${line}`));
    if (places.size > 0) proofs[id] = [...places].sort();
  }
  const covered = Object.keys(proofs);
  const open = requirements.map(({ id }) => id).filter((id) => !(id in proofs));
  return {
    covered,
    missing: open.filter((id) => !(id in later)),
    later: Object.fromEntries(Object.entries(later).filter(([id]) => !(id in proofs))),
    tests: proofs,
    errors: [
      ...twice.map(({ id }) => `requirements.md: ${id} stands there twice`),
      ...laterErrors(later, known),
      ...titleErrors(tests, known),
    ],
    notices: covered
      .filter((id) => id in later)
      .map((id) => `${id} is covered already: take it out of requirements-later.json`),
  };
}

/** Reads the documents and the reports of the last complete run; throws when a file is damaged or a report is gone. */
export function readFindings(docs: string, results: string): Findings {
  const requirements = parseRequirements(readFileSync(resolve(docs, 'requirements.md'), 'utf8'));
  const laterText = readFileSync(resolve(docs, 'requirements-later.json'), 'utf8');
  const later = z.record(z.string(), z.string()).parse(JSON.parse(laterText));
  const run = readCompleteRun(resolve(results, COMPLETE_RUN_FILE));
  const tests = (run?.reports ?? []).flatMap((name) => {
    const report = readReport(resolve(results, name));
    if (report === null) throw new Error(`the report ${name} of the last complete run is gone`);
    return report.tests;
  });
  const findings = assess(requirements, later, tests);
  if (run === null) findings.notices.push('No complete run yet: npm test');
  else if (!tests.some(({ window }) => window)) findings.notices.push('The last run had neither browser nor Electron');
  return findings;
}
