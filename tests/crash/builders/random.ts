/** Random numbers that are the same in every run (mulberry32): a failure can be looked at again. */
export function seededRandom(seed: number): { below: (limit: number) => number; pick: <T>(from: readonly T[]) => T } {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit;
  };
  const pick = <T>(from: readonly T[]): T => {
    const index = Math.floor(below(from.length));
    if (index >= from.length) throw new Error('there is nothing to pick from');
    return from[index] as T;
  };
  return { below: (limit) => Math.floor(below(limit)), pick };
}
