import { afterAll, expect, test } from 'vitest';
import { CRASH_POINTS } from '../../electron/host/store/crash-point.ts';
import { removeBuiltWork } from './builders/built-work.ts';
import { runCuts } from './builders/cuts.ts';
import { HITS_PER_POINT, runKills } from './builders/kills.ts';
import { testFolder } from './builders/store.ts';

/** `npm run crash` does as many as wanted. */
const [KILLS, CUTS] = process.env['KONTOR_LONG'] === '1' ? [250, 500] : [25, 50];
/** Another one each day: what is never tried is never found. */
const SEED = Math.floor(Date.now() / 86_400_000);
const TIME_LIMIT = 60_000;

afterAll(removeBuiltWork);

test(
  `[F2.3] ${KILLS} kills, at the named points and at random: the state is an acknowledged one, a repeated call is done once`,
  async () => {
    const counts = await runKills(KILLS, testFolder(), SEED);
    expect({ SEED, problems: counts.problems }).toEqual({ SEED, problems: [] });
    expect(counts).toMatchObject({ kills: KILLS });
    expect(counts.acknowledged).toBeGreaterThan(KILLS);
    expect(Object.values(counts.points).reduce((sum, hits) => sum + hits, 0)).toBe(KILLS - counts.random);
  },
  TIME_LIMIT + KILLS * 4_000,
);

test(
  `[F2.3] power lost, ${CUTS} files cut: the state is an acknowledged one, and nothing is missing that was on the disk`,
  async () => {
    const counts = await runCuts(CUTS, testFolder(), SEED);
    expect({ SEED, problems: counts.problems }).toEqual({ SEED, problems: [] });
    expect(counts.cuts).toBe(CUTS);
    expect(Math.min(counts.tail, counts.middle)).toBeGreaterThan(0);
  },
  TIME_LIMIT + CUTS * 1_000,
);

test('1,000 kills are enough to hit each named point twenty times', () => {
  const points = Object.values(CRASH_POINTS).flat().length;
  expect(points * HITS_PER_POINT).toBeLessThanOrEqual(800);
});
