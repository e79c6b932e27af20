import type { Cents, PercentHundredths } from './amounts.ts';

/**
 * A discount is either a percentage (0,01 to 100,00) or a fixed amount (> 0), never both (A7.2, A7.9). Only in the document of
 * a Stornorechnung is the amount negative: it takes the discount back.
 */
export type Discount = { kind: 'percent'; percent: PercentHundredths } | { kind: 'amount'; amount: Cents };
