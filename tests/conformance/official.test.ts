import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { connect } from '#shared/contract/rpc.ts';
import { parseCents, parsePercent } from '#shared/domain/decimal.ts';
import { createHost } from '../../electron/host/create-host.ts';
import { readLeaves } from '../../electron/host/output/einvoice/read-xml.ts';
import { officialCases, whyNotExpressible } from './official-cases.ts';
import type { OfficialCase } from './official-cases.ts';
import { mapCase } from './official-mapping.ts';
import { officialErrors, rulesAreAbsent } from './rules.ts';

const cases = officialCases();
const expressed = cases.filter((official) => whyNotExpressible(official) === null);
const folder = mkdtempSync(join(tmpdir(), 'kontor-official-'));

/** Creates and finalises the case on a fresh host, and returns the stored XRechnung. */
async function finalise(official: OfficialCase, file: string): Promise<string> {
  const host = await createHost({ file });
  try {
    const api = connect(contract, host.dispatch);
    const { company, profile, customer, rates, invoice, lines } = mapCase(official);
    const { revision } = await api['company.get']({});
    await api['company.update']({ ...company, expectedRevision: revision });
    const { profiles, activeId } = await api['profiles.list']({});
    const active = profiles.find(({ id }) => id === activeId);
    await api['profiles.update']({ ...profile, id: activeId, expectedRevision: active?.revision ?? 0 });
    const buyer = await api['customers.create']({ ...customer, requestId: 'customer-1' });
    const rateIds: number[] = [];
    for (const [index, rate] of rates.entries()) {
      rateIds.push((await api['vatRates.create']({ rate, requestId: `vat-rate-${index}` })).id);
    }
    const draft = await api['invoices.create']({
      ...invoice,
      requestId: 'invoice-1',
      customerId: buyer.id,
      entries: lines.map(({ rate, line }) => ({ ...line, vatRateId: rateIds[rate] ?? 0 })),
    });
    const { id } = await api['invoices.finalise']({
      id: draft.id,
      expectedRevision: draft.revision,
      requestId: 'finalise-1',
      eInvoice: 'xrechnung',
    });
    const { content } = await api['invoices.xrechnung']({ id });
    return new TextDecoder().decode(content);
  } finally {
    await host.close();
  }
}

/** BT-106 to BT-115 and each VAT group, in cents and hundredths of a percent. */
function sumsOf({ totals, vat }: Pick<OfficialCase, 'totals' | 'vat'>): Record<string, number | null> {
  const groups = vat.flatMap(({ category, percent, taxable, amount }): [string, number | null][] => [
    [`BT-116 ${category} ${parsePercent(percent)}`, parseCents(taxable)],
    [`BT-117 ${category} ${parsePercent(percent)}`, parseCents(amount)],
  ]);
  return Object.fromEntries([
    ...Object.entries(totals).map(([term, text]): [string, number | null] => [term, parseCents(text)]),
    ...groups,
  ]);
}

function readSums(xml: string): Record<string, number | null> {
  const leaves = readLeaves(xml);
  const all = (path: string): string[] => leaves.filter((leaf) => leaf.path === path).map(({ text }) => text);
  const total = (name: string): string => all(`Invoice/cac:LegalMonetaryTotal/cbc:${name}`)[0] ?? '0';
  const group = 'Invoice/cac:TaxTotal/cac:TaxSubtotal';
  const percents = all(`${group}/cac:TaxCategory/cbc:Percent`);
  const taxables = all(`${group}/cbc:TaxableAmount`);
  const amounts = all(`${group}/cbc:TaxAmount`);
  return sumsOf({
    totals: {
      'BT-106': total('LineExtensionAmount'),
      'BT-107': total('AllowanceTotalAmount'),
      'BT-109': total('TaxExclusiveAmount'),
      'BT-110': all('Invoice/cac:TaxTotal/cbc:TaxAmount')[0] ?? '',
      'BT-112': total('TaxInclusiveAmount'),
      'BT-115': total('PayableAmount'),
    },
    vat: all(`${group}/cac:TaxCategory/cbc:ID`).map((category, index) => ({
      category,
      percent: percents[index] ?? '',
      taxable: taxables[index] ?? '',
      amount: amounts[index] ?? '',
      reason: '',
    })),
  });
}

describe.skipIf(rulesAreAbsent)('the open cases of the official test suite', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are expressed, at least ten of them, or have a reason why not', () => {
    const rows = cases.map((official) => {
      const reason = whyNotExpressible(official);
      return `${official.name.padEnd(18)} ${reason === null ? 'expressed' : `not expressed: ${reason}`}`;
    });
    console.log([`Official cases, ${expressed.length} of ${cases.length} expressed:`, ...rows].join('\n'));
    expect(expressed.length).toBeGreaterThanOrEqual(10);
  });

  test.each(expressed.map((official) => [official.name, official] as const))(
    '[B3.6] [F4.1] [F4.4] %s: same sums to the cent, accepted by the official rules',
    async (name, official) => {
      const xml = await finalise(official, join(folder, `${name.replace('/', '-')}.kontor`));
      expect(readSums(xml)).toEqual(sumsOf(official));
      expect(await officialErrors(xml)).toEqual([]);
    },
  );
});
