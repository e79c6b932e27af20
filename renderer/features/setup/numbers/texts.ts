import { numberRangeTexts } from '#shared/text/window/number-ranges.ts';
import { i18n } from '../../../plugins/i18n.ts';

/** Brings the texts of the number ranges, which are no part of what the window starts with. */
export function addNumberRangeTexts(): void {
  i18n.global.mergeLocaleMessage('de', { numberRanges: numberRangeTexts.de });
  i18n.global.mergeLocaleMessage('en', { numberRanges: numberRangeTexts.en });
}
