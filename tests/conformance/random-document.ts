import fc from 'fast-check';
import type { ContactPerson, DocumentEntry, InvoiceDocument, PostalAddress } from '#shared/domain/invoice-document.ts';
import { UNIT_NAMES } from '#shared/domain/units.ts';
import type { LineVat } from '#shared/domain/vat.ts';
import { documentLine, documentText, invoiceDocument } from '../builders/invoice-document.ts';

/** Mostly the usual text, sometimes none, blank, or full of what XML and the rules are touchy about. */
function text(usual: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 14, arbitrary: fc.constant(usual) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        ' ',
        '&lt;A & B&gt; <c> "d" \'e\' ]]>',
        '#1a2# x #',
        'Straße\n#2',
        '\u{1F600} é',
        '  x  ',
      ),
    },
  );
}

/** The usual value nine times out of ten. */
function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const address: fc.Arbitrary<PostalAddress> = fc.record({
  street: text('Am Markt 1'),
  addition: text(''),
  postCode: text('12345'),
  city: text('Beispielstadt'),
  country: mostly('DE', 'AT', 'FR', 'CH', '', 'ZZ', 'EL'),
});

const contact: fc.Arbitrary<ContactPerson> = fc.record({
  name: text('Jana Weiß'),
  phone: mostly('07551 12345', '', '12', 'a1b2c3'),
  email: mostly('jana@haus.example', '', 'jana', 'a@b', 'a@@b.de', '.@b.de', 'a@b..de'),
});

const vatId = mostly('DE136695976', '', 'ATU12345678', 'XY123', 'EL123456789', '123');

const lineVat: fc.Arbitrary<LineVat> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom<LineVat>({ category: 'S', percent: 1900 }, { category: 'S', percent: 700 }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<LineVat>(
      { category: 'S', percent: 0 },
      { category: 'S', percent: 49 },
      { category: 'S', percent: 50 },
      { category: 'E', percent: 500 },
    ),
  },
);

/** Usually one category for all lines, as the law and the rules have it; sometimes any mixture. */
const lineVats: fc.Arbitrary<fc.Arbitrary<LineVat>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(lineVat) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<LineVat['category']>('Z', 'E', 'AE', 'K', 'G', 'O')
      .map((category) => fc.constant<LineVat>({ category, percent: 0 })),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      fc.constantFrom<LineVat>(
        { category: 'S', percent: 1900 },
        { category: 'Z', percent: 0 },
        { category: 'E', percent: 0 },
        { category: 'AE', percent: 0 },
        { category: 'O', percent: 0 },
      ),
    ),
  },
);

const discount = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }).map((percent) => ({ kind: 'percent' as const, percent })),
  fc.integer({ min: 1, max: 500_000 }).map((amount) => ({ kind: 'amount' as const, amount })),
);

function entries(vat: fc.Arbitrary<LineVat>): fc.Arbitrary<DocumentEntry[]> {
  const line = fc
    .record({
      title: text('Beratung'),
      description: fc.option(
        text('vor Ort\nund aus der Ferne').map((content) => documentText('body', content).content),
      ),
      quantity: fc.oneof(fc.integer({ min: -50_000, max: 500_000 }), fc.constant(0)),
      unit: fc.constantFrom(...UNIT_NAMES),
      unitPrice: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 0, max: 50_000_000 }) },
        { weight: 1, arbitrary: fc.constantFrom(0, -10_000) },
      ),
      discount: fc.option(discount, { freq: 3 }),
      vat,
    })
    .map(documentLine);
  const note = text('Mit freundlichen Grüßen').map((content) => documentText('closing', content));
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: note }), { maxLength: 5 }),
      mostly(true, false),
      line,
    )
    .map(([others, withLine, one]) => (withLine ? [one, ...others] : others));
}

/**
 * Documents as they could reach the e-invoice, about half of them broken in one place or several. Dates and sums are sound:
 * the contract and the one function for totals see to them.
 */
export const randomDocument: fc.Arbitrary<InvoiceDocument> = fc
  .record({
    kind: mostly<InvoiceDocument['kind']>('invoice', 'cancellation'),
    number: mostly<string | null>('RE-2026-0041', null, ' '),
    title: text('Wartung November'),
    reference: text(''),
    servicePeriod: mostly<InvoiceDocument['servicePeriod']>({ start: '2026-11-01', end: '2026-11-15' }, null, {
      start: '2026-11-15',
      end: '2026-11-01',
    }),
    currency: mostly<InvoiceDocument['currency']>('EUR', 'CHF', 'USD'),
    exchangeRate: fc.constantFrom(null, { rate: '1.0823', date: '2026-11-19', source: 'EZB' }),
    language: fc.constantFrom<InvoiceDocument['language']>('de', 'en'),
    seller: fc.record({
      name: text('Haustechnik Überlingen GmbH'),
      address,
      vatId,
      taxNumber: mostly('12/345/67890', ''),
      email: mostly('rechnung@haus.example', ''),
      phone: fc.constant(''),
      website: fc.constant(''),
      legalInformation: text('Amtsgericht Freiburg'),
      smallBusiness: fc.boolean(),
    }),
    responsible: contact,
    buyer: fc.record({
      number: text('10017'),
      kind: fc.constant<'business'>('business'),
      name: text('Stadtwerke Beispielstadt'),
      address,
      vatId: fc.oneof(vatId, fc.constant('')),
      email: mostly('eingang@stadt.example', ''),
      leitwegId: mostly('', '04011000-12345-03'),
    }),
    buyerContact: fc.option(contact),
    payment: fc.record({
      iban: mostly('DE89370400440532013000', '', 'DE00370400440532013000'),
      bic: mostly('COBADEFFXXX', ''),
      accountHolder: text('Haustechnik'),
    }),
    skonto: fc.option(fc.record({ days: fc.nat(60), percent: fc.integer({ min: 1, max: 10_000 }) })),
    entries: lineVats.chain(entries),
    allowances: fc.array(fc.record({ name: text('Treuerabatt'), discount }), { maxLength: 2 }),
    precedingInvoice: mostly<InvoiceDocument['precedingInvoice']>(
      null,
      { number: 'RE-2026-0007', issueDate: '2026-01-31' },
      { number: '', issueDate: '2026-01-31' },
    ),
  })
  .map(({ skonto, ...rest }) =>
    invoiceDocument({
      ...rest,
      terms: {
        dueDays: 14,
        dueDate: '2026-12-04',
        skonto: skonto === null ? null : { ...skonto, lastDay: '2026-11-30' },
      },
    }),
  );
