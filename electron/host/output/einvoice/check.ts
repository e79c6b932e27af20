import type { EInvoice } from './model.ts';
import type { Finding } from './rules/finding.ts';
import { checkHeader } from './rules/header.ts';
import { checkLines } from './rules/lines.ts';
import { checkParties } from './rules/parties.ts';
import { checkSums } from './rules/sums.ts';
import { checkTexts } from './rules/texts.ts';
import { checkVat } from './rules/vat.ts';

/**
 * Kontor's own check by the rules of EN 16931 (1.3.15) and XRechnung (3.0.2), as far as its data can break them: without an
 * error here the official rules accept the file, and what they would reject has an error here that names the field.
 * Rules with the same cause are reported once, under the id that says best what is missing.
 */
export function checkEInvoice(invoice: EInvoice): Finding[] {
  return [checkHeader, checkParties, checkLines, checkVat, checkSums, checkTexts].flatMap((check) => check(invoice));
}
