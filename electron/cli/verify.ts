import { contract } from '#shared/contract/index.ts';
import { connect } from '#shared/contract/rpc.ts';
import { assertOfficeExists, withOffice, type Place } from './office.ts';
import { printLine, UsageError } from './output.ts';

/** As they are typed. */
interface VerifyOptions {
  invoices?: string | undefined;
  anchor?: string | undefined;
}

/** `kontor verify`: prints every damage, the anchor to keep and a closing line; 1 when there is any damage. */
export async function verify(place: Place, options: VerifyOptions): Promise<number> {
  const input = { ...invoicesOf(options), ...anchorOf(options) };
  assertOfficeExists(place);
  const report = await withOffice(place, (host) => connect(contract, host.dispatch)['office.verify'](input));
  for (const damage of report.damages) await printLine(JSON.stringify(damage));
  const { sound, journalEntries, files, anchor } = report;
  await printLine(`anchor: ${anchor.sequence}:${anchor.hash}`);
  await printLine(
    `${sound ? 'sound' : 'DAMAGED'}: ${report.invoices} invoices, ${files} files, ${journalEntries} journal entries, ${report.damages.length} damages`,
  );
  return sound ? 0 : 1;
}

function invoicesOf({ invoices }: VerifyOptions): { invoices?: number } {
  if (invoices === undefined) return {};
  if (!/^[1-9]\d{0,8}$/.test(invoices)) throw new UsageError('--invoices takes a whole number');
  return { invoices: Number(invoices) };
}

function anchorOf({ anchor }: VerifyOptions): { anchor?: { sequence: number; hash: string } } {
  if (anchor === undefined) return {};
  const [, sequence, hash] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(anchor) ?? [];
  if (sequence === undefined || hash === undefined)
    throw new UsageError('--anchor takes SEQUENCE:HASH, as a verify before has said it');
  return { anchor: { sequence: Number(sequence), hash } };
}
