import { CustomerEntity } from '../store/entities/index.ts';
import type { Reader } from '../store/open.ts';

/** Whole numbers from here on are given to customers that come without a number. */
const FIRST_NUMBER = 10_001;

/** The next whole number above all that are in use. */
export async function firstFreeNumber(reader: Reader): Promise<string> {
  const [row] = await reader.query<{ highest: number | null }[]>(
    `SELECT max(CAST(number AS INTEGER)) AS highest FROM customer WHERE number NOT GLOB '*[^0-9]*' AND length(number) < 10`,
  );
  return String(Math.max(FIRST_NUMBER, (row?.highest ?? 0) + 1));
}

/** Whether another customer has this number. */
export async function numberIsTaken(reader: Reader, number: string, exceptId: number | null): Promise<boolean> {
  const owner = await reader.findOneBy(CustomerEntity, { number });
  return owner !== null && owner.id !== exceptId;
}
