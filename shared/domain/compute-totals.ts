import { percentOf, splitAllowance } from './allowances.ts';
import { LARGEST_AMOUNT } from './amounts.ts';
import type { Cents } from './amounts.ts';
import { divideRounded } from './decimal.ts';
import { toEuro } from './exchange-rate.ts';
import * as path from './figure-paths.ts';
import { amountOutOfRange } from './totals.ts';
import type {
  AllowanceShare,
  AllowanceTotals,
  FigurePath,
  InvoiceTotals,
  LineTotals,
  TotalsAllowance,
  TotalsInput,
  TotalsLine,
  VatGroup,
} from './totals.ts';
import { compareLineVat, lineVatKey } from './vat.ts';

/**
 * All sums of an invoice with the way to each of them (design section 4; EN 16931 BR-CO-10 to BR-CO-17; F4.1 to F4.9).
 * Rounds half away from zero: once per line, per discount, per VAT group. The order of the lines has no influence on any
 * sum. Negating quantities and fixed discounts negates every result.
 *
 * Without a single line there is no VAT group: overall discounts then count in full but have no shares, and VAT is 0.
 *
 * Throws `AmountOutOfRange` (totals.ts) when a unit price or a figure exceeds LARGEST_AMOUNT, and RangeError for an
 * exchange rate that is none. Discount percentages and signs of prices are the contract's to check.
 */
export function computeTotals(input: TotalsInput): InvoiceTotals {
  const paths: FigurePath[] = [];
  const record = (figurePath: FigurePath): Cents => {
    if (Math.abs(figurePath.result) > LARGEST_AMOUNT) throw amountOutOfRange(figurePath.figure);
    paths.push(figurePath);
    return figurePath.result;
  };

  const lines = input.lines.map((line, index) => lineTotals(line, index, record));
  const lineNet = record(
    path.sum(
      'lineNet',
      lines.map(({ net }, index) => ({ figure: `line.${index}.net`, cents: net })),
    ),
  );
  const groups = vatGroups(input.lines, lines, record);
  const allowances = input.allowances.map((allowance, index) => {
    return allowanceTotals(allowance, index, lineNet, groups, record);
  });
  const allowanceTotal = record(
    path.sum(
      'allowanceTotal',
      allowances.map(({ amount }, index) => ({ figure: `allowance.${index}`, cents: amount })),
    ),
  );
  const net = record(
    path.difference('net', { figure: 'lineNet', cents: lineNet }, { figure: 'allowanceTotal', cents: allowanceTotal }),
  );
  for (const group of groups) taxGroup(group, allowances, record);
  const vat = record(
    path.sum(
      'vat',
      groups.map((group) => ({ figure: `vat.${lineVatKey(group)}`, cents: group.vat })),
    ),
  );
  const gross = record(
    path.sum('gross', [
      { figure: 'net', cents: net },
      { figure: 'vat', cents: vat },
    ]),
  );
  const { skontoPercent, exchangeRate } = input;
  const skonto =
    skontoPercent === null
      ? null
      : record(
          path.percentage('skonto', { figure: 'gross', cents: gross }, skontoPercent, percentOf(gross, skontoPercent)),
        );
  const vatInEuro =
    exchangeRate === null
      ? null
      : record(path.inEuro('vatInEuro', { figure: 'vat', cents: vat }, exchangeRate, toEuro(vat, exchangeRate)));

  return {
    lines,
    lineNet,
    allowances,
    allowanceTotal,
    net,
    vatBreakdown: groups,
    vat,
    gross,
    skonto,
    vatInEuro,
    paths,
  };
}

type Recorder = (figurePath: FigurePath) => Cents;

