/** Reads a write-ahead log as SQLite does after a power cut (https://www.sqlite.org/fileformat2.html#walformat). */

const HEADER = 32;
const FRAME_HEADER = 24;

export interface WalState {
  frames: number;
  /** Where each committed transaction ends, in bytes. */
  commits: number[];
}

/** The frames that SQLite would believe: of this generation of the log, with the checksums that follow from those before. */
export function readWal(log: Buffer): WalState {
  const state: WalState = { frames: 0, commits: [] };
  if (log.length < HEADER) return state;
  const isBigEndian = (log.readUInt32BE(0) & 1) === 1;
  const pageSize = log.readUInt32BE(8);
  const salts = log.subarray(16, 24);
  let sums = checksum(log.subarray(0, 24), [0, 0], isBigEndian);
  if (!isSame(log, 24, sums)) return state;
  for (let at = HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
    if (!log.subarray(at + 8, at + 16).equals(salts)) break;
    sums = checksum(log.subarray(at, at + 8), sums, isBigEndian);
    sums = checksum(log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize), sums, isBigEndian);
    if (!isSame(log, at + 16, sums)) break;
    state.frames += 1;
    if (log.readUInt32BE(at + 4) !== 0) state.commits.push(at + FRAME_HEADER + pageSize);
  }
  return state;
}

type Sums = [number, number];

function checksum(bytes: Buffer, [first, second]: Sums, isBigEndian: boolean): Sums {
  let [one, other] = [first, second];
  const word = (at: number): number => (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + word(at) + other) >>> 0;
    other = (other + word(at + 4) + one) >>> 0;
  }
  return [one, other];
}

function isSame(log: Buffer, at: number, [one, other]: Sums): boolean {
  return log.readUInt32BE(at) === one && log.readUInt32BE(at + 4) === other;
}
