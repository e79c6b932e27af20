import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { isEmptyRichText } from '#shared/domain/rich-text.ts';
import { canReceiveIntraCommunitySupply } from '#shared/domain/european-union.ts';
import { SMALL_INVOICE_LIMIT } from '#shared/domain/e-invoice-duty.ts';
import { grossInEuro, isEuro, type CheckedInvoice, type Condition } from './checked-invoice.ts';

/** Categories in which the buyer owes the tax or the supply crosses a border: both VAT ids are mandatory (F1.4, F1.5). */
const BOTH_VAT_IDS = new Set(['AE', 'K']);

/**
 * § 19 UStG covers supplies in Germany: no VAT is shown on them, and § 19 Abs. 4 rules out intra-community supplies.
 * What is taxed abroad (AE, O) or leaves the EU (G) keeps its own category.
 */
const SMALL_BUSINESS_NEVER = new Set(['S', 'Z', 'K']);

/**
 * "Pflichtangaben": what § 14 Abs. 4 and § 14a UStG want on every invoice and this one lacks (D17, F1).
 * An invoice up to 250 EUR gross needs neither recipient, tax number nor time of supply (§ 33 UStDV, F1.7),
 * unless it is one with two VAT ids.
 */
export function missingContent(checked: CheckedInvoice): Condition[] {
  const { document } = checked;
  const bothVatIds = document.totals.vatBreakdown.some(({ category }) => BOTH_VAT_IDS.has(category));
  return [
    ...sellerProblems(document),
    ...(isSmall(document) && !bothVatIds ? [] : fullInvoiceProblems(document)),
    ...(bothVatIds ? vatIdProblems(document) : []),
    ...lineProblems(document),
    ...rateProblems(checked),
    ...currencyProblems(document),
  ];
}

function isSmall(document: InvoiceDocument): boolean {
  const gross = grossInEuro(document);
  return gross !== null && gross >= 0 && gross <= SMALL_INVOICE_LIMIT;
}

function sellerProblems({ seller }: InvoiceDocument): Condition[] {
  return missing({
    'company.name': seller.name,
    'company.address.street': seller.address.street,
    'company.address.postCode': seller.address.postCode,
    'company.address.city': seller.address.city,
  });
}

function fullInvoiceProblems({ seller, buyer, servicePeriod }: InvoiceDocument): Condition[] {
  return [
    ...missing({
      'customer.name': buyer.name,
      // A post office box stands in the second line of the address.
      'customer.address.street': buyer.address.street || buyer.address.addition,
      'customer.address.postCode': buyer.address.postCode,
      'customer.address.city': buyer.address.city,
      'invoice.servicePeriod': servicePeriod ? 'given' : '',
    }),
    ...(seller.vatId === '' && seller.taxNumber === '' ? [condition('tax-id-missing', 'company.vatId')] : []),
  ];
}

function vatIdProblems({ seller, buyer }: InvoiceDocument): Condition[] {
  return missing({ 'company.vatId': seller.vatId, 'customer.vatId': buyer.vatId });
}

/** "Art und Umfang" of the supply: a title, or a description in its place. */
function lineProblems({ entries }: InvoiceDocument): Condition[] {
  return entries.flatMap((entry, index) =>
    entry.kind === 'line' && entry.title === '' && (!entry.description || isEmptyRichText(entry.description))
      ? [condition('mandatory', `entries.${index}.title`)]
      : [],
  );
}

/** Wrong or excess VAT would be owed (§ 14c UStG, F1.8); a Kleinunternehmer shows none (F1.6), and only another member state gets K. */
function rateProblems({ document, lineRates }: CheckedInvoice): Condition[] {
  return lineRates.flatMap(({ index, rate, percent }) => {
    const field = `entries.${index}.vatRateId`;
    if (!rate || percent === null) return [condition('vat-rate-undefined', field)];
    if (document.seller.smallBusiness && SMALL_BUSINESS_NEVER.has(rate.category)) {
      return [condition('small-business-shows-no-vat', field)];
    }
    if (!document.seller.smallBusiness && rate.smallBusiness) return [condition('not-a-small-business', field)];
    const { address, vatId } = document.buyer;
    if (rate.category === 'K' && !canReceiveIntraCommunitySupply({ country: address.country, vatId })) {
      return [condition('not-intra-community', field)];
    }
    const noted = document.vatNotices.some(({ category, text }) => category === rate.category && text !== '');
    return rate.category === 'E' && !noted ? [condition('exemption-reason-missing', field)] : [];
  });
}

function currencyProblems(document: InvoiceDocument): Condition[] {
  const bearsVat = document.totals.vatBreakdown.some(({ category }) => category === 'S');
  if (isEuro(document) || document.exchangeRate || !bearsVat) return [];
  return [condition('exchange-rate-missing', 'invoice.exchangeRate')];
}

function missing(values: Record<string, string>): Condition[] {
  return Object.entries(values).flatMap(([field, value]) => (value === '' ? [condition('mandatory', field)] : []));
}

function condition(rule: string, field: string): Condition {
  return { rule, field, parameters: {} };
}
