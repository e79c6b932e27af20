import { isSame } from './is-same.ts';
/** How one field of a form is called and how its value reads. */
export interface FieldView<V> {
  label: string;
  show: (value: V) => string;
}
export type FieldViews<T> = { [K in keyof T]: FieldView<T[K]> };

/** One form three times: as it was opened, as it is typed now, and as somebody else has stored it since. */
export interface ThreeStates<T> {
  base: T;
  mine: T;
  theirs: T;
}

/** A field in which what is typed and what is stored differ, both as text. */
export interface Difference {
  label: string;
  theirs: string;
  mine: string;
  /** Whether the field was changed here; else only the other side changed it. */
  isTouched: boolean;
}

/** What was typed here, and theirs in all fields that nobody touched here. */
export function mergeChanges<T extends object>({ base, mine, theirs }: ThreeStates<T>): T {
  const merged = { ...theirs };
  for (const key of Object.keys(mine) as (keyof T)[]) {
    if (!isSame(mine[key], base[key])) merged[key] = mine[key];
  }
  return merged;
}

/** The fields that differ, in the order of the form. */
export function differencesOf<T extends object>(
  { base, mine, theirs }: ThreeStates<T>,
  views: FieldViews<T>,
): Difference[] {
  const found: Difference[] = [];
  for (const key of Object.keys(views) as (keyof T)[]) {
    if (isSame(mine[key], theirs[key])) continue;
    const { label, show } = views[key];
    found.push({
      label,
      theirs: show(theirs[key]),
      mine: show(mine[key]),
      isTouched: !isSame(mine[key], base[key]),
    });
  }
  return found;
}
