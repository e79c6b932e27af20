import type { Cents, CountryCode, IsoDate, PercentHundredths, TenThousandths } from '#shared/domain/amounts.ts';
import type { ElectronicAddress } from '#shared/domain/buyer-reference.ts';
import type { Currency } from '#shared/domain/currencies.ts';
import type { VatCategory } from '#shared/domain/vat.ts';

/**
 * The semantic model of EN 16931, as far as Kontor writes it, without any syntax: UBL is made from it now, CII later.
 * Absent texts are '', absent numbers, dates and groups are null. No text is blank, begins or ends with white space,
 * or holds a carriage return.
 */
export interface EInvoice {
  /** BT-24. */
  specification: string;
  /** BT-23. */
  businessProcess: string;
  /** BT-1. */
  number: string;
  /** BT-2. */
  issueDate: IsoDate;
  /** BT-3: 380 commercial invoice, 384 corrected invoice (Stornorechnung, F5.7). */
  typeCode: '380' | '384';
  /** BT-5. */
  currency: Currency;
  /** BT-6; null when it is the same as BT-5 (PEPPOL-EN16931-R005). */
  accountingCurrency: Currency | null;
  /** BT-9. */
  dueDate: IsoDate | null;
  /** BT-10. */
  buyerReference: string;
  /** BT-13. */
  purchaseOrderReference: string;
  /** BT-20; lines beginning with "#" are Skonto lines (BR-DE-18). */
  paymentTerms: string;
  /** BG-1, BT-22. */
  notes: string[];
  /** BG-3: BT-25, BT-26. */
  precedingInvoice: { number: string; issueDate: IsoDate } | null;
  seller: Seller;
  buyer: Buyer;
  delivery: Delivery | null;
  /** BG-14: BT-73, BT-74. */
  invoicingPeriod: { start: IsoDate; end: IsoDate } | null;
  payment: PaymentInstructions;
  /** BG-20. */
  allowances: DocumentAllowance[];
  totals: DocumentTotals;
  /** BG-23. */
  vatBreakdown: VatBreakdown[];
  /** BG-25. */
  lines: InvoiceLine[];
}

/** BG-5, BG-8, BG-15. */
export interface Address {
  /** BT-35, BT-50, BT-75. */
  street: string;
  /** BT-36, BT-51, BT-76. */
  addition: string;
  /** BT-37, BT-52, BT-77. */
  city: string;
  /** BT-38, BT-53, BT-78. */
  postCode: string;
  /** BT-40, BT-55, BT-80. */
  country: CountryCode;
}

/** BG-6, BG-9. */
export interface Contact {
  /** BT-41, BT-56. */
  name: string;
  /** BT-42, BT-57. */
  phone: string;
  /** BT-43, BT-58. */
  email: string;
}

/** BG-4. */
export interface Seller {
  /** BT-27. */
  name: string;
  /** BT-29. */
  identifier: string;
  /** BT-31. */
  vatId: string;
  /** BT-32. */
  taxNumber: string;
  /** BT-33. */
  legalInformation: string;
  /** BT-34. */
  electronicAddress: ElectronicAddress | null;
  address: Address;
  contact: Contact;
}

/** BG-7. */
export interface Buyer {
  /** BT-44. */
  name: string;
  /** BT-46. */
  identifier: string;
  /** BT-48. */
  vatId: string;
  /** BT-49. */
  electronicAddress: ElectronicAddress | null;
  address: Address;
  contact: Contact | null;
}

/** BG-13. */
export interface Delivery {
  /** BT-72. */
  date: IsoDate | null;
  /** BG-15. */
  address: Address | null;
}

/** BG-16 and BG-17. */
export interface PaymentInstructions {
  /** BT-81: 58 SEPA credit transfer, 30 credit transfer. */
  meansCode: '30' | '58';
  /** BT-83. */
  remittanceInformation: string;
  /** BT-84. */
  account: string;
  /** BT-85. */
  accountName: string;
  /** BT-86. */
  bic: string;
}

/** A percentage and what it is taken of: both or neither (PEPPOL-EN16931-R041, R042). */
export interface PercentageBase {
  percent: PercentHundredths;
  base: Cents;
}

/** BG-20; each belongs to exactly one VAT group. */
export interface DocumentAllowance {
  /** BT-92. */
  amount: Cents;
  /** BT-94 and BT-93. */
  percentage: PercentageBase | null;
  /** BT-97. */
  reason: string;
  /** BT-95. */
  category: VatCategory;
  /** BT-96; null for category O (BR-O-06). */
  percent: PercentHundredths | null;
  /** Which entry of `allowances` of the document this is a share of. */
  source: number;
}

/** BG-22. */
export interface DocumentTotals {
  /** BT-106. */
  lineNet: Cents;
  /** BT-107; null without allowances. */
  allowances: Cents | null;
  /** BT-109. */
  net: Cents;
  /** BT-110. */
  vat: Cents;
  /** BT-111. */
  vatInAccountingCurrency: Cents | null;
  /** BT-112. */
  gross: Cents;
  /** BT-115. */
  payable: Cents;
}

/** BG-23. */
export interface VatBreakdown {
  /** BT-116. */
  taxable: Cents;
  /** BT-117. */
  vat: Cents;
  /** BT-118. */
  category: VatCategory;
  /** BT-119; XRechnung wants it for category O too (BR-DE-14). */
  percent: PercentHundredths;
  /** BT-120. */
  exemptionReason: string;
  /** BT-121. */
  exemptionCode: string;
}

/** BG-25. */
export interface InvoiceLine {
  /** BT-126. */
  id: string;
  /** BT-129. */
  quantity: TenThousandths;
  /** BT-130. */
  unitCode: string;
  /** BT-131. */
  net: Cents;
  /** BG-27. */
  allowance: LineAllowance | null;
  /** BT-146. */
  price: TenThousandths;
  /** BT-151. */
  category: VatCategory;
  /** BT-152; null for category O (BR-O-05). */
  percent: PercentHundredths | null;
  /** BT-153. */
  name: string;
  /** BT-154. */
  description: string;
  /** Index in `entries` of the document. */
  source: number;
}

/** BG-27. */
export interface LineAllowance {
  /** BT-136. */
  amount: Cents;
  /** BT-138 and BT-137. */
  percentage: PercentageBase | null;
  /** BT-139. */
  reason: string;
}
