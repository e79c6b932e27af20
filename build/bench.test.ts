import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { BenchCase } from './lib/bench.ts';
import { measure, median, parseGoals, timed, toMarkdown } from './lib/bench.ts';
import { ROOT } from './lib/root.ts';

/** A case whose sides return these figures round by round, the warm-up first. */
function caseOf(ours: number[], peer: number[], more: Partial<BenchCase> = {}): BenchCase {
  const side = (figures: number[]) => (round: number) => figures[round] ?? Number.NaN;
  const sides = { ours: side(ours), peer: side(peer) };
  return { case: 'pdf', against: 'pdfkit', unit: 'ms', goalId: 'pdf', prove: () => {}, ...sides, ...more };
}

test('the median of odd and even numbers of figures', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow();
});

test('compares medians and leaves the warm-up out', async () => {
  const row = await measure(caseOf([900, 3, 1, 2, 5, 4], [1, 10, 10, 10, 10, 10]), { pdf: 0.5 });
  expect(row).toMatchObject({ median: 3, min: 1, max: 5, ratio: 0.3, goal: 0.5, met: true });
});

test('a ratio above the goal is not met, one at the goal is', async () => {
  const sides: [number[], number[]] = [Array<number>(6).fill(6), Array<number>(6).fill(10)];
  expect((await measure(caseOf(...sides), { pdf: 0.5 })).met).toBe(false);
  expect((await measure(caseOf(...sides), { pdf: 0.6 })).met).toBe(true);
});

test('rounds go in turn and only after the proof', async () => {
  const calls: string[] = [];
  const note = (side: string) => (round: number) => calls.push(`${side}${round}`);
  await measure(caseOf([], [], { prove: () => void calls.push('prove'), ours: note('a'), peer: note('b') }), {
    pdf: 1,
  });
  expect(calls.join(' ')).toBe('prove a0 b0 a1 b1 a2 b2 a3 b3 a4 b4 a5 b5');
});

test('nothing is measured without a proof or a goal', async () => {
  const differs = () => Promise.reject(new Error('contents differ'));
  await expect(measure(caseOf([1], [1], { prove: differs }), { pdf: 1 })).rejects.toThrow('contents differ');
  await expect(measure(caseOf([1], [1]), {})).rejects.toThrow('no goal pdf');
});

test('what the proof found out stands behind the name', async () => {
  const row = await measure(caseOf([1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], { prove: () => 'worst: page 7' }), {
    pdf: 1,
  });
  expect(row.case).toBe('pdf, worst: page 7');
});

test('a case is closed at its end, also after a failed proof', async () => {
  const closed: string[] = [];
  const figures = Array<number>(6).fill(1);
  await measure(caseOf(figures, figures, { close: () => void closed.push('measured') }), { pdf: 1 });
  const differs = () => Promise.reject(new Error('contents differ'));
  const failing = caseOf(figures, figures, { prove: differs, close: () => void closed.push('failed') });
  await expect(measure(failing, { pdf: 1 })).rejects.toThrow('contents differ');
  expect(closed).toEqual(['measured', 'failed']);
});

test('the table shows what was missed', async () => {
  const table = toMarkdown([await measure(caseOf(Array<number>(6).fill(250), Array<number>(6).fill(100)), { pdf: 2 })]);
  expect(table.split('\n')[2]).toBe('| pdf | pdfkit | ms | 250 | 250 | 250 | 2.50 | 2 | NO |');
});

test('timed gives milliseconds', async () => {
  const wait = await timed(() => new Promise((done) => setTimeout(done, 20)));
  expect(wait).toBeGreaterThan(15);
});

test('the goals of the project can be read', () => {
  const goals = parseGoals(readFileSync(resolve(ROOT, 'tests/bench/goals.json'), 'utf8'));
  expect(Object.keys(goals).length).toBeGreaterThan(0);
  expect(() => parseGoals('{"goals": {"pdf": 0}}')).toThrow();
});
