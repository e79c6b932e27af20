/** Currencies with two decimal places that Kontor can write invoices in (design, section 4). */
export const CURRENCIES = ['EUR', 'CHF', 'USD', 'GBP', 'DKK', 'SEK', 'NOK', 'PLN', 'CZK'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** VAT is accounted in this currency (BT-6, § 16 Abs. 6 UStG). */
export const ACCOUNTING_CURRENCY: Currency = 'EUR';
