import { PLACEHOLDER_NAMES } from '#shared/domain/placeholders.ts';
import { PLACEHOLDER_TEXTS, placeholderMark } from '#shared/text/placeholders.ts';
import type { Language } from '#shared/domain/template.ts';

/** A placeholder that may be inserted: what people call it, and what it stands for here. */
export interface PlaceholderChoice {
  name: string;
  label: string;
  /** Null: no document at hand, so the name stands for it. '': it has no value here. */
  value: string | null;
}

/** How one placeholder is shown: its value, or amber with its name, but never raw (A6.7). */
export interface PlaceholderLook {
  text: string;
  title: string;
  state: 'value' | 'name' | 'empty' | 'unknown';
}

export function placeholderLook(name: string, choices: readonly PlaceholderChoice[]): PlaceholderLook {
  const choice = choices.find((each) => each.name === name);
  if (choice === undefined) return { text: name, title: name, state: 'unknown' };
  const { label, value } = choice;
  if (value === null) return { text: label, title: label, state: 'name' };
  return value === '' ? { text: label, title: label, state: 'empty' } : { text: value, title: label, state: 'value' };
}

/** All placeholders with their names; `values` are those of one document, null where there is none at hand. */
export function placeholderChoices(
  language: Language,
  values: ReadonlyMap<string, string> | null,
): PlaceholderChoice[] {
  return PLACEHOLDER_NAMES.map((name) => {
    const label = PLACEHOLDER_TEXTS[language][name];
    return {
      name,
      label: label.charAt(0).toUpperCase() + label.slice(1),
      value: values === null ? null : (values.get(name) ?? ''),
    };
  });
}

/** The beginning of a text, for lists: placeholders by their names in brackets. */
export function withMarks(plain: string, language: Language): string {
  return plain.replaceAll(/\{([A-Za-z][A-Za-z0-9]{0,49})\}/g, (_, name: string) => placeholderMark(name, language));
}
