import { inject, onBeforeUnmount, provide, shallowReactive, type InjectionKey } from 'vue';

/** A field whose text has to be understood before it is a value: a number, an amount, a day. */
export interface ReadableField {
  /** Its label, by which it is known in its form. */
  name: () => string;
  text: () => string;
  /** False while the text in it cannot be read. */
  isReadable: () => boolean;
  focus: () => void;
  /** Shows its value again instead of what was typed ("Zurücksetzen"). */
  restore: () => void;
}

export interface ReadableFields {
  hasUnreadable: () => boolean;
  /** What stands in the fields that cannot be read, by name. */
  unreadableTexts: () => Record<string, string>;
  /** Puts the focus into the first field that cannot be read; false when there is none. */
  focusUnreadable: () => boolean;
  restore: () => void;
}

const key: InjectionKey<Set<ReadableField>> = Symbol('readable fields');

/** For a form or dialog: what cannot be read in one of its fields must not be saved as if the field were empty. */
export function provideReadableFields(): ReadableFields {
  const fields = shallowReactive(new Set<ReadableField>());
  provide(key, fields);
  const firstUnreadable = (): ReadableField | undefined => [...fields].find((field) => !field.isReadable());
  return {
    hasUnreadable: () => firstUnreadable() !== undefined,
    unreadableTexts: () => {
      const unreadable = [...fields].filter((field) => !field.isReadable());
      return Object.fromEntries(unreadable.map((field) => [field.name(), field.text()]));
    },
    focusUnreadable: () => {
      const field = firstUnreadable();
      field?.focus();
      return field !== undefined;
    },
    restore: () => {
      for (const field of fields) field.restore();
    },
  };
}

/** For a field: makes itself known to the form around it, if there is one. */
export function registerReadableField(field: ReadableField): void {
  const fields = inject(key, null);
  if (fields === null) return;
  fields.add(field);
  onBeforeUnmount(() => fields.delete(field));
}
