import type { Cents, PercentHundredths, TenThousandths } from './amounts.ts';
import type { Discount } from './discounts.ts';
import type { LineVat, VatCategory } from './vat.ts';

/** What a line contributes to the sums. Quantities may be negative, unit prices may not (BR-27). */
export interface TotalsLine {
  quantity: TenThousandths;
  unitPrice: TenThousandths;
  discount: Discount | null;
  vat: LineVat;
}

/** "Gesamtrabatt": a named discount on the whole invoice (A7.8). */
export interface TotalsAllowance {
  name: string;
  discount: Discount;
}

/** Foreign units for one euro, as the ECB and the BMF publish them, up to 6 places: "1 EUR = 1,0823 USD" is `1.0823`. */
export type ExchangeRateText = string;

export interface TotalsInput {
  lines: TotalsLine[];
  allowances: TotalsAllowance[];
  /** Percent of the early payment discount on the gross amount; null: none. */
  skontoPercent: PercentHundredths | null;
  /** Null when the invoice is in EUR. */
  exchangeRate: ExchangeRateText | null;
}

export interface LineTotals {
  /** round(quantity x unit price). */
  beforeDiscount: Cents;
  /** Amount of the position discount, 0 without one (BT-136). */
  discount: Cents;
  /** BT-131; negative when the discount exceeds the line (A7.4). */
  net: Cents;
}

/** The part of an overall discount that falls on one VAT rate; becomes one document level allowance (BG-20, F4.8). */
export interface AllowanceShare extends LineVat {
  amount: Cents;
}

export interface AllowanceTotals {
  name: string;
  percent: PercentHundredths | null;
  amount: Cents;
  /** Sorted by category, then percent descending, without shares of 0; their sum is exactly `amount`. */
  shares: AllowanceShare[];
}

/** One VAT breakdown group (BG-23). */
export interface VatGroup {
  category: VatCategory;
  percent: PercentHundredths;
  /** Sum of the line nets of this group. */
  lineNet: Cents;
  /** Sum of the allowance shares of this group. */
  allowance: Cents;
  /** BT-116 = lineNet - allowance. */
  taxable: Cents;
  /** BT-117 = round(taxable x percent), once per group (BR-CO-17). */
  vat: Cents;
}

/**
 * Names one figure of an invoice: `line.0.beforeDiscount`, `line.0.discount`, `line.0.net`, `lineNet`, `lineNet.S.1900`,
 * `allowance.0`, `allowance.0.S.1900`, `allowanceTotal`, `net`, `allowanceTotal.S.1900`, `taxable.S.1900`, `vat.S.1900`,
 * `vat`, `gross`, `skonto`, `vatInEuro`. In errors also `line.0.unitPrice`.
 */
export type FigureId = string;

/** How a figure came about, so that the interface can explain every cent. */
export interface FigurePath {
  figure: FigureId;
  rule:
    | 'quantity-times-price'
    | 'percent-of'
    | 'fixed-amount'
    | 'difference'
    | 'sum'
    | 'share-of-net'
    | 'divided-by-exchange-rate';
  /**
   * The operands in order; `figure` points to the figure a value came from. Values of unit `cents` are written in
   * currency units ("12.50"). `share-of-net` has amount, net of the group, sum of the nets that take part (where all nets
   * are 0: amount, 1, number of groups).
   */
  terms: { value: string; unit: 'cents' | 'decimal' | 'percent'; figure: FigureId | null }[];
  /** The exact result before rounding, in currency units, as decimal or fraction text: "16.335" or "100/3". */
  exact: string;
  /** `exact`, rounded half away from zero; shares of a discount are rounded up or down so that they add up. */
  result: Cents;
}

/** All sums of an invoice. Made by `computeTotals` and by nothing else (design, section 4). */
export interface InvoiceTotals {
  lines: LineTotals[];
  /** BT-106, "Summe Netto". */
  lineNet: Cents;
  allowances: AllowanceTotals[];
  /** BT-107. */
  allowanceTotal: Cents;
  /** BT-109, "Summe Netto inkl. Gesamtrabatt". */
  net: Cents;
  /** Sorted by category (S, Z, E, AE, K, G, O), then percent descending. */
  vatBreakdown: VatGroup[];
  /** BT-110. */
  vat: Cents;
  /** BT-112 and, as nothing is paid beforehand, BT-115. */
  gross: Cents;
  /** round(gross x Skonto percent); null without Skonto. */
  skonto: Cents | null;
  /** BT-111; null when the invoice is in EUR (BR-53). */
  vatInEuro: Cents | null;
  paths: FigurePath[];
}

/** Thrown by `computeTotals` when a unit price or a figure exceeds LARGEST_AMOUNT. */
export type AmountOutOfRange = RangeError & { code: 'amount-out-of-range'; figure: FigureId };

export function amountOutOfRange(figure: FigureId): AmountOutOfRange {
  const error = new RangeError(`${figure} exceeds the largest amount`);
  return Object.assign(error, { code: 'amount-out-of-range' as const, figure });
}

/** Tells the error of `computeTotals` from every other one. */
export function isAmountOutOfRange(error: unknown): error is AmountOutOfRange {
  return error instanceof RangeError && 'code' in error && error.code === 'amount-out-of-range';
}
