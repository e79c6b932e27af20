import { divideRounded } from '#shared/domain/decimal.ts';
import type { DocumentAllowance, EInvoice, InvoiceLine, LineAllowance } from '../model.ts';
import { error, unless, warning } from './finding.ts';
import type { Finding } from './finding.ts';

/** Cents by which amounts may differ from their formula (PEPPOL-EN16931-R040, R120). */
const SLACK = 2n;

/** BG-25 with BG-27, and BG-20: each on its own, without the sums over them. */
export function checkLines({ lines, allowances }: EInvoice): Finding[] {
  return [
    ...unless(lines.length > 0, error('BR-16', 'entries')),
    ...lines.flatMap(checkLine),
    ...allowances.flatMap(checkDocumentAllowance),
  ];
}

function checkLine(line: InvoiceLine): Finding[] {
  const field = `entries.${line.source}`;
  const taken = BigInt(line.allowance?.amount ?? 0);
  const product = divideRounded(BigInt(line.quantity) * BigInt(line.price), 1_000_000n);
  return [
    ...unless(line.id !== '', error('BR-21', field)),
    ...unless(line.name !== '', error('BR-25', `${field}.title`)),
    ...unless(line.price >= 0, error('BR-27', `${field}.unitPrice`)),
    ...unless(near(BigInt(line.net), product - taken), warning('PEPPOL-EN16931-R120', `${field}.quantity`)),
    ...(line.allowance === null ? [] : checkAllowance(line.allowance, `${field}.discount`, 'BR-CO-23')),
  ];
}

function checkDocumentAllowance(allowance: DocumentAllowance): Finding[] {
  return checkAllowance(allowance, `allowances.${allowance.source}.name`, 'BR-CO-21');
}

function checkAllowance({ amount, percentage, reason }: LineAllowance, field: string, reasonRule: string): Finding[] {
  const exact =
    percentage === null ? null : divideRounded(BigInt(percentage.base) * BigInt(percentage.percent), 10_000n);
  return [
    ...unless(reason !== '', error(reasonRule, field)),
    ...unless(exact === null || near(BigInt(amount), exact), error('PEPPOL-EN16931-R040', field)),
  ];
}

function near(a: bigint, b: bigint): boolean {
  const difference = a > b ? a - b : b - a;
  return difference <= SLACK;
}
