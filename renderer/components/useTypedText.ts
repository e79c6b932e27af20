import { computed, ref, watch, type Ref } from 'vue';
import { useFormInput } from './kept-input.ts';
import { registerReadableField } from './readable-fields.ts';

/** What a typed text means: a value, or a sentence that asks back. */
export type Reading<T> = { ok: true; value: T } | { ok: false; sentence: string };

interface TypedTextOptions<T> {
  /** The label of the field. */
  name: () => string;
  model: Ref<T>;
  /** The value of an empty field; also what the model holds while the text cannot be read. */
  empty: T;
  read: (text: string) => Reading<T>;
  write: (value: T) => string;
  focus: () => void;
}

export interface TypedText {
  text: Ref<string>;
  /** Why the text cannot be read; only after the field was left, so that nobody is corrected while typing. */
  sentence: Readonly<Ref<string>>;
  /** The field was left, or Enter was pressed: shows the value as it is written properly, or asks back. */
  settle: () => void;
}

/** The text of a field beside its value: every keystroke that can be read reaches the value, the text stays as typed. */
export function useTypedText<T>({ name, model, empty, read, write, focus }: TypedTextOptions<T>): TypedText {
  const text = ref(useFormInput()?.takeText(name()) ?? write(model.value));
  const isSettled = ref(true);
  const reading = computed(() => read(text.value));

  // At once, so that who saves with the next key finds what was typed.
  watch(
    text,
    () => {
      isSettled.value = false;
      const value = reading.value.ok ? reading.value.value : empty;
      if (value !== model.value) model.value = value;
    },
    { flush: 'sync' },
  );
  watch(model, (value) => {
    const typed = reading.value.ok ? reading.value.value : empty;
    if (value !== typed) text.value = write(value);
  });
  registerReadableField({
    name,
    text: () => text.value,
    isReadable: () => reading.value.ok,
    focus: () => {
      isSettled.value = true;
      focus();
    },
    restore: () => {
      text.value = write(model.value);
    },
  });

  return {
    text,
    sentence: computed(() => (isSettled.value && !reading.value.ok ? reading.value.sentence : '')),
    settle: () => {
      if (reading.value.ok) text.value = write(reading.value.value);
      isSettled.value = true;
    },
  };
}
