import type { Cents, PercentHundredths, TenThousandths } from '#shared/domain/amounts.ts';
import type { Currency } from '#shared/domain/currencies.ts';
import * as numbers from '#shared/domain/number-format.ts';
import type { Language } from '#shared/domain/template.ts';
import type { LineVat } from '#shared/domain/vat.ts';

export const NO_BREAK_SPACE = '\u00a0';

/** Number and unit stay in one row. */
function heldTogether(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE);
}

/** `1.234,56 €`, `1.234,56 CHF`; in English `1,234.56 €`. */
export function formatMoney(amount: Cents, currency: Currency, language: Language): string {
  return heldTogether(numbers.formatMoney(amount, currency, language));
}

/** Like money, with two to four decimal places. */
export function formatUnitPrice(price: TenThousandths, currency: Currency, language: Language): string {
  const number = numbers.formatNumber(price, 4, language, 2);
  return `${number}${NO_BREAK_SPACE}${currency === 'EUR' ? '€' : currency}`;
}

/** `19 %`, `7,5 %`; in English `19%`. */
export function formatPercent(percent: PercentHundredths, language: Language): string {
  return heldTogether(numbers.formatPercentage(percent, language));
}

/** Standard and zero rate have a rate to show; for all other categories no VAT may be shown (F1.4, F1.6). */
export function showsVat(vat: Pick<LineVat, 'category'>): boolean {
  return vat.category === 'S' || vat.category === 'Z';
}

/** Groups of four, held together: `DE89 3704 0044 0532 0130 00`. */
export function formatIban(iban: string): string {
  return (
    iban
      .replaceAll(' ', '')
      .match(/.{1,4}/gu)
      ?.join(NO_BREAK_SPACE) ?? ''
  );
}

/** The decimal sign of the language in a published rate: `1.0823` to `1,0823`. */
export function formatExchangeRate(rate: string, language: Language): string {
  return language === 'de' ? rate.replace('.', ',') : rate;
}
