import type { Cents, PercentHundredths } from '#shared/domain/amounts.ts';
import { formatCents, formatPercent, formatQuantity, formatUnitPrice } from '#shared/domain/decimal.ts';
import type { VatCategory } from '#shared/domain/vat.ts';
import type {
  Delivery,
  DocumentAllowance,
  EInvoice,
  InvoiceLine,
  LineAllowance,
  PaymentInstructions,
  PercentageBase,
  VatBreakdown,
} from './model.ts';
import { buyerParty, postalAddress, sellerParty } from './ubl-parties.ts';
import { element, serialise, text, textWith } from './xml-object.ts';
import type { XmlContent, XmlElement } from './xml-object.ts';

const NAMESPACES = {
  '@xmlns': 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  '@xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  '@xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
};

/** What BT-22 is marked with when its text could be misread as a subject code: "general information" (UNTDID 4451). */
const GENERAL_INFORMATION = 'AAI';

/**
 * Writes the UBL 2.1 Invoice (syntax binding CEN/TS 16931-3-2). The same model gives the same text, byte by byte. The
 * children stand in the order of the schema. Checks nothing: see `checkEInvoice`.
 */
export function writeUbl(invoice: EInvoice): string {
  const { currency, invoicingPeriod, precedingInvoice } = invoice;
  return serialise({
    Invoice: {
      ...NAMESPACES,
      'cbc:CustomizationID': text(invoice.specification),
      'cbc:ProfileID': text(invoice.businessProcess),
      'cbc:ID': text(invoice.number),
      'cbc:IssueDate': text(invoice.issueDate),
      'cbc:DueDate': text(invoice.dueDate ?? ''),
      'cbc:InvoiceTypeCode': invoice.typeCode,
      'cbc:Note': invoice.notes.map(note),
      'cbc:DocumentCurrencyCode': currency,
      'cbc:TaxCurrencyCode': invoice.accountingCurrency ?? undefined,
      'cbc:BuyerReference': text(invoice.buyerReference),
      'cac:InvoicePeriod':
        invoicingPeriod === null
          ? undefined
          : element({ 'cbc:StartDate': text(invoicingPeriod.start), 'cbc:EndDate': text(invoicingPeriod.end) }),
      'cac:OrderReference': element({ 'cbc:ID': text(invoice.purchaseOrderReference) }),
      'cac:BillingReference':
        precedingInvoice === null
          ? undefined
          : {
              'cac:InvoiceDocumentReference': element({
                'cbc:ID': text(precedingInvoice.number),
                'cbc:IssueDate': text(precedingInvoice.issueDate),
              }),
            },
      'cac:AccountingSupplierParty': { 'cac:Party': sellerParty(invoice.seller) },
      'cac:AccountingCustomerParty': { 'cac:Party': buyerParty(invoice.buyer) },
      'cac:Delivery': invoice.delivery === null ? undefined : delivery(invoice.delivery),
      'cac:PaymentMeans': paymentMeans(invoice.payment),
      // The newline at the end belongs to the Skonto line (BR-DE-18).
      'cac:PaymentTerms': element({ 'cbc:Note': text(invoice.paymentTerms) }),
      'cac:AllowanceCharge': invoice.allowances.map((allowance) => documentAllowance(allowance, currency)),
      'cac:TaxTotal': taxTotals(invoice),
      'cac:LegalMonetaryTotal': monetaryTotal(invoice),
      'cac:InvoiceLine': invoice.lines.map((line) => invoiceLine(line, currency)),
    },
  });
}

/** UBL has no element for BT-21: "#AAI#text" is a subject code and a text, "#1a2#" a wrong code (BR-CL-08). */
function note(content: string): string | undefined {
  return text(content.includes('#') ? `#${GENERAL_INFORMATION}#${content}` : content);
}

function delivery({ date, address }: Delivery): XmlElement | undefined {
  const location = address === null ? undefined : postalAddress(address);
  return element({
    'cbc:ActualDeliveryDate': text(date ?? ''),
    'cac:DeliveryLocation': location === undefined ? undefined : { 'cac:Address': location },
  });
}

