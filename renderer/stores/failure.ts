import { defineStore } from 'pinia';
import { ref } from 'vue';
import { CallError } from '#shared/contract/errors.ts';
import type { Language } from '#shared/domain/template.ts';
import { i18n } from '../plugins/i18n.ts';

/** The language that the window shows. */
export function currentLanguage(): Language {
  return i18n.global.locale.value === 'en' ? 'en' : 'de';
}

/** What the host refused last and no field can show; '' when there is nothing to say. */
export const useFailureStore = defineStore('failure', () => {
  const text = ref('');

  /** Shows an error as a sentence; a defect of the window itself is thrown on, so that it reaches the console. */
  function show(error: unknown): void {
    if (!(error instanceof CallError)) throw error;
    // The banner of `ConnectionBanner` says so, once for all calls.
    if (error.code === 'disconnected') return;
    // Loaded with the first refusal: the sentences are no part of what the window starts with.
    void import('#shared/text/index.ts').then(({ errorSentence }) => {
      text.value = errorSentence(error.code, error.details, currentLanguage());
    });
  }

  function clear(): void {
    text.value = '';
  }

  return { text, show, clear };
});
