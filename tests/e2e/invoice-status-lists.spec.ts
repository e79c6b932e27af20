import { today } from '../../renderer/components/today.ts';
import { expect, test } from './fixture.ts';
import { button, dialogOf, makeDraft, makeFinal, openInvoice, type Changes } from './invoice-drafts.ts';
import { rows, search, tab, unique } from './invoice-list-parts.ts';
import type { RunningOffice } from './offices.ts';

/** What stands in each list: the word of its Bezeichnung, and how it stands (C4). */
const FOUND = {
  Entwurf: [/offen.*Entwurf/],
  'Wartend auf Anpassung': [/gefragt.*Entwurf.*Anpassung angefragt/],
  'In Rechnung gestellt': [/final.*Final.*noch nicht versendet/, /teilweise.*Final/, /versendet.*Versendet/],
  Beanstandet: [/beanstandet.*Final.*beanstandet/],
  Storniert: [/storniert.*Storniert/, /storniert.*Verrechnet/],
  Bezahlt: [/bezahlt.*Bezahlt/],
} as const;

const TESTS: readonly [ids: string, ...lists: (keyof typeof FOUND)[]][] = [
  ['[C4.2] [C4.3] [C4.5]', 'Entwurf', 'Wartend auf Anpassung', 'Beanstandet'],
  ['[C4.4] [C4.6] [C4.7]', 'In Rechnung gestellt', 'Storniert', 'Bezahlt'],
];

/** One for each list, and one of which a part is paid. */
async function makeOneEach(office: RunningOffice, word: string): Promise<void> {
  const { api } = office;
  const once = () => ({ requestId: crypto.randomUUID() });
  const named = (name: string): Changes => ({ title: `${word} ${name}` });
  const final = async (name: string) => {
    const { id, revision, totals } = await makeFinal(office, named(name));
    return { target: { id, expectedRevision: revision }, gross: totals.gross };
  };
  await makeDraft(office, named('offen'));
  const asked = await makeDraft(office, named('gefragt'));
  await api['invoices.requestChanges']({ id: asked.id, expectedRevision: asked.revision, text: 'Menge prüfen' });
  await final('final');
  await api['invoices.markSent']((await final('versendet')).target);
  const partly = await final('teilweise');
  await api['invoices.pay']({ ...partly.target, ...once(), date: today(), amount: partly.gross - 1 });
  const paid = await final('bezahlt');
  await api['invoices.pay']({ ...paid.target, ...once(), date: today(), amount: paid.gross });
  await api['invoices.dispute']({ ...(await final('beanstandet')).target, text: 'Zu viel' });
  await api['invoices.cancel']({ ...(await final('storniert')).target, ...once(), replace: false, reason: '' });
}

for (const [ids, ...lists] of TESTS) {
  test(`${ids} each list holds what belongs into it: ${lists.join(', ')}`, async ({ page, office }) => {
    const word = unique();
    await makeOneEach(office, word);
    await search(page).fill(word);
    for (const list of lists) {
      await tab(page, list).click();
      await expect(rows(page)).toHaveCount(FOUND[list].length);
      for (const row of FOUND[list]) await expect(rows(page).filter({ hasText: row })).toHaveCount(1);
    }
  });
}

test('[D17] what § 14 UStG wants stands in the way, or is only remarked on, as the office has set it', async ({
  page,
  office,
}) => {
  const draft = await makeDraft(office, { servicePeriod: null });
  const dialog = dialogOf(page, 'Rechnung finalisieren');
  const ready = async (strict: boolean) => {
    await page.getByRole('link', { name: 'Einrichtung' }).click();
    await page.getByLabel(/^Fehlende Pflichtangaben/).setChecked(strict);
    const save = button(page, 'Speichern');
    if (await save.isEnabled()) await save.click();
    await expect(save).toBeDisabled();
    await openInvoice(page, draft);
    await button(page, 'Rechnung finalisieren').click();
    await expect(dialog.getByText(/Bitte .*Leistungszeitraum/).first()).toBeVisible();
    const isReady = await button(dialog, 'Rechnung finalisieren').isEnabled();
    await button(dialog, 'Abbrechen').click();
    await expect(dialog).toHaveCount(0);
    return isReady;
  };
  expect(await ready(false)).toBe(true);
  expect(await ready(true)).toBe(false);
});
