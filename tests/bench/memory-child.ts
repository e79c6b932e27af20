/** memory-child FILE: works on the file as an office does, then says what it did and its peak memory, as JSON. */
import { readFileSync } from 'node:fs';
import { contract } from '#shared/contract/index.ts';
import { connect, type Api } from '#shared/contract/rpc.ts';
import { createHost } from '../../electron/host/create-host.ts';

const PAGES = 200;
const FINALISED = 200;
const VERIFIED = 1000;
const TERMS = [
  ...['Wartung', 'Reparatur', 'Lieferung', 'Beratung', 'Montage', 'Prüfung', 'Umbau', 'Schulung', 'Halle', 'Büro'],
  ...['Lager', 'Werkstatt', 'Filiale', 'Hof', 'Dach', 'RE-2024-01', 'RE-2026-00', '4711', 'ung', 'Auftrag 12'],
] as const;

const [file = ''] = process.argv.slice(2);
const host = await createHost({ file });
const api: Api<typeof contract> = connect(contract, host.dispatch);

let paged = 0;
let cursor = '';
for (let page = 1; page <= PAGES; page++) {
  // From page to page at first, then by leaps through the whole list.
  const place =
    page <= PAGES / 2 && cursor ? { kind: 'after' as const, cursor } : { kind: 'page' as const, page: page * 10 };
  const { rows, lastCursor } = await api['invoices.list']({ place });
  paged += rows.length;
  cursor = lastCursor;
}

let searched = 0;
for (const search of TERMS) {
  const { rows } = await api['invoices.list']({ filter: { search } });
  const { count } = await api['invoices.summary']({ filter: { search } });
  if (rows.length > 0 && count >= rows.length) searched++;
}

let finalised = 0;
const drafts = await api['invoices.list']({ filter: { statuses: ['draft'] }, limit: FINALISED });
for (const { id, revision } of drafts.rows) {
  const invoice = await api['invoices.finalise']({ id, expectedRevision: revision, requestId: `bench-memory-${id}` });
  if (invoice.files.length === 2) finalised++;
}

const { sound, invoices: verified } = await api['office.verify']({ invoices: VERIFIED });
await host.close();
console.log(JSON.stringify({ megabytes: peakMegabytes(), paged, searched, finalised, verified: sound ? verified : 0 }));

/** Of this process with its worker threads. `maxRSS` on Linux begins with the peak of the process that started this one. */
function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
