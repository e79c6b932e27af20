import { quickLineTexts } from '#shared/text/window/quick-line.ts';
import { i18n } from '../../../plugins/i18n.ts';

/** Brings the texts of the quick line, which are no part of what the window starts with. */
export function addQuickLineTexts(): void {
  i18n.global.mergeLocaleMessage('de', { quickLine: quickLineTexts.de });
  i18n.global.mergeLocaleMessage('en', { quickLine: quickLineTexts.en });
}
