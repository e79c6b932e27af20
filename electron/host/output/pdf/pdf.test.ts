import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { jpegFile, smallPng } from '../../../../tests/builders/pictures.ts';
import { documentOf, lineOf, richText, textOf } from '../../../../tests/bench/pdf/documents.ts';
import { LATIN } from './font/characters.ts';
import { FACES } from './font/face.ts';
import { openFonts } from './font/fonts.ts';
import { renderInvoicePdf } from './index.ts';
import { inspectPicture, readPicture, type Picture } from './picture/picture.ts';
import { unsupportedCharacters } from './unsupported.ts';

const DOCUMENT = documentOf(
  [
    textOf('intro', 'Sehr geehrter Herr Öztürk, für Größe & Maß berechnen wir “Sonderposten” – wie besprochen:'),
    lineOf({ description: richText('Prüfung der Anlage'), discount: { kind: 'percent', percent: 1000 } }),
    lineOf({ title: 'Fachbuch', unit: 'piece', vat: { category: 'S', percent: 700 } }),
  ],
  {
    allowances: [{ name: 'Treuerabatt', discount: { kind: 'amount', amount: 500 } }],
    terms: { dueDays: 14, dueDate: '2026-12-05', skonto: { days: 7, percent: 200, lastDay: '2026-11-28' } },
  },
);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The document with a logo, and the picture that it names. */
function withLogo(content: Uint8Array): [InvoiceDocument, Picture] {
  return [{ ...DOCUMENT, logo: { hash: sha256(content), ...inspectPicture(content) } }, readPicture(content)];
}

const VARIANTS: [what: string, document: InvoiceDocument, logo: Picture | null][] = [
  ['without a logo', DOCUMENT, null],
  ['with a PNG that shines through', ...withLogo(smallPng())],
  ['with a JPEG', ...withLogo(jpegFile({ channels: 3 }))],
];

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text;
}

describe.each(VARIANTS)('the file %s', (_what, document, logo) => {
  let bytes: Uint8Array;
  let pdf: PDFDocument;
  let xmp: string;

  beforeAll(async () => {
    bytes = await renderInvoicePdf(document, logo);
    pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const metadata = pdf.catalog.lookup(PDFName.of('Metadata'));
    xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
  });

  test('reads back as the words and sums of the document, with ordinary spaces', async () => {
    const text = await textOfPdf(bytes);
    expect(text).not.toMatch(/[\u00a0\ufffd\u0000]/u);
    for (const part of [
      'Rechnung RE-2026-0001',
      'für Größe & Maß berechnen wir “Sonderposten” – wie besprochen:',
      'Wartung der Heizungsanlage',
      '10 % Rabatt -17,00 €',
      'Summe Netto 323,00 €',
      'Treuerabatt -5,00 €',
      'Gesamtbetrag',
      'IBAN DE89 3704 0044 0532 0130 00',
      'Seite 1 von 1',
    ]) {
      expect(text).toContain(part);
    }
    const gross = DOCUMENT.totals.gross;
    expect(text).toContain(`${Math.floor(gross / 100)},${String(gross % 100).padStart(2, '0')} €`);
  });

  test('claims PDF/A-3b, has an output intent, an identifier and a language, and no script', () => {
    expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>/u);
    expect(xmp).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/u);
    const intents = pdf.catalog.lookup(PDFName.of('OutputIntents'));
    expect(String(intents)).not.toBe('undefined');
    const all = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n');
    expect(all).toContain('/GTS_PDFA1');
    expect(all).toContain('sRGB IEC61966-2.1');
    expect(all).not.toMatch(/JavaScript|\/JS|DeviceCMYK|\/Encrypt|LZWDecode/u);
    expect(String(pdf.catalog.lookup(PDFName.of('Lang')))).toContain('de-DE');
    const id = pdf.context.trailerInfo.ID;
    expect(String(id)).toMatch(/^\[ <[0-9a-f]{32}> <[0-9a-f]{32}> \]$/u);
  });

  test('says the same of itself in the information dictionary and in XMP', async () => {
    const { info } = await getMeta(await getDocumentProxy(new Uint8Array(bytes)));
    expect(info).toMatchObject({
      Title: 'Rechnung RE-2026-0001',
      Author: 'Haustechnik Überlingen GmbH',
      Producer: 'Kontor',
    });
    for (const part of [
      'Rechnung RE-2026-0001',
      'Haustechnik Überlingen GmbH',
      '<pdf:Producer>Kontor',
      '2026-11-21T10:00:00Z',
    ]) {
      expect(xmp).toContain(part);
    }
    expect(pdf.getCreationDate()?.toISOString()).toBe(DOCUMENT.madeAt);
    expect(pdf.getModificationDate()?.toISOString()).toBe(DOCUMENT.madeAt);
  });

  test('embeds each font as a tagged subset with ToUnicode', () => {
    const dictionaries = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
    const ofType = (type: string): PDFDict[] =>
      dictionaries.filter((dict) => String(dict.get(PDFName.of('Type'))) === type);
    const fonts = ofType('/Font').filter((dict) => String(dict.get(PDFName.of('Subtype'))) === '/Type0');
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const font of fonts) {
      expect(String(font.get(PDFName.of('BaseFont')))).toMatch(/^\/[A-Z]{6}\+SourceSans3-/u);
      expect(font.lookup(PDFName.of('ToUnicode'))).toBeInstanceOf(PDFRawStream);
    }
    const descriptors = ofType('/FontDescriptor');
    expect(descriptors).toHaveLength(fonts.length);
    for (const descriptor of descriptors)
      expect(descriptor.lookup(PDFName.of('FontFile2'))).toBeInstanceOf(PDFRawStream);
  });
});