function paymentMeans(payment: PaymentInstructions): XmlElement {
  return {
    'cbc:PaymentMeansCode': payment.meansCode,
    'cbc:PaymentID': text(payment.remittanceInformation),
    'cac:PayeeFinancialAccount':
      payment.account === ''
        ? undefined
        : {
            'cbc:ID': text(payment.account),
            'cbc:Name': text(payment.accountName),
            'cac:FinancialInstitutionBranch': element({ 'cbc:ID': text(payment.bic) }),
          },
  };
}

function documentAllowance(allowance: DocumentAllowance, currency: string): XmlElement {
  return {
    ...allowanceCharge(allowance, currency),
    'cac:TaxCategory': taxCategory(allowance.category, allowance.percent),
  };
}

function allowanceCharge({ reason, percentage, amount }: LineAllowance, currency: string): XmlElement {
  return {
    'cbc:ChargeIndicator': 'false',
    'cbc:AllowanceChargeReason': text(reason),
    'cbc:MultiplierFactorNumeric': percentage === null ? undefined : multiplier(percentage),
    'cbc:Amount': money(amount, currency),
    'cbc:BaseAmount': percentage === null ? undefined : money(percentage.base, currency),
  };
}

/** BT-94 and BT-138 are percentages, not factors: 2,5 % is "2.5". */
function multiplier({ percent }: PercentageBase): string {
  return formatPercent(percent);
}

function taxCategory(category: VatCategory, percent: PercentHundredths | null, more: XmlElement = {}): XmlElement {
  return {
    'cbc:ID': category,
    'cbc:Percent': percent === null ? undefined : formatPercent(percent),
    ...more,
    'cac:TaxScheme': { 'cbc:ID': 'VAT' },
  };
}

/** BG-23 and BT-110; BT-111 is a second total without groups (PEPPOL-EN16931-R054). */
function taxTotals({ currency, accountingCurrency, totals, vatBreakdown }: EInvoice): XmlElement[] {
  const inDocument: XmlElement = {
    'cbc:TaxAmount': money(totals.vat, currency),
    'cac:TaxSubtotal': vatBreakdown.map((group) => taxSubtotal(group, currency)),
  };
  return accountingCurrency === null || totals.vatInAccountingCurrency === null
    ? [inDocument]
    : [inDocument, { 'cbc:TaxAmount': money(totals.vatInAccountingCurrency, accountingCurrency) }];
}

function taxSubtotal(group: VatBreakdown, currency: string): XmlElement {
  return {
    'cbc:TaxableAmount': money(group.taxable, currency),
    'cbc:TaxAmount': money(group.vat, currency),
    'cac:TaxCategory': taxCategory(group.category, group.percent, {
      'cbc:TaxExemptionReasonCode': text(group.exemptionCode),
      'cbc:TaxExemptionReason': text(group.exemptionReason),
    }),
  };
}

function monetaryTotal({ totals, currency }: EInvoice): XmlElement {
  return {
    'cbc:LineExtensionAmount': money(totals.lineNet, currency),
    'cbc:TaxExclusiveAmount': money(totals.net, currency),
    'cbc:TaxInclusiveAmount': money(totals.gross, currency),
    'cbc:AllowanceTotalAmount': totals.allowances === null ? undefined : money(totals.allowances, currency),
    'cbc:PayableAmount': money(totals.payable, currency),
  };
}

function invoiceLine(line: InvoiceLine, currency: string): XmlElement {
  return {
    'cbc:ID': text(line.id),
    'cbc:InvoicedQuantity': textWith({ '@unitCode': line.unitCode }, formatQuantity(line.quantity)),
    'cbc:LineExtensionAmount': money(line.net, currency),
    'cac:AllowanceCharge': line.allowance === null ? undefined : allowanceCharge(line.allowance, currency),
    'cac:Item': {
      'cbc:Description': text(line.description),
      'cbc:Name': text(line.name),
      'cac:ClassifiedTaxCategory': taxCategory(line.category, line.percent),
    },
    'cac:Price': { 'cbc:PriceAmount': textWith({ '@currencyID': currency }, formatUnitPrice(line.price)) },
  };
}

function money(amount: Cents, currency: string): XmlContent {
  return textWith({ '@currencyID': currency }, formatCents(amount));
}
