import type { Language } from '#shared/domain/template.ts';
import { commandTexts } from './commands.ts';
import { commonTexts } from './common.ts';
import { customerTexts } from './customers.ts';
import { invoiceTexts } from './invoices.ts';
import { quickLineTexts } from './quick-line.ts';
import { setupTexts } from './setup.ts';

/** All texts of the window in one language, by subject: `common.save`. */
export function windowTexts(language: Language) {
  return {
    commands: commandTexts[language],
    common: commonTexts[language],
    customers: customerTexts[language],
    invoices: invoiceTexts[language],
    quickLine: quickLineTexts[language],
    setup: setupTexts[language],
  };
}
