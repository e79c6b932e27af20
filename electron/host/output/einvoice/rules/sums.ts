import type { Cents } from '#shared/domain/amounts.ts';
import type { VatCategory } from '#shared/domain/vat.ts';
import type { EInvoice } from '../model.ts';
import { error, unless } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * The sums re-add (F4). No input can break these rules, only a defect of `computeTotals`, so that all of them point to the
 * invoice as a whole.
 */
export function checkSums(invoice: EInvoice): Finding[] {
  const { totals, lines, allowances, vatBreakdown } = invoice;
  const { lineNet, net, vat, gross, payable } = totals;
  const lineSum = add(lines.map((line) => line.net));
  const allowanceSum = add(allowances.map(({ amount }) => amount));
  const expected: [boolean, string][] = [
    [lineNet === lineSum, 'BR-CO-10'],
    [(totals.allowances ?? 0) === allowanceSum, 'BR-CO-11'],
    [(totals.allowances !== null) === allowances.length > 0, 'BR-CO-11'],
    [net === lineNet - allowanceSum, 'BR-CO-13'],
    [vat === add(vatBreakdown.map((group) => group.vat)), 'BR-CO-14'],
    [gross === net + vat, 'BR-CO-15'],
    [payable === gross, 'BR-CO-16'],
    [lines.length === 0 || vatBreakdown.length > 0, 'BR-CO-18'],
    [amountsOf(invoice).every((amount) => Number.isSafeInteger(amount)), 'BR-DEC-12'],
  ];
  return [
    ...expected.flatMap(([holds, rule]) => unless(holds, error(rule, 'invoice.totals'))),
    ...checkGroupSums(invoice),
  ];
}

/** BR-S-08 and its kin: each group is the sum of its lines less its allowances, and no line is without a group. */
function checkGroupSums({ lines, allowances, vatBreakdown }: EInvoice): Finding[] {
  const sums = new Map<string, Cents>();
  const count = (category: VatCategory, percent: number | null, amount: Cents): void => {
    const key = `${category}.${percent ?? 0}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  };
  for (const { category, percent, net } of lines) count(category, percent, net);
  for (const { category, percent, amount } of allowances) count(category, percent, -amount);
  const complete = sums.size === vatBreakdown.length;
  return vatBreakdown
    .filter(({ category, percent, taxable }) => !complete || sums.get(`${category}.${percent}`) !== taxable)
    .map(({ category }) => error(`BR-${category === 'K' ? 'IC' : category}-08`, 'invoice.totals'));
}

function amountsOf({ totals, lines, allowances, vatBreakdown }: EInvoice): number[] {
  return [
    ...Object.values(totals).map((amount: number | null) => amount ?? 0),
    ...lines.flatMap(({ net, quantity, price, allowance }) => [net, quantity, price, allowance?.amount ?? 0]),
    ...allowances.map(({ amount }) => amount),
    ...vatBreakdown.flatMap(({ taxable, vat, percent }) => [taxable, vat, percent]),
  ];
}

function add(amounts: Cents[]): Cents {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
