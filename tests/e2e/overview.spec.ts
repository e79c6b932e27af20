import { today } from '../../renderer/components/today.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import type { RunningOffice } from './offices.ts';

const requestId = () => crypto.randomUUID();
const day = today();
const year = Number(day.slice(0, 4));

/** A Kleinunternehmer, who is sent invoices and gets them paid by the returned function. */
async function smallBusiness({ api }: RunningOffice): Promise<(amount: string) => Promise<void>> {
  const address = { street: 'Osterdeich 12', addition: '', postCode: '28203', city: 'Bremen', country: 'DE' };
  const company = { name: 'Büro Kruse', taxNumber: '60 123 45678', email: 'post@kruse.example', address };
  await api['company.update']({ expectedRevision: 1, ...company, smallBusiness: true });
  const input = { requestId: requestId(), kind: 'private', name: 'Enno Behrens', address } as const;
  const { id: customerId } = await api['customers.create'](input);
  const { rates } = await api['vatRates.list']({});
  const vatRateId = rates.find((rate) => rate.smallBusiness)?.id ?? 0;
  return async (unitPrice) => {
    const line = { kind: 'line', title: 'Beratung', quantity: '1', unit: 'piece', unitPrice, vatRateId } as const;
    const period = { start: day, end: day };
    const header = { requestId: requestId(), issueDate: day, title: 'Beratung', servicePeriod: period, customerId };
    const draft = await api['invoices.create']({ ...header, entries: [line] });
    const next = ({ id, revision }: typeof draft) => ({ id, expectedRevision: revision, requestId: requestId() });
    const final = await api['invoices.finalise']({ ...next(draft), eInvoice: 'none' });
    await api['invoices.pay']({ ...next(final), date: day, amount: final.totals.gross });
  };
}

test('[F1.6] a Kleinunternehmer sees how far the limits of § 19 UStG are', async ({ fresh: { page, office } }) => {
  const receive = await smallBusiness(office);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/uebersicht'));
  const meter = page.getByRole('region', { name: 'Umsatz als Kleinunternehmer (§ 19 UStG)' });
  await expect(meter).toContainText('unter beiden Grenzen');
  await receive('25000.01');
  await expect(meter).toContainText(`Ab dem 01.01.${year + 1} gilt die Regelbesteuerung`);
  await expect(meter.getByRole('progressbar', { name: `${year} eingenommen` })).toHaveAttribute('aria-valuenow', '25');
  await expectAccessible(page);
  await receive('75000');
  await expect(meter).toContainText('Bitte prüfen Sie die Angaben zur Firma');
  await expect(meter.getByText('100.000,01')).toBeVisible();
});
