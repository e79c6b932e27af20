/** Drafts with many positions for the cases of the editor. */
import { expect, type Page } from '@playwright/test';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { RunningOffice } from '../../e2e/offices.ts';
import { makeDraft } from '../../e2e/invoice-drafts.ts';

/** A draft with this many positions, "Position 1" to the last. */
export async function largeDraft(office: RunningOffice, positions: number): Promise<InvoiceDetail> {
  const { rates } = await office.api['vatRates.list']({});
  const vatRateId = rates.find(({ periods }) => periods.some(({ percent }) => percent === '19'))?.id ?? 0;
  return makeDraft(office, {
    entries: Array.from({ length: positions }, (_, index) => ({
      ...({ kind: 'line', unit: 'hour', vatRateId } as const),
      title: `Position ${index + 1}`,
      quantity: `${1 + (index % 9)}.5`,
      unitPrice: `${40 + (index % 50)}.25`,
    })),
  });
}

/** Opens the draft in the window and waits for its page. */
export async function openDraft(page: Page, office: RunningOffice, id: number): Promise<void> {
  await page.goto(`${office.origin}/#/rechnungen/${id}`);
  await expect(page.locator('[data-painted]')).toHaveAttribute('data-painted', /./, { timeout: 20_000 });
}
