/** The fields of a partial input that are there. */
export type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Drops fields that are present but undefined, so that a spread over a record does not erase what it had. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
