import type { Currency } from '#shared/domain/currencies.ts';
import { formatDate } from '#shared/domain/dates.ts';
import { parsePercent, parseQuantity, parseUnitPrice } from '#shared/domain/decimal.ts';
import { formatAmount, formatMoney, formatNumber, formatPercentage } from '#shared/domain/number-format.ts';
import type { Unit } from '#shared/domain/units.ts';
import { unitOf } from '#shared/text/units.ts';
import { currentLanguage } from '../../stores/failure.ts';

/** Figures and days as the window's language writes them; all of them follow a change of the language. */
export const show = {
  /** Cents with their currency: "1.234,50 €". */
  money: (cents: number, currency: Currency): string => formatMoney(cents, currency, currentLanguage()),
  /** Cents alone: "1.234,50". */
  amount: (cents: number): string => formatAmount(cents, currentLanguage()),
  /** Percent as it travels: "19" is "19 %". */
  percent: (text: string): string => formatPercentage(parsePercent(text) ?? 0, currentLanguage()),
  /** Quantity as it travels: "3.5" is "3,5". */
  count: (text: string): string => formatNumber(parseQuantity(text) ?? 0, 4, currentLanguage()),
  /** Quantity as it travels with its unit: "3.5" hours are "3,5 Stunden". */
  quantity: (text: string, unit: Unit): string =>
    `${show.count(text)}\u00a0${unitOf(parseQuantity(text) ?? 0, unit, currentLanguage())}`,
  /** Unit price as it travels, with two to four places: "120" is "120,00". */
  price: (text: string): string => formatNumber(parseUnitPrice(text) ?? 0, 4, currentLanguage(), 2),
  date: (date: string): string => formatDate(date, currentLanguage()),
  /** How many: "1.234". */
  whole: (count: number): string => localDecimal(String(count)),
  /** A decimal or fraction of any length: "1234.5" is "1.234,5", "100/3" stays a fraction. */
  exact: (text: string): string => text.split('/').map(localDecimal).join('/'),
};

/** Longer than the numbers that formatNumber takes: done on the text. */
function localDecimal(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const [group, decimal] = currentLanguage() === 'de' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}
