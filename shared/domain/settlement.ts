import type { Cents, IsoDate } from './amounts.ts';

/** What an invoice asks for and what has come in, in cents of its currency; all of it is negative when it pays back. */
export interface Account {
  gross: Cents;
  paid: Cents;
  /** What may be kept back when all else is paid by the last day (F6.2). */
  skonto: { amount: Cents; lastDay: IsoDate } | null;
}

export interface Payment {
  date: IsoDate;
  amount: Cents;
}

/** `part`: something stays open; `with-skonto`: what stays is the Skonto. */
export type Settlement = 'part' | 'full' | 'with-skonto';

export function openAmount({ gross, paid }: Account): Cents {
  return gross - paid;
}

/** The least that settles the invoice on a day: the open amount, less Skonto within its period (F6.2). */
export function settlingAmount(account: Account, date: IsoDate): Cents {
  const open = openAmount(account);
  const { skonto } = account;
  const isInTime = skonto !== null && date <= skonto.lastDay && isBetween(skonto.amount, open);
  return isInTime ? open - skonto.amount : open;
}

/** What a payment does (B2.14, F6.2); null when it cannot be one: nothing, the wrong way round, or more than is open. */
export function settlementOf(account: Account, { date, amount }: Payment): Settlement | null {
  const open = openAmount(account);
  if (amount === open) return 'full';
  if (!isBetween(amount, open)) return null;
  return Math.abs(amount) >= Math.abs(settlingAmount(account, date)) ? 'with-skonto' : 'part';
}

/** On the way from nothing to the open amount, without either. */
function isBetween(amount: Cents, open: Cents): boolean {
  return open > 0 ? amount > 0 && amount < open : amount < 0 && amount > open;
}
