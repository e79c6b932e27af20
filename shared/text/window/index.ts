import type { Language } from '#shared/domain/template.ts';
import { commandTexts } from './commands.ts';
import { commonTexts } from './common.ts';
import { customerTexts } from './customers.ts';
import { invoiceListTexts } from './invoice-list.ts';
import { invoiceTexts } from './invoices.ts';
import { richTextTexts } from './rich-text.ts';
import { setupTexts } from './setup.ts';
import { staleTexts } from './stale.ts';
import { startTexts } from './start.ts';
import { textBlockTexts } from './text-blocks.ts';
import { workspaceTexts } from './workspace.ts';

/**
 * The texts that the window starts with in one language, by subject: `common.save`. A feature that is loaded later brings its
 * own (quick-line.ts).
 */
export function windowTexts(language: Language) {
  return {
    commands: commandTexts[language],
    common: commonTexts[language],
    customers: customerTexts[language],
    invoiceList: invoiceListTexts[language],
    invoices: invoiceTexts[language],
    richText: richTextTexts[language],
    setup: setupTexts[language],
    stale: staleTexts[language],
    start: startTexts[language],
    textBlocks: textBlockTexts[language],
    workspace: workspaceTexts[language],
  };
}