function lineTotals(line: TotalsLine, index: number, record: Recorder): LineTotals {
  const { quantity, unitPrice } = line;
  // Unit prices have 4 places, amounts 2.
  if (Math.abs(unitPrice) > LARGEST_AMOUNT * 100) throw amountOutOfRange(`line.${index}.unitPrice`);
  const figure = `line.${index}.beforeDiscount`;
  const rounded = Number(divideRounded(BigInt(quantity) * BigInt(unitPrice), 1_000_000n));
  const beforeDiscount = record(path.product(figure, quantity, unitPrice, rounded));
  const discount = record(lineDiscount(line, index, beforeDiscount));
  const net = record(
    path.difference(
      `line.${index}.net`,
      { figure, cents: beforeDiscount },
      { figure: `line.${index}.discount`, cents: discount },
    ),
  );
  return { beforeDiscount, discount, net };
}

function lineDiscount({ discount }: TotalsLine, index: number, beforeDiscount: Cents): FigurePath {
  const figure = `line.${index}.discount`;
  if (discount === null) return path.sum(figure, []);
  if (discount.kind === 'amount') return path.fixed(figure, discount.amount);
  const base = { figure: `line.${index}.beforeDiscount`, cents: beforeDiscount };
  return path.percentage(figure, base, discount.percent, percentOf(beforeDiscount, discount.percent));
}

/** The groups with their line nets; allowance and VAT are filled in later, once the overall discounts are split. */
function vatGroups(inputs: TotalsLine[], lines: LineTotals[], record: Recorder): VatGroup[] {
  const members = new Map<string, { group: VatGroup; terms: path.Operand[] }>();
  inputs.forEach(({ vat }, index) => {
    const key = lineVatKey(vat);
    let member = members.get(key);
    if (member === undefined) {
      const group = { category: vat.category, percent: vat.percent, lineNet: 0, allowance: 0, taxable: 0, vat: 0 };
      member = { group, terms: [] };
      members.set(key, member);
    }
    member.terms.push({ figure: `line.${index}.net`, cents: lines[index]?.net ?? 0 });
  });
  const sorted = [...members.values()].sort((a, b) => compareLineVat(a.group, b.group));
  return sorted.map(({ group, terms }) => {
    group.lineNet = record(path.sum(`lineNet.${lineVatKey(group)}`, terms));
    return group;
  });
}

function allowanceTotals(
  { name, discount }: TotalsAllowance,
  index: number,
  lineNet: Cents,
  groups: VatGroup[],
  record: Recorder,
): AllowanceTotals {
  const figure = `allowance.${index}`;
  const percent = discount.kind === 'percent' ? discount.percent : null;
  const amount = record(
    discount.kind === 'amount'
      ? path.fixed(figure, discount.amount)
      : path.percentage(
          figure,
          { figure: 'lineNet', cents: lineNet },
          discount.percent,
          percentOf(lineNet, discount.percent),
        ),
  );
  const split = splitAllowance(
    amount,
    percent,
    groups.map((group) => group.lineNet),
  );
  const shares: AllowanceShare[] = [];
  groups.forEach((group, position) => {
    const part = split.parts[position] ?? 0;
    if (part === 0) return;
    const key = lineVatKey(group);
    record(
      path.share(`${figure}.${key}`, split, position, {
        amount: { figure, cents: amount },
        percent,
        groupNet: { figure: `lineNet.${key}`, cents: group.lineNet },
      }),
    );
    group.allowance += part;
    shares.push({ category: group.category, percent: group.percent, amount: part });
  });
  return { name, percent, amount, shares };
}

function taxGroup(group: VatGroup, allowances: AllowanceTotals[], record: Recorder): void {
  const key = lineVatKey(group);
  const shares = allowances.flatMap((allowance, index) =>
    allowance.shares
      .filter((share) => lineVatKey(share) === key)
      .map((share) => ({ figure: `allowance.${index}.${key}`, cents: share.amount })),
  );
  const allowanceFigure = `allowanceTotal.${key}`;
  record(path.sum(allowanceFigure, shares));
  group.taxable = record(
    path.difference(
      `taxable.${key}`,
      { figure: `lineNet.${key}`, cents: group.lineNet },
      { figure: allowanceFigure, cents: group.allowance },
    ),
  );
  const base = { figure: `taxable.${key}`, cents: group.taxable };
  group.vat = record(path.percentage(`vat.${key}`, base, group.percent, percentOf(group.taxable, group.percent)));
}
