import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { button, dialogOf, makeDraft, makeFinal, newLine, openInvoice } from './invoice-drafts.ts';

test('[F1.2] what looks like a slip is said with its values, leads to its field and does not block', async ({
  page,
  office,
}) => {
  test.slow();
  const { api } = office;
  const today = new Date();
  const next = (days: number): string => new Date(today.getTime() + days * 86_400_000).toLocaleDateString('sv-SE');
  const { id: customerId } = await api['customers.create']({
    ...{ requestId: crypto.randomUUID(), kind: 'business', name: 'Reederei Kordes KG', email: 'post@kordes.example' },
    address: { street: 'Kai 3', addition: '', postCode: '28195', city: 'Bremen', country: 'DE' },
  });
  const priced = async (unitPrice: string, issueDate: string) => ({
    ...{ customerId, issueDate, entries: [await newLine(office, 'Räumen', { unitPrice })] },
  });
  const numbers: string[] = [];
  for (const unitPrice of ['80', '100', '900']) {
    numbers.push((await makeFinal(office, await priced(unitPrice, next(0)))).number);
  }
  const servicePeriod = { start: '2020-01-01', end: '2020-01-31' };
  const draft = await makeDraft(office, await priced('900', next(20)));
  const { id } = await api['invoices.update']({ id: draft.id, expectedRevision: draft.revision, servicePeriod });
  await openInvoice(page, { id });
  await button(page, 'Rechnung finalisieren').click();
  const dialog = dialogOf(page, 'Rechnung finalisieren');
  await expect(dialog).toContainText(
    /Bitte prüfen Sie das Rechnungsdatum\. Der \d\d\.\d\d\.\d{4} liegt in der Zukunft/,
  );
  await expect(dialog).toContainText(`Für diesen Kunden gibt es schon ${numbers[2] ?? 'none'} vom`);
  await expect(dialog).toContainText('über 1.071,00\u00a0€');
  await expect(dialog).toContainText(
    '1.071,00\u00a0€ sind mehr als das Fünffache dessen, was für diesen Kunden üblich ist (119,00\u00a0€)',
  );
  await expect(dialog).toContainText('Er endet am 31.01.2020');
  await expect(button(dialog, 'Rechnung finalisieren')).toBeEnabled();
  await expectAccessible(page);
  await dialog.getByRole('listitem').filter({ hasText: 'in der Zukunft' }).getByRole('button').click();
  await expect(dialogOf(page, 'Rechnung aktualisieren').getByLabel('Rechnungsdatum').first()).toBeFocused();
  await page.keyboard.press('Escape');

  await api['invoices.update']({ id, expectedRevision: draft.revision + 1, issueDate: next(-400) });
  const { hints } = await api['invoices.check']({ id });
  expect(hints.map(({ rule }) => rule)).not.toContain('same-amount-again');
});
