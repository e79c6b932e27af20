import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { JournalPosition } from '../../../electron/host/journal/service.ts';
import { builtWork } from './built-work.ts';
import { spawnChild, type Child } from './processes.ts';
import { seededRandom } from './random.ts';
import { makeOffice, reopen } from './reopened.ts';
import { readWal, type WalState } from './wal.ts';
import { manySteps, type Begun, type Done } from './work.ts';

/** Copies of one process, and files cut from one copy. */
const COPIES = 10;
const CUTS = 5;
/** SQLite writes the log back into the file from here on; what lies before may then no longer be cut off. */
const CHECKPOINT_FRAMES = 1000;
/** Longest time between two copies, in milliseconds: only to spread them. */
const LONGEST_WAIT = 15;
/** Most bytes of nonsense behind a cut: a sector that was never written whole. */
const TORN = 600;

export interface CutCounts {
  cuts: number;
  /** Cut behind the last commit: nothing acknowledged may be missing. */
  tail: number;
  /** Cut before it: the state must be an earlier acknowledged one, and only what was cut off may be missing. */
  middle: number;
  problems: string[];
}

/** A file and its log as they were at one moment. */
interface Copy {
  file: Buffer;
  log: Buffer;
  /** Lines that the process had said by then. */
  said: number;
}

type Random = ReturnType<typeof seededRandom>;

/**
 * Power loss: file and log are copied while the process is frozen at a random moment, the log is cut at a random byte, with
 * nonsense behind it every other time, and the pair is opened as after the next start (F2.3).
 */
export async function runCuts(cuts: number, folder: string, seed: number): Promise<CutCounts> {
  const random = seededRandom(seed);
  const counts: CutCounts = { cuts: 0, tail: 0, middle: 0, problems: [] };
  const built = await builtWork();
  for (let round = 0; counts.cuts < cuts; round += 1) {
    const file = join(folder, `cut-${round}.kontor`);
    const start = await makeOffice(file);
    const child = spawnChild('work', [], { built });
    await child.next();
    child.tell({ file, run: round, repeat: null, steps: manySteps(random), point: null });
    const copies: Copy[] = [];
    while (copies.length < COPIES && counts.cuts + copies.length * CUTS < cuts) {
      copies.push(await copyFrozen(child, file, random));
    }
    // What was under way in the last copy is acknowledged too by then; older words may still wait to be read.
    const heard = (copies.at(-1)?.said ?? 0) + 3;
    while (child.said.length < heard) await child.next();
    await child.kill();
    const heads = [
      start,
      ...(child.said.slice(1) as (Begun | Done)[]).flatMap((line) => ('head' in line ? line.head : [])),
    ];
    for (const copy of copies) await cutCopy(copy, { heads, said: child.said, folder, random, cuts }, counts);
  }
  return counts;
}

async function copyFrozen(child: Child, file: string, random: Random): Promise<Copy> {
  for (let words = 1 + random.below(6); words > 0; words -= 1) await child.next();
  await pause(random.below(LONGEST_WAIT));
  const pid = child.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  while (!spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.startsWith('T'));
  // What it has said is on its way for a moment; too little read only makes the test milder.
  await pause(LONGEST_WAIT);
  const log = `${file}-wal`;
  const copy = { file: readFileSync(file), log: existsSync(log) ? readFileSync(log) : Buffer.alloc(0) };
  process.kill(pid, 'SIGCONT');
  return { ...copy, said: child.said.length };
}

interface Known {
  /** Where the journal ended, acknowledged call by call. */
  heads: JournalPosition[];
  said: unknown[];
  folder: string;
  random: Random;
  cuts: number;
}

async function cutCopy({ file, log, said }: Copy, known: Known, counts: CutCounts): Promise<void> {
  const { heads, folder, random } = known;
  const state = readWal(log);
  const acknowledged = (known.said.slice(1, said) as (Begun | Done)[]).filter((line) => 'head' in line).length;
  for (let index = 0; index < CUTS && counts.cuts < known.cuts; index += 1) {
    const place = placeToCut(log, state, index, random);
    const target = join(folder, 'reopened.kontor');
    writeFileSync(target, file);
    writeFileSync(`${target}-wal`, Buffer.concat([log.subarray(0, place), nonsense(index, random)]));
    const lost = state.commits.filter((end) => end > place).length;
    const { head, problems } = await reopen(target, heads[0] ?? { sequence: 0, hash: '' });
    const reached = heads.findIndex(({ sequence, hash }) => sequence === head.sequence && hash === head.hash);
    const all = [
      ...problems,
      ...(reached < 0 ? [`the journal ends at ${head.sequence}, which was never acknowledged`] : []),
      ...(reached >= 0 && reached < acknowledged - lost
        ? [`${acknowledged - lost - reached} acknowledged calls are gone`]
        : []),
    ];
    counts.cuts += 1;
    counts[lost === 0 ? 'tail' : 'middle'] += 1;
    counts.problems.push(...all.map((text) => `cut ${counts.cuts} at byte ${place} of ${log.length}: ${text}`));
    for (const name of [target, `${target}-wal`]) rmSync(name, { force: true });
  }
}

/** Every other cut lies behind the last commit, where nothing acknowledged can be lost. */
function placeToCut(log: Buffer, { frames, commits }: WalState, index: number, random: Random): number {
  const end = commits.at(-1) ?? 0;
  const isWrittenBack = frames >= CHECKPOINT_FRAMES;
  return index % 2 === 0 || isWrittenBack ? end + random.below(log.length - end + 1) : random.below(end + 1);
}

function nonsense(index: number, random: Random): Buffer {
  return index % 2 === 0
    ? Buffer.alloc(0)
    : Buffer.from(Array.from({ length: random.below(TORN) }, () => random.below(256)));
}
