import type { EInvoiceFormat } from '#shared/contract/customers.ts';
import type { FinaliseCheck } from '#shared/contract/invoice-steps.ts';
import { isMoreThanMonthsBefore } from '#shared/domain/dates.ts';
import { LARGEST_AMOUNT } from '#shared/domain/amounts.ts';
import { isInEuropeanUnion } from '#shared/domain/european-union.ts';
import type { VatCategory } from '#shared/domain/vat.ts';
import { eInvoiceDuty } from '#shared/domain/e-invoice-duty.ts';
import type { InvoiceDocument, TextArea } from '#shared/domain/invoice-document.ts';
import { sourceField } from '../invoices/source-field.ts';
import { checkDocument } from '../output/einvoice/check-document.ts';
import { characterParameters, unsupportedCharacters } from '../output/pdf/unsupported.ts';
import { grossInEuro, type CheckedInvoice, type Condition } from './checked-invoice.ts';
import { missingContent } from './mandatory.ts';

/** Invoices are due within six months of the supply (§ 14 Abs. 2 UStG, F1.2). */
const MONTHS_TO_INVOICE = 6;

/** What an office may decide to only remark on (D17); a tax that is shown wrong is owed and always blocks (§ 14c UStG). */
const OPEN_TO_CHOICE: ReadonlySet<string> = new Set(['mandatory', 'tax-id-missing']);

/** What finalising this invoice would meet: conditions, hints, and what the e-invoice lacks (A17, D17, F3). */
export function checkInvoice(
  checked: CheckedInvoice,
  seller: { revenueAbove800k: boolean; blocksMissingContent: boolean },
  wanted: EInvoiceFormat,
  nextNumber: string,
): FinaliseCheck {
  const { document } = checked;
  const missing = missingContent(checked);
  const isRemarkOnly = ({ rule }: Condition): boolean => !seller.blocksMissingContent && OPEN_TO_CHOICE.has(rule);
  const blocking = [...conditions(checked), ...missing.filter((one) => !isRemarkOnly(one)), ...unprintable(document)];
  const findings = checkDocument(document).map(({ rule, field, class: kind, severity }) => ({
    rule,
    field,
    class: kind,
    severity,
  }));
  const duty = eInvoiceDuty({
    issueDate: document.issueDate,
    seller: { country: document.seller.address.country, smallBusiness: document.seller.smallBusiness, ...seller },
    buyer: { kind: document.buyer.kind, country: document.buyer.address.country },
    // Without a rate finalising is blocked anyway; counted as large, the duty errs on the side of the law.
    grossInEuro: grossInEuro(document) ?? LARGEST_AMOUNT,
    categories: document.totals.vatBreakdown.map(({ category }) => category),
  });
  return {
    ready: blocking.length === 0,
    blocking,
    hints: [...missing.filter(isRemarkOnly), ...hints(document)],
    eInvoice: {
      wanted,
      ready: findings.every(({ severity }) => severity !== 'error'),
      findings,
      mayBeOmitted: !duty.mandatory,
      reason: duty.reason,
    },
    nextNumber,
  };
}

/** Conditions of A17, what somebody wants changed first (C4), and placeholders that would be printed without a value. */
function conditions({ document, emptyPlaceholders, hasTemplate, isUnderDiscussion }: CheckedInvoice): Condition[] {
  const hasLine = document.entries.some(({ kind }) => kind === 'line');
  return [
    ...(isUnderDiscussion ? [{ rule: 'changes-requested', field: 'invoice.changeRequest', parameters: {} }] : []),
    ...(hasTemplate ? [] : [{ rule: 'template-missing', field: 'invoice.templateId', parameters: {} }]),
    ...(hasLine ? [] : [{ rule: 'no-lines', field: 'entries', parameters: {} }]),
    ...emptyPlaceholders.map(({ field, name }) => ({ rule: 'placeholder-empty', field, parameters: { name } })),
  ];
}

function unprintable(document: InvoiceDocument): Condition[] {
  return unsupportedCharacters(document).map((found) => ({
    rule: 'unprintable-character',
    field: sourceField(found.field),
    parameters: characterParameters(found),
  }));
}

/** Missing optional data never block (A17.5, A17.6). */
function hints(document: InvoiceDocument): Condition[] {
  const { title, entries, buyer, totals } = document;
  const uses = (wanted: VatCategory): boolean => totals.vatBreakdown.some(({ category }) => category === wanted);
  const has = (area: TextArea): boolean => entries.some((entry) => entry.kind === 'text' && entry.area === area);
  const given: [boolean, string, string][] = [
    [title === '', 'title-missing', 'invoice.title'],
    [!has('intro'), 'intro-missing', 'entries'],
    [!has('closing'), 'closing-missing', 'entries'],
    [uses('G') && isInEuropeanUnion(buyer.address.country), 'export-within-eu', 'customer.address.country'],
    [uses('AE') && buyer.kind === 'private', 'reverse-charge-to-private', 'customer.kind'],
  ];
  return [
    ...lateHints(document),
    ...given.flatMap(([applies, rule, field]) => (applies ? [{ rule, field, parameters: {} }] : [])),
  ];
}

function lateHints({ servicePeriod, issueDate }: InvoiceDocument): Condition[] {
  if (!servicePeriod || !isMoreThanMonthsBefore(servicePeriod.end, issueDate, MONTHS_TO_INVOICE)) return [];
  const parameters = { date: servicePeriod.end };
  return [{ rule: 'service-period-long-ago', field: 'invoice.servicePeriod', parameters }];
}
