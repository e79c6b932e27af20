import type { Cents, PercentHundredths } from './amounts.ts';
import type { Currency } from './currencies.ts';
import { formatFixed, PLACES } from './decimal.ts';
import type { Language } from './template.ts';

const SIGNS = {
  de: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
} as const satisfies Record<Language, { group: string; decimal: string }>;

/**
 * A whole number of 10^-places as people read it: formatNumber(12345000, 4, 'de', 2) is "1.234,50". Zeros at the end go,
 * down to `minimumPlaces`. The minus is "-", which survives copying into a spreadsheet. No Intl: the same text for ever.
 */
export function formatNumber(value: number, places: number, language: Language, minimumPlaces = 0): string {
  const [signedWhole = '', fraction = ''] = formatFixed(value, places).split('.');
  const sign = signedWhole.startsWith('-') ? '-' : '';
  const { group, decimal } = SIGNS[language];
  const whole = signedWhole.slice(sign.length).replace(/\B(?=(\d{3})+$)/g, group);
  const shown = fraction.slice(0, minimumPlaces) + fraction.slice(minimumPlaces).replace(/0+$/, '');
  return `${sign}${whole}${shown === '' ? '' : decimal}${shown}`;
}

/** An amount without its currency: "1.234,50". */
export function formatAmount(cents: Cents, language: Language): string {
  return formatNumber(cents, PLACES.cents, language, PLACES.cents);
}

/** An amount with its currency behind it in both languages: "1.234,50 €", "1,234.50 CHF". */
export function formatMoney(cents: Cents, currency: Currency, language: Language): string {
  return `${formatAmount(cents, language)} ${currency === 'EUR' ? '€' : currency}`;
}

/** "19 %", "2,25 %"; in English without the space (DIN 5008 and English usage). */
export function formatPercentage(percent: PercentHundredths, language: Language): string {
  return `${formatNumber(percent, PLACES.percent, language)}${language === 'de' ? ' ' : ''}%`;
}
