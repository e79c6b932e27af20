import { divideRounded } from '#shared/domain/decimal.ts';
import { compareLineVat } from '#shared/domain/vat.ts';
import type { VatCategory } from '#shared/domain/vat.ts';
import type { EInvoice, VatBreakdown } from '../model.ts';
import { error, unless } from './finding.ts';
import type { Finding } from './finding.ts';

/** The rule families are named after the categories, only K has an old name. */
const FAMILY = { S: 'S', Z: 'Z', E: 'E', AE: 'AE', K: 'IC', G: 'G', O: 'O' } as const satisfies Record<
  VatCategory,
  string
>;

/** BG-23 and the VAT of lines: identifiers, reasons, rates and places that each category asks for. */
export function checkVat(invoice: EInvoice): Finding[] {
  const categories = new Set(invoice.lines.map(({ category }) => category));
  return [
    ...checkIdentifiers(invoice, categories),
    ...checkScope(invoice, categories),
    ...checkDelivery(invoice, categories),
    ...checkRates(invoice),
    ...invoice.vatBreakdown.flatMap((group) => checkGroup(group, fieldOf(invoice, group))),
  ];
}

/** Who must be identified how: BR-S-02, BR-Z-02, BR-E-02 (all as BR-DE-16), BR-AE-02, BR-IC-02, BR-G-02. */
function checkIdentifiers({ seller, buyer }: EInvoice, categories: Set<VatCategory>): Finding[] {
  const taxed = [...categories].some((category) => category !== 'O');
  const identified = seller.vatId !== '' || seller.taxNumber !== '';
  return [
    ...unless(!taxed || identified, error('BR-DE-16', 'company.vatId')),
    ...unless(!categories.has('AE') || buyer.vatId !== '', error('BR-AE-02', 'customer.vatId')),
    ...unless(!categories.has('K') || seller.vatId !== '', error('BR-IC-02', 'company.vatId')),
    ...unless(!categories.has('K') || buyer.vatId !== '', error('BR-IC-02', 'customer.vatId')),
    ...unless(!categories.has('G') || seller.vatId !== '', error('BR-G-02', 'company.vatId')),
  ];
}

/** What is outside the scope of VAT stands alone (BR-O-11 to BR-O-14) and without VAT ids (BR-O-02). */
function checkScope({ seller, buyer, lines }: EInvoice, categories: Set<VatCategory>): Finding[] {
  const outside = lines.find(({ category }) => category === 'O');
  if (outside === undefined) return [];
  const field = `entries.${outside.source}.vatRateId`;
  if (categories.size > 1) return [error('BR-O-11', field)];
  return unless(seller.vatId === '' && buyer.vatId === '', error('BR-O-02', field));
}

/** BR-IC-11, BR-IC-12, and a complete address where there is one (BR-DE-10, BR-DE-11, BR-57). */
function checkDelivery({ delivery, invoicingPeriod }: EInvoice, categories: Set<VatCategory>): Finding[] {
  const abroad = categories.has('K');
  const dated = invoicingPeriod !== null || (delivery !== null && delivery.date !== null);
  const address = delivery?.address ?? null;
  return [
    ...unless(!abroad || dated, error('BR-IC-11', 'invoice.servicePeriod')),
    ...unless(!abroad || (address !== null && address.country !== ''), error('BR-IC-12', 'customer.address.country')),
    ...unless(address === null || address.city !== '', error('BR-DE-10', 'customer.address.city')),
    ...unless(address === null || address.postCode !== '', error('BR-DE-11', 'customer.address.postCode')),
  ];
}

/** Category S has a rate above 0 (BR-S-05), the others have none (BR-Z-05, BR-E-05, BR-AE-05, BR-IC-05, BR-G-05). */
function checkRates({ lines }: EInvoice): Finding[] {
  return lines.flatMap(({ category, percent, source }) => {
    const right = category === 'O' ? percent === null : percent !== null && percent > 0 === (category === 'S');
    return unless(right, error(`BR-${FAMILY[category]}-05`, `entries.${source}.vatRateId`));
  });
}

function checkGroup(
  { category, percent, taxable, vat, exemptionReason, exemptionCode }: VatBreakdown,
  field: string,
): Finding[] {
  const family = `BR-${FAMILY[category]}`;
  const reasoned = exemptionReason !== '' || exemptionCode !== '';
  const reasonWanted = category !== 'S' && category !== 'Z';
  const exact = Number(divideRounded(BigInt(taxable) * BigInt(percent), 10_000n));
  return [
    ...unless(reasoned === reasonWanted, error(`${family}-10`, field)),
    ...unless(category === 'S' || vat === 0, error(`${family}-09`, field)),
    ...unless(vat === exact, error('BR-CO-17', field)),
    // The official BR-CO-17 takes a rate below 0.5 % for 0 % and then wants no VAT of 0.50 or more.
    ...unless(percent >= 50 || (vat >= -50 && vat < 50), error('BR-CO-17', field)),
  ];
}

/** A group is mended at the VAT rate of its first line. */
function fieldOf({ lines }: EInvoice, group: VatBreakdown): string {
  const line = lines.find(({ category, percent }) => compareLineVat({ category, percent: percent ?? 0 }, group) === 0);
  return line === undefined ? 'entries' : `entries.${line.source}.vatRateId`;
}
