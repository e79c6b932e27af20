import type { Language } from '#shared/domain/template.ts';
import { commonTexts } from './common.ts';
import { customerTexts } from './customers.ts';
import { invoiceTexts } from './invoices.ts';
import { richTextTexts } from './rich-text.ts';
import { setupTexts } from './setup.ts';
import { textBlockTexts } from './text-blocks.ts';

/** All texts of the window in one language, by subject: `common.save`. */
export function windowTexts(language: Language) {
  return {
    common: commonTexts[language],
    customers: customerTexts[language],
    invoices: invoiceTexts[language],
    richText: richTextTexts[language],
    setup: setupTexts[language],
    textBlocks: textBlockTexts[language],
  };
}
