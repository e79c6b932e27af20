import { describe, expect, test } from 'vitest';
import type { DocumentLine, InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { paymentTerms } from '#shared/domain/payment-terms.ts';
import type { VatCategory } from '#shared/domain/vat.ts';
import { checkDocument } from '../../electron/host/output/einvoice/check-document.ts';
import { proveUbl, renderXRechnung } from '../../electron/host/output/einvoice/index.ts';
import { documentLine, documentText, invoiceDocument } from '../builders/invoice-document.ts';
import { officialFindings, rulesAreAbsent } from './rules.ts';

const base = invoiceDocument();

/** Renders, proves, and lets both rule checks say that there is nothing to say. Returns the XML. */
async function accepted(overrides: Partial<Omit<InvoiceDocument, 'totals'>>): Promise<string> {
  const document = invoiceDocument(overrides);
  expect(checkDocument(document)).toEqual([]);
  const { xml } = renderXRechnung(document);
  proveUbl(xml, document);
  expect(await officialFindings(xml)).toEqual([]);
  return new TextDecoder().decode(xml);
}

function taxed(category: VatCategory, percent = 0, more: Partial<DocumentLine> = {}): DocumentLine {
  return documentLine({ vat: { category, percent }, ...more });
}

const austrianBuyer = {
  ...base.buyer,
  vatId: 'ATU12345678',
  address: { street: 'Ring 1', addition: '', postCode: '1010', city: 'Wien', country: 'AT' },
};
const swissBuyer = {
  ...base.buyer,
  vatId: '',
  address: { street: 'Limmatquai 1', addition: '', postCode: '8001', city: 'Zürich', country: 'CH' },
};

describe.skipIf(rulesAreAbsent)('the official rules accept without a remark', () => {
  test('[B3.6] [F5.11] an ordinary invoice, as XRechnung 3.0', async () => {
    const xml = await accepted({});
    expect(xml).toContain('>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0<');
  });

  test('[B3.5] [F5.6] [D23] an invoice without Leitweg-ID, with each fall-back of the buyer reference', async () => {
    const buyer = { ...base.buyer, leitwegId: '' };
    expect(await accepted({ buyer, reference: 'B-4711' })).toContain('<cbc:BuyerReference>B-4711<');
    expect(await accepted({ buyer })).toContain('<cbc:BuyerReference>10017<');
    expect(await accepted({ buyer: { ...buyer, number: '' } })).toContain('<cbc:BuyerReference>RE-2026-0041<');
  });

  test('a Leitweg-ID, with the Referenznummer as purchase order', async () => {
    const buyer = { ...base.buyer, leitwegId: '04011000-12345-03' };
    const xml = await accepted({ buyer, reference: 'B-4711' });
    expect(xml).toContain('<cbc:BuyerReference>04011000-12345-03<');
    expect(xml.replace(/\s/g, '')).toContain('<cac:OrderReference><cbc:ID>B-4711</cbc:ID></cac:OrderReference>');
  });

  test.each([
    [{ email: '', leitwegId: '04011000-12345-03' }, '"0204">04011000-12345-03'],
    [{ email: '', vatId: 'DE136695976' }, '"9930">DE136695976'],
    [{ email: '', vatId: 'ATU12345678' }, '"9914">ATU12345678'],
    [{ email: '', vatId: 'SE556036079301' }, '"0007">5560360793'],
  ])('[F5.6] the electronic address of a buyer with %o', async (fields, endpoint) => {
    const xml = await accepted({ buyer: { ...base.buyer, ...fields } });
    expect(xml).toContain(`<cbc:EndpointID schemeID=${endpoint}</cbc:EndpointID>`);
  });

  test.each<[string, VatCategory, number, Partial<InvoiceDocument>]>([
    ['standard rate', 'S', 700, {}],
    ['zero rate', 'Z', 0, {}],
    ['exempt', 'E', 0, { vatNotices: [{ category: 'E', text: 'Steuerfrei nach § 4 Nr. 21 UStG' }] }],
    ['export', 'G', 0, { buyer: swissBuyer }],
    ['outside the scope of VAT, with VAT ids on record', 'O', 0, { buyer: austrianBuyer }],
  ])('VAT category: %s', async (_, category, percent, overrides) => {
    const xml = await accepted({ entries: [taxed(category, percent)], ...overrides });
    expect(xml).toContain(`<cbc:ID>${category}</cbc:ID>`);
  });

  test('[F5.13] [F1.4] reverse charge: AE, 0 %, both VAT ids, the words of the law', async () => {
    const xml = await accepted({ entries: [taxed('AE')], buyer: austrianBuyer });
    expect(xml).toContain('<cbc:TaxExemptionReasonCode>VATEX-EU-AE<');
    expect(xml).toContain('<cbc:TaxExemptionReason>Steuerschuldnerschaft des Leistungsempfängers<');
    expect(xml).toContain('<cbc:CompanyID>DE136695976<');
    expect(xml).toContain('<cbc:CompanyID>ATU12345678<');
    expect(xml).toContain('<cbc:TaxAmount currencyID="EUR">0.00<');
  });

  test('[F5.13] [F1.5] intra-community supply: K, both VAT ids, the note, period and deliver-to country', async () => {
    const xml = (await accepted({ entries: [taxed('K')], buyer: austrianBuyer })).replace(/\s/g, '');
    expect(xml).toContain('VATEX-EU-IC');
    expect(xml).toContain('SteuerfreieinnergemeinschaftlicheLieferung');
    expect(xml).toContain('<cbc:CompanyID>DE136695976<');
    expect(xml).toContain('<cbc:CompanyID>ATU12345678<');
    expect(xml).toMatch(
      /<cac:Delivery><cbc:ActualDeliveryDate>2026-11-15<.*<cbc:IdentificationCode>AT<.*<\/cac:Delivery>/,
    );
  });

  test('[F5.13] Kleinunternehmer with a Steuernummer only: E with the reason of § 19 UStG', async () => {
    const seller = { ...base.seller, vatId: '', smallBusiness: true };
    const xml = await accepted({ entries: [taxed('E')], seller });
    expect(xml).toContain('<cbc:TaxExemptionReason>Steuerfrei nach § 19 UStG (Kleinunternehmer).<');
    expect(xml).not.toContain('TaxExemptionReasonCode');
  });

  test('[F4.8] [F4.7] mixed rates under two overall discounts: one allowance per rate, each with its reason', async () => {
    const xml = await accepted({
      entries: [taxed('S', 1900, { unitPrice: 333_333 }), taxed('S', 700, { unitPrice: 111_111 }), taxed('Z')],
      allowances: [
        { name: 'Treuerabatt', discount: { kind: 'percent', percent: 333 } },
        { name: 'Messe & Aktion', discount: { kind: 'amount', amount: 1000 } },
      ],
    });
    expect(xml.match(/<cbc:AllowanceChargeReason>Treuerabatt</g)).toHaveLength(3);
    expect(xml.match(/<cbc:AllowanceChargeReason>Messe &amp; Aktion</g)).toHaveLength(3);
  });

  test('[F4.9] a line discount beyond the line, and prices of four places', async () => {
    const xml = await accepted({
      entries: [
        documentLine({ quantity: 10_000, unitPrice: 100_000, discount: { kind: 'amount', amount: 1500 } }),
        documentLine({ quantity: 12_345, unitPrice: 1_234_567, discount: { kind: 'percent', percent: 1250 } }),
      ],
    });
    expect(xml).toContain('<cbc:LineExtensionAmount currencyID="EUR">-5.00<');
    expect(xml).toContain('<cbc:PriceAmount currencyID="EUR">123.4567<');
    expect(xml).toContain('<cbc:MultiplierFactorNumeric>12.5<');
  });

  test('[F4.10] a negative total, without due date and terms', async () => {
    const xml = await accepted({ entries: [documentLine({ quantity: -15_000 })] });
    expect(xml).toContain('<cbc:PayableAmount currencyID="EUR">-151.73<');
    expect(xml).not.toContain('DueDate');
    expect(xml).not.toContain('PaymentTerms');
  });

  test('[F5.7] a Stornorechnung: 384, positive price, negative quantity and line, number and date of the original', async () => {
    const xml = await accepted({
      kind: 'cancellation',
      number: 'RE-2026-0042',
      entries: [documentLine({ quantity: -20_000, discount: { kind: 'percent', percent: 1000 } })],
      precedingInvoice: { number: 'RE-2026-0041', issueDate: '2026-11-20' },
    });
    const flat = xml.replace(/>\s+</g, '><');
    expect(flat).toContain('<cbc:InvoiceTypeCode>384<');
    expect(flat).toContain(
      '<cac:InvoiceDocumentReference><cbc:ID>RE-2026-0041</cbc:ID><cbc:IssueDate>2026-11-20</cbc:IssueDate>',
    );
    expect(flat).toContain('<cbc:InvoicedQuantity unitCode="HUR">-2<');
    expect(flat).toContain('<cbc:PriceAmount currencyID="EUR">85.00<');
    expect(flat).toContain('<cbc:LineExtensionAmount currencyID="EUR">-153.00<');
  });

  test('[F4.11] a foreign currency: VAT in EUR too, and no SEPA transfer', async () => {
    const exchangeRate = { rate: '1.0823', date: '2026-11-19', source: 'EZB' };
    const xml = await accepted({ currency: 'USD', exchangeRate });
    expect(xml).toContain('<cbc:TaxCurrencyCode>EUR<');
    expect(xml).toContain('<cbc:TaxAmount currencyID="USD">32.30<');
    expect(xml).toContain('<cbc:TaxAmount currencyID="EUR">29.84<');
    expect(xml).toContain('<cbc:PaymentMeansCode>30<');
  });

  test('[F5.8] Skonto as the line that programs read, SEPA transfer with IBAN', async () => {
    const terms = paymentTerms('2026-11-20', { dueDays: 30, skonto: { days: 14, percent: 225 } });
    const xml = await accepted({ terms });
    expect(xml).toContain(
      '<cbc:Note>Zahlbar ohne Abzug bis zum 20.12.2026.\n#SKONTO#TAGE=14#PROZENT=2.25#\n</cbc:Note>',
    );
    expect(xml).toContain('<cbc:PaymentMeansCode>58<');
    expect(xml).toContain('<cbc:ID>DE89370400440532013000<');
  });

  test('[F5.12] a bare minimum, without one empty element', async () => {
    const bare = { street: '', addition: '', postCode: '12345', city: 'Hof', country: 'DE' };
    const xml = await accepted({
      title: '',
      seller: { ...base.seller, address: bare, taxNumber: '', legalInformation: '' },
      buyer: { ...base.buyer, number: '', address: bare },
      payment: { iban: base.payment.iban, bic: '', accountHolder: '' },
      buyerContact: { name: '', phone: '', email: '' },
      entries: [documentLine({ title: '', description: documentText('body', 'Beratung').content })],
    });
    expect(xml).not.toMatch(/<[^/>]*\/>|<([\w:]+)[^>]*>\s*<\/\1>/);
    expect(xml).toContain('<cbc:Name>Beratung<');
  });

  test('texts of every kind as notes, in printing order, and characters that XML or the rules are touchy about', async () => {
    const xml = await accepted({
      title: 'Wartung <neu> & &lt;alt&gt;',
      entries: [
        documentText('intro', 'Guten Tag,\nvielen Dank.'),
        documentLine({ title: 'A & B', description: documentText('body', '„Zitat“ ]]> \u{1F600}').content }),
        documentText('body', 'Zwischentext'),
        documentText('closing', 'Losnummer #1a2# beachten'),
      ],
    });
    const notes = [...xml.matchAll(/<cbc:Note>([^<]*)<\/cbc:Note>/g)].map(([, text]) => text);
    expect(notes.slice(0, 4)).toEqual([
      'Wartung &lt;neu&gt; &amp; &amp;lt;alt&amp;gt;',
      'Guten Tag,\nvielen Dank.',
      'Zwischentext',
      '#AAI#Losnummer #1a2# beachten',
    ]);
  });

  test('an invoice in English', async () => {
    const entries = [documentLine({ discount: { kind: 'amount', amount: 100 } })];
    const xml = await accepted({ language: 'en', entries });
    expect(xml).toContain('<cbc:Note>Payable in full by 4 Dec 2026.<');
    expect(xml).toContain('<cbc:AllowanceChargeReason>Discount<');
  });
});
