import { fieldName } from '#shared/text/index.ts';
import { currentLanguage } from '../stores/failure.ts';

/** The label of a field: the same words as in the sentences about it, with a capital. */
export function fieldLabel(path: string): string {
  const name = fieldName(path, currentLanguage());
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Says what is wrong with a field of a form; `useForm` makes one. */
export type ErrorsOf = (field: string) => string[];

/** Label and errors of a Vuetify field, for `v-bind`. */
export function textField(path: string, errorsOf: ErrorsOf): { label: string; errorMessages: string[] } {
  return { label: fieldLabel(path), errorMessages: errorsOf(path) };
}

/** Label and errors of a number, amount or day, for `v-bind`. */
export function ownField(path: string, errorsOf: ErrorsOf): { label: string; errors: string[] } {
  return { label: fieldLabel(path), errors: errorsOf(path) };
}
