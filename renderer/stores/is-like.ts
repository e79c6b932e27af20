/**
 * Whether a value from outside has the shape of a sample: the same types, and every field of the sample. Where either is
 * null nothing is known of the other, so anything goes; lists are not looked into.
 */
export function isLike(value: unknown, sample: unknown): boolean {
  if (value === null || sample === null) return true;
  if (typeof value !== typeof sample || Array.isArray(value) !== Array.isArray(sample)) return false;
  if (typeof sample !== 'object' || Array.isArray(sample)) return true;
  return Object.entries(sample).every(
    ([name, inner]) => Object.hasOwn(value as object, name) && isLike((value as Record<string, unknown>)[name], inner),
  );
}
