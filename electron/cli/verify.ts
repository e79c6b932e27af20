import { contract } from '#shared/contract/index.ts';
import { connect } from '#shared/contract/rpc.ts';
import { assertOfficeExists, withOffice, type Place } from './office.ts';
import { printLine, UsageError } from './output.ts';

/** `kontor verify`: prints every damage and a closing line; 1 when there is any. */
export async function verify(place: Place, invoices: string | undefined): Promise<number> {
  if (invoices !== undefined && !/^[1-9]\d{0,8}$/.test(invoices))
    throw new UsageError('--invoices takes a whole number');
  assertOfficeExists(place);
  const report = await withOffice(place, (host) =>
    connect(contract, host.dispatch)['office.verify'](invoices === undefined ? {} : { invoices: Number(invoices) }),
  );
  for (const damage of report.damages) await printLine(JSON.stringify(damage));
  const { sound, journalEntries, files } = report;
  await printLine(
    `${sound ? 'sound' : 'DAMAGED'}: ${report.invoices} invoices, ${files} files, ${journalEntries} journal entries, ${report.damages.length} damages`,
  );
  return sound ? 0 : 1;
}
