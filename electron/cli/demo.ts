import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract } from '#shared/contract/index.ts';
import { connect } from '#shared/contract/rpc.ts';
import { formatMoney } from '#shared/domain/number-format.ts';
import { makeDemoOffice, type MadeInvoice } from '../demo/make-demo-office.ts';
import type { Host } from '../host/create-host.ts';
import { OFFICE_FILE, withOffice } from './office.ts';
import { printLine, UsageError } from './output.ts';

/** `kontor demo`: the main job on a fresh office, one line per invoice, files in `out`. */
export async function demo({ out, data }: { out: string; data: string | undefined }): Promise<number> {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'kontor-demo-')));
  if (existsSync(join(folder, OFFICE_FILE))) {
    throw new UsageError(`demo wants a fresh folder, but ${folder} already holds an office`);
  }
  await mkdir(out, { recursive: true });
  await printLine(COLUMNS.map(([title, width]) => pad(title, width)).join('  '));
  const made = await withOffice({ data: folder }, (host) =>
    makeDemoOffice(host.dispatch, async (result) => {
      await writeFiles(host, out, result.invoice.id);
      await printLine(row(result));
    }),
  );
  const final = made.filter(({ invoice }) => invoice.status === 'final').length;
  await printLine(`${made.length} invoices, ${final} final, files in ${out}, office in ${folder}`);
  return 0;
}

/** Titles and widths; figures are right-aligned (negative width). */
const COLUMNS = [
  ['number', 14],
  ['customer', 34],
  ['net', -15],
  ['VAT', -14],
  ['gross', -15],
  ['ms', -6],
] as const;

function row({ invoice, milliseconds }: MadeInvoice): string {
  const { number, customer, totals, currency, status } = invoice;
  const money = (cents: number): string => formatMoney(cents, currency, 'de');
  const cells = [
    status === 'draft' ? '(draft)' : number,
    customer.name,
    money(totals.net),
    money(totals.vat),
    money(totals.gross),
    String(Math.round(milliseconds)),
  ];
  return cells.map((cell, index) => pad(cell, COLUMNS[index]?.[1] ?? 0)).join('  ');
}

function pad(text: string, width: number): string {
  const cut = text.slice(0, Math.abs(width));
  return width < 0 ? cut.padStart(-width) : cut.padEnd(width);
}

/** PDF and XRechnung under the invoice's number; a draft has neither. */
async function writeFiles(host: Host, out: string, id: number): Promise<void> {
  const api = connect(contract, host.dispatch);
  const { number, files } = await api['invoices.get']({ id });
  for (const { kind } of files) {
    const { content } = await (kind === 'pdf' ? api['invoices.pdf']({ id }) : api['invoices.xrechnung']({ id }));
    await writeFile(join(out, `${number}.${kind === 'pdf' ? 'pdf' : 'xml'}`), content);
  }
}