describe.each(VARIANTS)('the same document %s', (_what, document, logo) => {
  test('gives the same bytes twice, after others, and in another process', async () => {
    const first = sha256(await renderInvoicePdf(document, logo));
    await renderInvoicePdf(documentOf([lineOf({ title: 'Ganz andere Wörter: ÀÉÎÕŸ' })], { number: 'X-1' }));
    expect(sha256(await renderInvoicePdf(document, logo))).toBe(first);
    const script = `
      import { renderInvoicePdf } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      import { createHash } from 'node:crypto';
      let input = '';
      for await (const chunk of process.stdin) input += chunk;
      const { document, logo } = JSON.parse(input, (_, value) => value?.base64 ? Uint8Array.from(Buffer.from(value.base64, 'base64')) : value);
      console.log(createHash('sha256').update(await renderInvoicePdf(document, logo)).digest('hex'));`;
    const base64 = (_: string, value: unknown): unknown =>
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      input: JSON.stringify({ document, logo }, base64),
      encoding: 'utf8',
      env: { ...process.env, TZ: 'America/New_York', LANG: 'C' },
    });
    expect(output.trim()).toBe(first);
  });
});

describe('another document', () => {
  test('has another identifier, and so has one with another logo', async () => {
    const idOf = async (document: InvoiceDocument, logo: Picture | null = null): Promise<string> => {
      const pdf = await PDFDocument.load(await renderInvoicePdf(document, logo), { updateMetadata: false });
      return String(pdf.context.trailerInfo.ID);
    };
    expect(await idOf(documentOf([lineOf()]))).not.toBe(await idOf(documentOf([lineOf({ title: 'Anderes' })])));
    const logos = [smallPng(), smallPng(200)].map((content) => idOf(...withLogo(content)));
    expect(new Set([...(await Promise.all(logos)), await idOf(DOCUMENT)]).size).toBe(3);
  });
});

describe('printed documents', () => {
  test('[A10.6] [A20.11] [A20.12] a cancellation prints title, number and date of what it cancels', async () => {
    const text = await textOfPdf(
      await renderInvoicePdf(
        documentOf([lineOf({ quantity: -20_000 })], {
          kind: 'cancellation',
          number: 'RE-2026-0099',
          precedingInvoice: { number: 'RE-2026-0001', issueDate: '2026-11-21' },
        }),
      ),
    );
    expect(text).toContain('Stornorechnung RE-2026-0099');
    expect(text).toContain('zur Rechnung RE-2026-0001 vom 21.11.2026');
    expect(text).toContain('-202,30 €');
    expect(text).not.toMatch(/gutschrift|überweisen/iu);
  });

  test('a document and its logo come together or not at all', async () => {
    const [document, logo] = withLogo(smallPng());
    await expect(renderInvoicePdf(document)).rejects.toThrow('logo');
    await expect(renderInvoicePdf(DOCUMENT, logo)).rejects.toThrow('logo');
  });

  test('a draft says so', async () => {
    const text = await textOfPdf(await renderInvoicePdf({ ...DOCUMENT, number: null }));
    expect(text).toContain('Rechnung (Entwurf)');
    expect(text).toContain('ENTWURF');
  });

  test('an invoice without lines can be previewed', async () => {
    expect(await textOfPdf(await renderInvoicePdf(documentOf([], { number: null })))).toContain('Gesamtbetrag');
  });
});

describe('characters outside the font', () => {
  const { buyer } = DOCUMENT;
  const document = documentOf(
    [textOf('intro', 'gut'), lineOf({ title: 'Tee 中中', description: richText('\u{1F600}') })],
    {
      buyer: { ...buyer, name: 'Ελ' },
      allowances: [{ name: 'Ж', discount: { kind: 'amount', amount: 100 } }],
    },
  );

  test('are reported once each, with their field', () => {
    expect(unsupportedCharacters(document)).toEqual([
      { field: 'buyer.name', character: 'Ε', codePoint: 0x395 },
      { field: 'buyer.name', character: 'λ', codePoint: 0x3bb },
      { field: 'entries.1.title', character: '中', codePoint: 0x4e2d },
      { field: 'entries.1.description', character: '\u{1F600}', codePoint: 0x1f600 },
      { field: 'allowances.0.name', character: 'Ж', codePoint: 0x416 },
    ]);
  });

  test('are exactly those that a face of the shipped font lacks', () => {
    for (const face of FACES) {
      const supported = Array.from({ length: 0x3000 }, (_, code) => code).filter((code) =>
        openFonts()[face].supports(code),
      );
      expect(supported).toEqual([...LATIN].sort((a, b) => a - b));
    }
  });

  test('are never drawn as an empty box', async () => {
    await expect(renderInvoicePdf(document)).rejects.toThrow('no glyph for U+');
  });

  test('decomposed letters, soft hyphens and every European letter are no trouble', async () => {
    const fine = documentOf([lineOf({ title: 'Mu\u0308ller Ab\u00adschluss ĄĆĘŁŃÓŚŹŻ ěščřžýáíé őű ğış œæø “”‚‘…' })]);
    expect(unsupportedCharacters(fine)).toEqual([]);
    expect(await textOfPdf(await renderInvoicePdf(fine))).toContain('Müller Abschluss');
  });
});
