/** Measures cases against their peers, round by round in turn, and compares the ratio with the goal. */
import { z } from 'zod';

/** One comparison. Both sides do equal work, which `prove` shows before anything is measured. */
export interface BenchCase {
  case: string;
  /** The peer, like `pdfkit with shared fonts`. */
  against: string;
  /** Of the figures that `ours` and `peer` return, like `ms` or `MB`. */
  unit: string;
  /** Key in tests/bench/goals.json. */
  goalId: string;
  /**
   * Throws when the two sides do not produce the same content. May return what it found out, for the name of the case:
   * which of several combinations is the worst and therefore measured.
   */
  prove: () => Promise<string | void> | string | void;
  /** Does the work of one round and returns its figure; round 0 is the warm-up and is not counted. */
  ours: (round: number) => Promise<number> | number;
  peer: (round: number) => Promise<number> | number;
  /** Gives back what `prove` opened; called whatever happened. */
  close?: () => Promise<void> | void;
}

export interface BenchRow {
  case: string;
  against: string;
  unit: string;
  /** Of our figures, as are `min` and `max`. */
  median: number;
  min: number;
  max: number;
  /** Median of ours / median of the peer's: below 1 is better than the peer. */
  ratio: number;
  /** The highest ratio that is good enough. */
  goal: number;
  met: boolean;
}

/** The rounds that count. */
const ROUNDS = 5;

const GoalsFile = z.strictObject({
  note: z.string(),
  /** Highest ratio by goal id. */
  goals: z.record(z.string(), z.number().positive()),
});

/** Reads the text of tests/bench/goals.json; throws when it is not what it must be. */
export function parseGoals(text: string): Record<string, number> {
  return GoalsFile.parse(JSON.parse(text)).goals;
}

/** Milliseconds that the work takes: what most cases return from `ours` and `peer`. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The middle of an odd number of figures, the mean of the two middle ones of an even number. */
export function median(figures: number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('no figures');
  return (lower + upper) / 2;
}

/** Proves, warms up and measures one case; throws when the proof fails or the goal is not there. */
export async function measure(bench: BenchCase, goals: Record<string, number>): Promise<BenchRow> {
  const goal = goals[bench.goalId];
  if (goal === undefined) throw new Error(`goals.json has no goal ${bench.goalId}`);
  try {
    const remark = await bench.prove();
    const { ours, peers } = await measureRounds(bench);
    const ratio = median(ours) / median(peers);
    const { against, unit } = bench;
    const name = [bench.case, remark].filter(Boolean).join(', ');
    const figures = { median: median(ours), min: Math.min(...ours), max: Math.max(...ours) };
    return { case: name, against, unit, ...figures, ratio, goal, met: ratio <= goal };
  } finally {
    await bench.close?.();
  }
}

async function measureRounds(bench: BenchCase): Promise<{ ours: number[]; peers: number[] }> {
  const ours: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    // In turn, so that a busy moment of the machine hits both.
    const own = await bench.ours(round);
    const peer = await bench.peer(round);
    if (round === 0) continue;
    ours.push(own);
    peers.push(peer);
  }
  return { ours, peers };
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The rows as a table for docs/benchmarks.md. */
export function toMarkdown(rows: BenchRow[]): string {
  const lines = rows.map((row) => {
    const figures = [row.median, row.min, row.max].map(figure);
    const cells = [
      row.case,
      row.against,
      row.unit,
      ...figures,
      figure(row.ratio),
      String(row.goal),
      row.met ? 'yes' : 'NO',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = [
    '| case | against | unit | median | min | max | ratio | goal | met |',
    '|---|---|---|--:|--:|--:|--:|--:|---|',
  ];
  return [...head, ...lines].join('\n');
}
