import { expect, LONG, test } from './fixture.ts';
import { button, makeDraft, openInvoice } from './invoice-drafts.ts';

test.use({ showsPage: true });

interface Printed {
  pages: { width: number; height: number; inked: number; colours: number }[];
  title: string;
}

test('"Drucken …" hands every page of the PDF to the system, and nothing else', async ({ page, office }) => {
  const first = await makeDraft(office);
  const [line] = first.entries;
  if (line?.kind !== 'line') throw new Error('the draft has a position');
  const entries = Array.from({ length: 70 }, (_, index) => ({
    ...{ kind: 'line' as const, title: `Räumen ${String(index)}`, quantity: '1', unit: 'hour' as const },
    ...{ unitPrice: '120', vatRateId: line.vatRateId },
  }));
  const draft = await makeDraft(office, { title: 'Viele Seiten', entries });
  await openInvoice(page, draft);
  await expect(page.getByText(/^Seite 1 von \d$/).first()).toBeVisible();
  const count = Number(
    /von (\d+)/.exec(
      (await page
        .getByText(/^Seite 1 von \d$/)
        .first()
        .textContent()) ?? '',
    )?.[1],
  );
  expect(count).toBeGreaterThan(1);

  // In place of the system's dialog, which no test can close.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', document.title);
  });
  const titleBefore = await page.title();
  await button(page, 'Drucken …').click();
  await expect(page.locator('body[data-printed]')).toBeAttached();
  await expect(page.locator('body')).toHaveAttribute('data-printed', /Viele Seiten|Entwurf/);

  const { pages } = await page.evaluate((): Printed => {
    const images = [...document.querySelectorAll<HTMLImageElement>('.print-pages img')];
    const look = (image: HTMLImageElement) => {
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
      let inked = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) inked += 1;
      return { width: canvas.width, height: canvas.height, inked, colours: 0 };
    };
    return { pages: images.map(look), title: document.title };
  });
  expect(pages).toHaveLength(count);
  for (const { width, height, inked } of pages) {
    expect([width, height]).toEqual([2067, 2923]);
    expect(inked).toBeGreaterThan(1000);
  }

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-pages')).toBeVisible();
  await expect(page.locator('#app')).toBeHidden();
  // What the printer would get: as many sheets, each of A4.
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(count);
  expect(printed).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.print-pages')).toBeHidden();

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.print-pages')).toHaveCount(0);
  await expect(page).toHaveTitle(titleBefore);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#app')).toBeVisible();
});

test('a draft without Vorlage cannot be printed, and says why', LONG, async ({ page, office }) => {
  const draft = await makeDraft(office, { templateId: null });
  await openInvoice(page, draft);
  await expect(button(page, 'Drucken …')).toBeDisabled();
  await expect(page.getByText('Ohne sie lässt sich die Rechnung nicht drucken.').first()).toBeVisible();
});
