import { getCurrentInstance, inject, provide, ref, type InjectionKey, type Ref } from 'vue';
import { newRequestId } from '../api/index.ts';
import { isLike } from '../stores/is-like.ts';
import { forget, keep, keptKeys, keptValue } from '../stores/workspace.ts';

/** Where the unsaved input of a dialog is kept, and what its view needs to open it again. */
export interface KeptPlace {
  /** Begins with `dialog:`. */
  key: string;
  opener: unknown;
}

/** What is kept of one dialog. */
interface KeptInput {
  /** When it was typed. */
  at: string;
  opener: unknown;
  /** Of the record that the dialog was opened on. */
  revision: number | null;
  /** So that what may have been created before the window was lost is not created twice. */
  requestId: string;
  values: unknown;
  /** What the form had opened with when it was typed. */
  base: unknown;
  /** What stands in fields that cannot be read, by label. */
  texts: Record<string, string>;
}

const SAMPLE: KeptInput = { at: '', opener: null, revision: null, requestId: '', values: {}, base: {}, texts: {} };

function readInput(key: string): KeptInput | null {
  const kept = keptValue(key);
  return kept !== null && isLike(kept, SAMPLE) ? (kept as KeptInput) : null;
}

/** The opener of the newest input whose key begins with this; null when there is none. */
export function keptOpener(prefix: string): { opener: unknown } | null {
  const inputs = keptKeys(prefix).map(readInput);
  const newest = inputs.reduce(
    (best, input) => (input !== null && (best === null || input.at > best.at) ? input : best),
    null,
  );
  return newest === null ? null : { opener: newest.opener };
}

/** The kept side of one form, for the frame and the fields around and in it. */
export interface FormInput {
  place: KeptPlace | null;
  /** When the restored input was typed; '' when nothing was restored. */
  restoredAt: Readonly<Ref<string>>;
  /** Of the record that the values were typed on. */
  revision: Readonly<Ref<number | null>>;
  /** What the form had opened with when the values were typed. */
  base: () => object;
  requestId: () => string;
  renewRequestId: () => void;
  /** The restored text of a field that could not be read, once; null when there is none. */
  takeText: (field: string) => string | null;
  keepTexts: (texts: Record<string, string>) => void;
  /** What is typed from now on is typed on the record as it is now, or as it was stored with this revision. */
  rebase: (stored?: number) => void;
  /** Back to the record as it is now. */
  discard: () => void;
  /** The input is saved or given up. */
  forget: () => void;
}

const formKey: InjectionKey<FormInput> = Symbol('input of the form');

/** For frame and fields: the form that they belong to, if there is one. */
export function useFormInput(): FormInput | null {
  return inject(formKey, null);
}

/** For a dialog that is opened from a field of another one: kept with that one, which is opened first. */
export function usePlaceWithin(name: string): KeptPlace | null {
  const place = useFormInput()?.place ?? null;
  return place && { key: `${place.key}:${name}`, opener: place.opener };
}

interface Options {
  place: KeptPlace | null;
  revision: number | null;
  /** What the form opens with now. */
  start: () => object;
  values: () => object;
  isDirty: () => boolean;
  reset: () => void;
}

/** What was kept of a form's values; null when there is nothing that differs from its start. */
export function restoredValues(place: KeptPlace | null, start: object): object | null {
  const kept = place && readInput(place.key);
  if (!kept || !isLike(kept.values, start)) return null;
  const isDifferent = JSON.stringify(kept.values) !== JSON.stringify(start) || Object.keys(kept.texts).length > 0;
  return isDifferent ? (kept.values as object) : null;
}

/** Keeps what is typed into a form until it is saved or given up; the caller watches and calls `write`. */
export function keepInput(options: Options): FormInput & { write: () => void } {
  const { place, start, values, isDirty, reset } = options;
  const kept = place && restoredValues(place, start()) ? readInput(place.key) : null;
  const restoredAt = ref(kept?.at ?? '');
  let current = options.revision;
  const revision = ref(kept ? kept.revision : current);
  let base = (kept?.base as object | undefined) ?? start();
  let requestId = kept?.requestId ?? newRequestId();
  let texts = kept?.texts ?? {};
  const restoredTexts = { ...texts };
  // What is there and cannot be restored, or is stored already, would come up again and again.
  if (place && !kept) keep(place.key, null);

  function write(): void {
    if (!place) return;
    const hasInput = isDirty() || Object.keys(texts).length > 0;
    const input = { opener: place.opener, revision: revision.value, requestId, values: values(), base, texts };
    keep(place.key, hasInput ? ({ at: new Date().toISOString(), ...input } satisfies KeptInput) : null);
    if (!hasInput) restoredAt.value = '';
  }

  const input: FormInput = {
    place,
    restoredAt,
    revision,
    base: () => base,
    requestId: () => requestId,
    renewRequestId: () => (requestId = newRequestId()),
    takeText: (field) => {
      const text = restoredTexts[field] ?? null;
      delete restoredTexts[field];
      return text;
    },
    keepTexts: (next) => {
      if (JSON.stringify(next) === JSON.stringify(texts)) return;
      texts = next;
      write();
    },
    rebase: (stored) => {
      current = stored ?? current;
      revision.value = current;
      base = start();
    },
    discard: () => {
      reset();
      texts = {};
      write();
    },
    forget: () => {
      restoredAt.value = '';
      if (place) forget(place.key);
    },
  };
  // Also without a place, so that fields do not take the form around their dialog for theirs.
  if (getCurrentInstance()) provide(formKey, input);
  return { ...input, write };
}
