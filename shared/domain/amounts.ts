/**
 * The number formats of the whole application. No amount is ever a fraction of a JavaScript number:
 * each alias is a whole number (|n| < 2^53) of the unit in its description.
 */

/** Whole cents of the invoice's currency, may be negative: 12,50 EUR = 1250. */
export type Cents = number;

/** Ten-thousandths, for quantities and unit prices (up to 4 decimal places): 3,5 = 35000. */
export type TenThousandths = number;

/** Hundredths of a percent (2 decimal places): 19 % = 1900, 2,25 % = 225. */
export type PercentHundredths = number;

/** Calendar day as `YYYY-MM-DD`, in the office's own time zone. */
export type IsoDate = string;

/** Instant in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string;

/** ISO 3166-1 alpha-2 code, upper case: `DE`. */
export type CountryCode = string;

/** Unit prices and totals end here, in either direction: 99.999.999,99. */
export const LARGEST_AMOUNT: Cents = 9_999_999_999;
