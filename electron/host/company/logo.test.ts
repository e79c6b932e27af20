import { describe, expect, test, vi } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { jpegFile, smallPng } from '../../../tests/builders/pictures.ts';
import {
  becomeSmallBusiness,
  createDraft,
  finalise,
  openReadyOffice,
  openTestOffice,
  type KontorApi,
} from '../../../tests/builders/office.ts';
import { createRenderer, type Renderer } from '../workers/renderer.ts';

async function setLogo(api: KontorApi, content: Uint8Array | null) {
  const { revision } = await api['company.get']({});
  return api['company.setLogo']({ expectedRevision: revision, content });
}

/** What the host logged of itself; that a busy machine was slow is none. */
const defects = (logged: unknown[]): unknown[] => logged.filter((entry) => !JSON.stringify(entry).includes('slow:'));

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The pictures of a PDF, with their dictionaries as text. */
async function picturesIn(content: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(content, { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object.dict] : []))
    .filter((dict: PDFDict) => String(dict.get(PDFName.of('Subtype'))) === '/Image')
    .map(String);
}

describe('the logo', () => {
  test('is kept by its hash, given back, journaled and taken away', async () => {
    const { api } = await openTestOffice();
    expect(await api['company.logo']({})).toEqual({ logo: null });
    const content = smallPng();
    const { logo } = await setLogo(api, content);
    expect(logo).toEqual({ hash: sha256(content), type: 'png', width: 60, height: 24 });
    expect(await api['company.logo']({})).toEqual({ logo: { content, type: 'png' } });
    const { entries } = await api['journal.list']({ record: 'company' });
    expect(entries[0]).toMatchObject({ action: 'company.updated', changes: { logo: { from: null, to: logo } } });
    expect((await setLogo(api, null)).logo).toBeNull();
    expect(await api['company.logo']({})).toEqual({ logo: null });
  });

  test.each([
    ['another format', new Uint8Array(Buffer.from('GIF89a')), 'picture-format'],
    ['a damaged file', smallPng().slice(0, 90), 'picture-damaged'],
    ['colours for a printing house', jpegFile({ channels: 4 }), 'picture-cmyk'],
    ['more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1), 'file-too-large'],
  ])('%s is refused at its field, and the one before stays', async (_what, content, rule) => {
    const { api, logged } = await openTestOffice();
    const { logo } = await setLogo(api, smallPng());
    await expect(setLogo(api, content)).rejects.toMatchObject({
      code: 'invalid-input',
      details: [expect.objectContaining({ field: 'content', rule })],
    });
    expect((await api['company.get']({})).logo).toEqual(logo);
    expect(defects(logged)).toEqual([]);
  });

  test('is printed on drafts at once, as RGB with what shines through', async () => {
    const { api } = await openReadyOffice({ ownRenderer: true });
    const { id } = await createDraft(api);
    expect(await picturesIn((await api['invoices.pdf']({ id })).content)).toEqual([]);
    await setLogo(api, smallPng());
    const pictures = await picturesIn((await api['invoices.pdf']({ id })).content);
    expect(pictures).toHaveLength(2);
    expect(pictures.join()).toMatch(/DeviceRGB/);
    expect(pictures.join()).toMatch(/SMask/);
    expect(pictures.join()).not.toMatch(/CMYK|Interpolate true/);
    await setLogo(api, jpegFile({ channels: 3 }));
    expect((await picturesIn((await api['invoices.pdf']({ id })).content)).join()).toMatch(/DCTDecode/);
  });
});

describe('[F2.1] the logo of a final invoice', () => {
  test('stays what it was, whatever the company does', async () => {
    const { api } = await openReadyOffice({ ownRenderer: true });
    await setLogo(api, smallPng());
    const invoice = await finalise(api, await createDraft(api));
    const before = await api['invoices.pdf']({ id: invoice.id });
    await setLogo(api, smallPng(200));
    await setLogo(api, null);
    expect(await api['invoices.pdf']({ id: invoice.id })).toEqual(before);
    expect(await picturesIn(before.content)).toHaveLength(2);
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
  });

  test('is the one of the moment: changed while the documents are made, they are made again', async () => {
    let meanwhile: () => Promise<unknown> = () => Promise.resolve();
    const files = vi.fn();
    const real = createRenderer((hash) => {
      files(hash);
      return Promise.resolve(hash === sha256(smallPng()) ? smallPng() : smallPng(200));
    });
    const renderer: Renderer = {
      render: async (...args) => {
        const rendered = await real.render(...args);
        await meanwhile();
        return rendered;
      },
      close: () => real.close(),
    };
    const { api } = await openReadyOffice({ renderer });
    await setLogo(api, smallPng());
    const draft = await createDraft(api);
    meanwhile = () => {
      meanwhile = () => Promise.resolve();
      return setLogo(api, smallPng(200));
    };
    const { id } = await finalise(api, draft);
    const { content } = await api['invoices.pdf']({ id });
    await setLogo(api, smallPng());
    const other = await finalise(api, await createDraft(api));
    expect(await picturesIn(content)).toHaveLength(2);
    expect(sha256(content)).not.toBe(sha256((await api['invoices.pdf']({ id: other.id })).content));
    // Each was asked for once; later documents find it in the thread.
    expect(files.mock.calls).toEqual([[sha256(smallPng())], [sha256(smallPng(200))]]);
    expect(await api['office.verify']({})).toMatchObject({ sound: true, damages: [] });
  });
});

describe('the test invoice', () => {
  test('shows company, bank, logo and the next number, is marked, and leaves nothing behind', async () => {
    const { api } = await openReadyOffice({ ownRenderer: true });
    await setLogo(api, smallPng());
    const range = (await api['numberRanges.list']({})).ranges;
    const { entries } = await api['journal.list']({});
    const { fileName, content } = await api['company.testInvoice']({});
    expect(fileName).toBe('Testrechnung.pdf');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)), { mergePages: true });
    for (const part of ['Testrechnung RE-2026-0001', 'TESTRECHNUNG', 'Musterbüro GmbH', 'IBAN DE02 1203', 'Beratung']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('19 % USt auf 360,00 €');
    expect(await picturesIn(content)).toHaveLength(2);
    expect((await api['numberRanges.list']({})).ranges).toEqual(range);
    expect((await api['journal.list']({})).entries).toEqual(entries);
    expect((await api['invoices.list']({})).rows).toEqual([]);
  });

  test('of a Kleinunternehmer shows no VAT but the reason, and an empty company can look too', async () => {
    const { api, logged } = await openTestOffice();
    await becomeSmallBusiness(api);
    const { content } = await api['company.testInvoice']({});
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)), { mergePages: true });
    expect(text).toContain('Steuerfrei nach § 19 UStG');
    expect(text).not.toContain('% USt');
    expect(defects(logged)).toEqual([]);
  });

  test('names what cannot be printed', async () => {
    const { api } = await openReadyOffice();
    const { revision } = await api['company.get']({});
    await api['company.update']({ expectedRevision: revision, name: 'Büro 中' });
    await expect(api['company.testInvoice']({})).rejects.toMatchObject({
      code: 'unprintable-character',
      details: expect.arrayContaining([expect.objectContaining({ field: 'company.name' })]) as unknown,
    });
  });
});
