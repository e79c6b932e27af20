import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { JournalPosition } from '../../../electron/host/journal/service.ts';
import { CRASH_POINTS, type CrashPoint } from '../../../electron/host/store/crash-point.ts';
import { builtWork } from './built-work.ts';
import { spawnChild, type Child } from './processes.ts';
import { seededRandom } from './random.ts';
import { makeOffice, reopen } from './reopened.ts';
import { ACTIONS, manySteps, wayTo, type Begun, type Call, type Done, type Killed, type Order } from './work.ts';

/** How often each named point is hit when there are kills enough. */
export const HITS_PER_POINT = 20;
/** At most so much of all kills at named points; the rest comes at random moments. */
const AT_POINTS = 0.8;
/** A new file begins after so many, so that looking at all of it stays quick. */
const KILLS_PER_OFFICE = 50;
/** Longest time from a random word of the process to its end, in milliseconds: some steps take it, most do not. */
const LONGEST_WAIT = 25;

export interface KillCounts {
  kills: number;
  /** By step and point: `cancel document:files`. */
  points: Record<string, number>;
  random: number;
  acknowledged: number;
  /** Calls that were under way and found done as a whole, or not at all. */
  done: number;
  undone: number;
  repeated: number;
  problems: string[];
}

interface Place {
  killed: Killed;
  point: CrashPoint;
}
const PLACES: Place[] = (Object.keys(CRASH_POINTS) as Killed[]).flatMap((killed) =>
  CRASH_POINTS[killed].map((point) => ({ killed, point })),
);

/**
 * Kills a process that works on invoices, at each named point and at random moments, and opens its file again each time:
 * the state must be the last acknowledged one, or that with the call under way done as a whole; the next process repeats
 * that call and must find it done exactly once (F2.3).
 */
export async function runKills(kills: number, folder: string, seed: number): Promise<KillCounts> {
  const random = seededRandom(seed);
  const built = await builtWork();
  const named = Math.min(Math.floor(kills * AT_POINTS), PLACES.length * HITS_PER_POINT);
  const first = random.below(PLACES.length);
  const counts: KillCounts = {
    ...{ kills: 0, points: {}, random: 0, acknowledged: 0, done: 0, undone: 0, repeated: 0, problems: [] },
  };
  let office = { file: '', head: { sequence: 0, hash: '' }, repeat: null as Call | null, isDone: false };
  // The next process loads while the one before works.
  let next = spawnChild('work', [], { built });
  try {
    for (let run = 0; run < kills; run += 1) {
      if (run % KILLS_PER_OFFICE === 0) {
        const file = join(folder, `office-${run}.kontor`);
        office = { file, head: await makeOffice(file), repeat: null, isDone: false };
      }
      const child = next;
      next = spawnChild('work', [], { built });
      const place = run < named ? (PLACES[(first + run) % PLACES.length] ?? null) : null;
      const steps = place ? wayTo(place.killed, place.point, random) : manySteps(random);
      const { file, head, repeat, isDone } = office;
      await killWork(child, { file, run, repeat, steps, point: place?.point ?? null }, random);

      const told = follow(child, { head, repeat, isDone });
      const isLast = run === kills - 1 || (run + 1) % KILLS_PER_OFFICE === 0;
      const found = await reopen(file, told.head, isLast ? Infinity : 5);
      const state = stateAfter(told, found.after);
      counts.kills += 1;
      counts.acknowledged += told.acknowledged;
      counts.repeated += repeat ? 1 : 0;
      if (place) counts.points[nameOf(place)] = (counts.points[nameOf(place)] ?? 0) + 1;
      else counts.random += 1;
      if (told.doing) counts[state.isDone ? 'done' : 'undone'] += 1;
      const problems = [
        ...told.problems,
        ...found.problems,
        ...state.problems,
        ...wrongPlace(place, told, state.isDone),
      ];
      counts.problems.push(...problems.map((text) => `kill ${run} (${place ? nameOf(place) : 'random'}): ${text}`));
      office = { file, head: found.head, repeat: told.doing, isDone: state.isDone };
    }
  } finally {
    await next.kill();
  }
  return counts;
}

function nameOf({ killed, point }: Place): string {
  return `${killed} ${point}`;
}

async function killWork(child: Child, order: Order, random: ReturnType<typeof seededRandom>): Promise<void> {
  await child.next();
  child.tell(order);
  if (order.point) {
    await child.end();
    return;
  }
  for (let words = 1 + random.below(12); words > 0; words -= 1) await child.next();
  await pause(random.below(LONGEST_WAIT));
  await child.kill();
}

/** What is known before a process, and after it from what it said. */
interface Told {
  head: JournalPosition;
  /** The call that it began and did not end. */
  doing: Call | null;
  /** Whether that call was found done before it was repeated. */
  wasDone: boolean;
  acknowledged: number;
  problems: string[];
}

function follow(child: Child, before: { head: JournalPosition; repeat: Call | null; isDone: boolean }): Told {
  const told: Told = { head: before.head, doing: null, wasDone: false, acknowledged: 0, problems: [] };
  let repeat = before.repeat;
  for (const line of child.said.slice(1) as (Begun | Done)[]) {
    if ('doing' in line) {
      told.doing = line.doing;
      told.wasDone = repeat !== null && before.isDone;
      repeat = null;
      continue;
    }
    const growth = line.head.sequence - told.head.sequence;
    const lengths = told.wasDone ? [0] : ACTIONS[line.done].map((actions) => actions.length);
    if (!lengths.includes(growth)) told.problems.push(`${line.done} added ${growth} entries to the journal`);
    if (line.refused !== null && !told.wasDone) told.problems.push(`${line.done} was refused: ${line.refused}`);
    Object.assign(told, { head: line.head, doing: null, wasDone: false, acknowledged: told.acknowledged + 1 });
  }
  return told;
}

/** Whether the call under way is done as a whole; anything in between is a problem, and so is a lost acknowledged one. */
function stateAfter({ doing, wasDone }: Told, after: { action: string }[]): { isDone: boolean; problems: string[] } {
  const actions = after.map(({ action }) => action).join();
  if (actions === '') return { isDone: wasDone, problems: [] };
  const isWhole = doing !== null && !wasDone && ACTIONS[doing.step].some((expected) => expected.join() === actions);
  const problems = isWhole ? [] : [`${doing?.step ?? 'nothing'} was under way, the journal has ${actions}`];
  return { isDone: isWhole, problems };
}

/** The process must have ended at its point, and only the last point lies behind the commit. */
function wrongPlace(place: Place | null, { doing }: Told, isDone: boolean): string[] {
  if (!place) return [];
  if (doing === null) return ['the point was not reached'];
  return isDone === (place.point === 'store:committed') ? [] : [isDone ? 'done too early' : 'not done'];
}
