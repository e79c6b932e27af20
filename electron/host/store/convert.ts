/** What SQLite has no type for, as repositories write and read it. */

/** Yes and no in an INTEGER column. */
export const flag = {
  to: (value: boolean): number => (value ? 1 : 0),
  from: (value: number): boolean => value === 1,
};
