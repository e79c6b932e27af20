import type { IsoDate } from '#shared/domain/amounts.ts';
import type { SmallBusinessRevenue } from '#shared/domain/small-business.ts';
import type { Reader } from '../store/open.ts';

type Sums = Omit<SmallBusinessRevenue, 'year'>;

/**
 * What came in is counted (§ 19 Abs. 2 UStG), on the day of the payment; what was paid back with "Verrechnet" is not. Only
 * euro: without VAT an invoice in another currency has no rate.
 */
const SUMS = `
  SELECT coalesce(sum(p.amount) FILTER (WHERE p.date >= ?), 0) AS received,
    coalesce(sum(p.amount) FILTER (WHERE p.date < ?), 0) AS previousYear,
    (SELECT coalesce(sum(gross - paid), 0) FROM invoice
      WHERE status IN ('final', 'sent') AND kind = 'invoice' AND currency = 'EUR') AS open
  FROM payment AS p JOIN invoice AS i ON i.id = p.invoice_id
  WHERE p.date BETWEEN ? AND ? AND i.currency = 'EUR' AND i.id NOT IN (
    SELECT preceding_invoice_id FROM invoice WHERE kind = 'cancellation' AND status = 'settled')`;

/** Revenue of the year of this day and of the one before, as the limits of § 19 UStG count it (F1.6). */
export async function smallBusinessRevenue(
  reader: Pick<Reader, 'query'>,
  today: IsoDate,
): Promise<SmallBusinessRevenue> {
  const year = Number(today.slice(0, 4));
  const firstDay = `${year}-01-01`;
  const [sums] = await reader.query<Sums[]>(SUMS, [firstDay, firstDay, `${year - 1}-01-01`, `${year}-12-31`]);
  if (!sums) throw new Error('a sum has one row');
  return { year, ...sums };
}
