import type { Cents, CountryCode, Instant, IsoDate, PercentHundredths, TenThousandths } from './amounts.ts';
import type { Currency } from './currencies.ts';
import type { Discount } from './discounts.ts';
import type { RichText } from './rich-text.ts';
import type { InvoiceTemplate, Language, TemplateReference } from './template.ts';
import type { ExchangeRateText, InvoiceTotals } from './totals.ts';
import type { Unit } from './units.ts';
import type { LineVat } from './vat.ts';

/** Absent texts are '' throughout; absent numbers, dates and groups are null. */
export interface PostalAddress {
  /** Street and house number (BT-35, BT-50). */
  street: string;
  /** Anything below the street (BT-36, BT-51). */
  addition: string;
  postCode: string;
  city: string;
  country: CountryCode;
}

/** BG-4. */
export interface SellerParty {
  name: string;
  address: PostalAddress;
  /** USt-IdNr. (BT-31). */
  vatId: string;
  /** Steuernummer (BT-32). */
  taxNumber: string;
  /** Also the seller's electronic address (BT-34). */
  email: string;
  phone: string;
  website: string;
  /** Court, register number, managing directors as one line of text (BT-33, § 35a GmbHG). */
  legalInformation: string;
  /** § 19 UStG. */
  smallBusiness: boolean;
}

/** BG-7. */
export interface BuyerParty {
  number: string;
  kind: 'business' | 'private';
  name: string;
  address: PostalAddress;
  vatId: string;
  email: string;
  leitwegId: string;
}

export interface ContactPerson {
  name: string;
  phone: string;
  email: string;
}

export interface DocumentLine {
  kind: 'line';
  /** 1, 2, 3 … as printed (BT-126). */
  position: number;
  title: string;
  /** Placeholders are already replaced by text. */
  description: RichText | null;
  quantity: TenThousandths;
  unit: Unit;
  unitPrice: TenThousandths;
  discount: Discount | null;
  vat: LineVat;
}

export const TEXT_AREAS = ['intro', 'body', 'closing'] as const;
export type TextArea = (typeof TEXT_AREAS)[number];

export interface DocumentText {
  kind: 'text';
  area: TextArea;
  /** Placeholders are already replaced by text. */
  content: RichText;
  ruleAbove: boolean;
  ruleBelow: boolean;
}

export type DocumentEntry = DocumentLine | DocumentText;

export interface PaymentTerms {
  /** "Zahlungsziel (in Tagen)" from the issue date. */
  dueDays: number;
  /** Issue date + due days (BT-9). */
  dueDate: IsoDate;
  skonto: { days: number; percent: PercentHundredths; lastDay: IsoDate } | null;
}

export interface ExchangeRate {
  /** Foreign units for one euro. */
  rate: ExchangeRateText;
  date: IsoDate;
  /** Where the rate was published: "EZB", "BMF". */
  source: string;
}

/** Why a VAT group bears no tax, as printed and as BT-120; at most one per category. */
export interface VatNotice {
  category: LineVat['category'];
  text: string;
}

/** The picture on the letter: its bytes lie in the Kontor file by their hash (SHA-256, hexadecimal). */
export interface LogoReference {
  hash: string;
  type: 'png' | 'jpeg';
  /** In pixels. */
  width: number;
  height: number;
}

/**
 * Everything that an invoice document shows, complete and independent of any master record.
 * Frozen as the snapshot when the invoice becomes final; PDF and XRechnung are made from it and from nothing else
 * (F2.1, design sections 7 and 8).
 */
export interface InvoiceDocument {
  version: 1;
  kind: 'invoice' | 'cancellation';
  /** Null as long as it is a draft. */
  number: string | null;
  issueDate: IsoDate;
  /** "Bezeichnung". */
  title: string;
  /** "Referenznummer". */
  reference: string;
  servicePeriod: { start: IsoDate; end: IsoDate } | null;
  currency: Currency;
  exchangeRate: ExchangeRate | null;
  language: Language;
  seller: SellerParty;
  logo: LogoReference | null;
  /** "Verantwortlich" (D20): contact on the document and BG-6. */
  responsible: ContactPerson;
  buyer: BuyerParty;
  /** "Ansprechpartner" (BG-9); null when none is set. */
  buyerContact: ContactPerson | null;
  payment: { iban: string; bic: string; accountHolder: string };
  terms: PaymentTerms;
  /** In printing order: introduction, lines and texts between them, closing. */
  entries: DocumentEntry[];
  allowances: { name: string; discount: Discount }[];
  vatNotices: VatNotice[];
  totals: InvoiceTotals;
  /** Number and date of the cancelled invoice (BG-3); null for an ordinary invoice. */
  precedingInvoice: { number: string; issueDate: IsoDate } | null;
  template: InvoiceTemplate;
  templateReference: TemplateReference;
  /** When the document was made: dates inside the PDF come from here, so that it can be made again byte by byte. */
  madeAt: Instant;
}

/** Sums that list and header show without the rest of the totals. */
export interface SumColumns {
  lineNet: Cents;
  net: Cents;
  vat: Cents;
  gross: Cents;
}
