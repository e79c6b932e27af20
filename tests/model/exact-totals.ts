import { add, compare, divide, floor, fraction, fromDecimal, multiply, negate, subtract, sum } from './fraction.ts';
import { roundToHundredths, toCents } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/**
 * A second, slow and simple way to the sums of an invoice, written from design section 4 and not from the code: decimal
 * texts in, exact fractions throughout. It imports nothing from shared/domain, so that one mistake cannot hide in both.
 */
export interface ModelInvoice {
  lines: { quantity: string; unitPrice: string; discount: ModelDiscount | null; category: string; percent: string }[];
  allowances: { name: string; discount: ModelDiscount }[];
  skontoPercent: string | null;
  exchangeRate: string | null;
}

export type ModelDiscount = { percent: string } | { amount: string };

/** All amounts in cents; groups as `S 19` in printing order. */
export interface ModelTotals {
  lines: { beforeDiscount: number; discount: number; net: number }[];
  lineNet: number;
  allowances: { amount: number; shares: [group: string, cents: number][] }[];
  allowanceTotal: number;
  net: number;
  groups: { group: string; lineNet: number; allowance: number; taxable: number; vat: number }[];
  vat: number;
  gross: number;
  skonto: number | null;
  vatInEuro: number | null;
}

const ORDER = 'S Z E AE K G O'.split(' ');
const ZERO = fraction(0n);

export function exactTotals(invoice: ModelInvoice): ModelTotals {
  const lines = invoice.lines.map(({ quantity, unitPrice, discount, category, percent }) => {
    const beforeDiscount = roundToHundredths(multiply(fromDecimal(quantity), fromDecimal(unitPrice)));
    const off = discount === null ? ZERO : discountOn(beforeDiscount, discount);
    return { group: `${category} ${percent}`, beforeDiscount, discount: off, net: subtract(beforeDiscount, off) };
  });
  const names = [...new Set(lines.map(({ group }) => group))].sort(byPrintingOrder);
  const nets = names.map((name) => sum(lines.filter(({ group }) => group === name).map(({ net }) => net)));
  const lineNet = sum(lines.map(({ net }) => net));

  const allowances = invoice.allowances.map(({ discount }) => {
    const amount = discountOn(lineNet, discount);
    return { amount, parts: apportion(amount, claims(amount, discount, nets)) };
  });
  const groups = names.map((group, index) => {
    const percent = fromDecimal(group.split(' ')[1] ?? '');
    const allowance = sum(allowances.map(({ parts }) => parts[index] ?? ZERO));
    const own = nets[index] ?? ZERO;
    const taxable = subtract(own, allowance);
    return { group, lineNet: own, allowance, taxable, vat: roundToHundredths(percentOf(taxable, percent)) };
  });
  const allowanceTotal = sum(allowances.map(({ amount }) => amount));
  const net = subtract(lineNet, allowanceTotal);
  const vat = sum(groups.map((group) => group.vat));
  const gross = add(net, vat);
  const { skontoPercent, exchangeRate } = invoice;
  return {
    lines: lines.map((line) => ({
      beforeDiscount: toCents(line.beforeDiscount),
      discount: toCents(line.discount),
      net: toCents(line.net),
    })),
    lineNet: toCents(lineNet),
    allowances: allowances.map(({ amount, parts }) => ({
      amount: toCents(amount),
      shares: names
        .map((name, index): [string, number] => [name, toCents(parts[index] ?? ZERO)])
        .filter(([, cents]) => cents !== 0),
    })),
    allowanceTotal: toCents(allowanceTotal),
    net: toCents(net),
    groups: groups.map((group) => ({
      group: group.group,
      lineNet: toCents(group.lineNet),
      allowance: toCents(group.allowance),
      taxable: toCents(group.taxable),
      vat: toCents(group.vat),
    })),
    vat: toCents(vat),
    gross: toCents(gross),
    skonto: skontoPercent === null ? null : toCents(roundToHundredths(percentOf(gross, fromDecimal(skontoPercent)))),
    vatInEuro: exchangeRate === null ? null : toCents(roundToHundredths(divide(vat, fromDecimal(exchangeRate)))),
  };
}

function byPrintingOrder(a: string, b: string): number {
  const [categoryA = '', percentA = ''] = a.split(' ');
  const [categoryB = '', percentB = ''] = b.split(' ');
  return ORDER.indexOf(categoryA) - ORDER.indexOf(categoryB) || compare(fromDecimal(percentB), fromDecimal(percentA));
}

function percentOf(value: Fraction, percent: Fraction): Fraction {
  return divide(multiply(value, percent), fraction(100n));
}

function discountOn(base: Fraction, discount: ModelDiscount): Fraction {
  if ('amount' in discount) return fromDecimal(discount.amount);
  return roundToHundredths(percentOf(base, fromDecimal(discount.percent)));
}

/** What each group would pay if cents could be cut. */
function claims(amount: Fraction, discount: ModelDiscount, nets: Fraction[]): Fraction[] {
  const signs = new Set(nets.map((net) => compare(net, ZERO)));
  const opposed = signs.has(1) && signs.has(-1);
  if ('percent' in discount && opposed) return nets.map((net) => percentOf(net, fromDecimal(discount.percent)));
  const side = compare(amount, ZERO);
  const paying = opposed ? nets.map((net) => (compare(net, ZERO) === side ? net : ZERO)) : nets;
  const whole = sum(paying);
  if (compare(whole, ZERO) !== 0) return paying.map((net) => divide(multiply(amount, net), whole));
  return nets.map(() => divide(amount, fraction(BigInt(nets.length))));
}

/**
 * Largest remainder by trying: of all ways to round some claims up and the others down that add up to the amount, the one
 * whose rounded-up claims had most to gain; of equals the one that favours earlier groups.
 */
function apportion(amount: Fraction, exact: Fraction[]): Fraction[] {
  const first = [amount, ...exact].find((value) => compare(value, ZERO) !== 0) ?? ZERO;
  if (compare(first, ZERO) < 0) return apportion(negate(amount), exact.map(negate)).map(negate);
  const cents = exact.map((value) => multiply(value, fraction(100n)));
  const down = cents.map((value) => fraction(floor(value)));
  const missing = multiply(subtract(amount, divide(sum(down), fraction(100n))), fraction(100n));
  let best: { ups: number[]; gain: Fraction } | null = null;
  for (let mask = 0; mask < 2 ** exact.length; mask += 1) {
    const ups = exact.map((_, index) => index).filter((index) => (mask >> index) % 2 === 1);
    if (compare(fraction(BigInt(ups.length)), missing) !== 0) continue;
    const gain = sum(ups.map((index) => subtract(cents[index] ?? ZERO, down[index] ?? ZERO)));
    const comparison = best === null ? 1 : compare(gain, best.gain);
    if (comparison > 0 || (comparison === 0 && isEarlier(ups, best?.ups ?? []))) best = { ups, gain };
  }
  return down.map((value, index) => {
    return divide(best?.ups.includes(index) === true ? add(value, fraction(1n)) : value, fraction(100n));
  });
}

function isEarlier(a: number[], b: number[]): boolean {
  const difference = a.findIndex((value, index) => value !== b[index]);
  return difference >= 0 && (a[difference] ?? 0) < (b[difference] ?? 0);
}
