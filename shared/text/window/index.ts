import type { Language } from '#shared/domain/template.ts';
import { commonTexts } from './common.ts';
import { customerTexts } from './customers.ts';
import { invoiceTexts } from './invoices.ts';
import { richTextTexts } from './rich-text.ts';
import { setupTexts } from './setup.ts';
import { staleTexts } from './stale.ts';
import { startTexts } from './start.ts';
import { textBlockTexts } from './text-blocks.ts';
import { workspaceTexts } from './workspace.ts';

/** All texts of the window in one language, by subject: `common.save`. */
export function windowTexts(language: Language) {
  return {
    common: commonTexts[language],
    customers: customerTexts[language],
    invoices: invoiceTexts[language],
    richText: richTextTexts[language],
    setup: setupTexts[language],
    stale: staleTexts[language],
    start: startTexts[language],
    textBlocks: textBlockTexts[language],
    workspace: workspaceTexts[language],
  };
}
