import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'xmlbuilder2';
import { parseCents, parsePercent, parseQuantity, parseUnitPrice } from '#shared/domain/decimal.ts';
import { EINVOICE_FOLDER } from './rules.ts';

/** The business content of one official test invoice; texts as written, numbers as canonical text. */
export interface OfficialCase {
  /** `standard/01.02a`. */
  name: string;
  xml: string;
  typeCode: string;
  currency: string;
  issueDate: string;
  dueDate: string;
  period: { start: string; end: string } | null;
  reference: string;
  terms: string;
  seller: OfficialParty;
  buyer: OfficialParty;
  iban: string;
  bic: string;
  lines: OfficialLine[];
  /** Document level allowances and charges, BG-20 and BG-21. */
  allowances: OfficialAllowance[];
  charges: OfficialAllowance[];
  vat: { category: string; percent: string; taxable: string; amount: string; reason: string }[];
  totals: Record<'BT-106' | 'BT-107' | 'BT-109' | 'BT-110' | 'BT-112' | 'BT-115', string>;
  prepaid: string;
  rounding: string;
  thirdPartyPayments: number;
}

export interface OfficialParty {
  name: string;
  street: string;
  addition: string;
  postCode: string;
  city: string;
  country: string;
  vatId: string;
  email: string;
  contact: { name: string; phone: string; email: string };
}

export interface OfficialLine {
  name: string;
  description: string;
  quantity: string;
  unitCode: string;
  price: string;
  baseQuantity: string;
  net: string;
  category: string;
  percent: string;
  allowances: OfficialAllowance[];
  charges: OfficialAllowance[];
  subLines: number;
}

export interface OfficialAllowance {
  amount: string;
  category: string;
  percent: string;
}

/** What this reader needs of an element of the file. */
interface Node {
  nodeName: string;
  childNodes: Iterable<Node>;
  textContent: string | null;
  getAttribute?: (name: string) => string | null;
}

const FOLDERS = ['standard', 'cius', 'cvd', 'extension'];

/** Every UBL invoice of the open cases, in the order of their names. */
export function officialCases(): OfficialCase[] {
  return FOLDERS.flatMap((folder) => {
    const path = join(EINVOICE_FOLDER, 'open-cases', folder);
    const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith('ubl.xml')) : [];
    return files.sort().map((file) => {
      const name = `${folder}/${file.replace(/[-_].*/, '')}`;
      return readCase(name, readFileSync(join(path, file), 'utf8'));
    });
  });
}

function readCase(name: string, xml: string): OfficialCase {
  const root: Node = create(xml).root().node;
  if (!/^(\w+:)?Invoice$/.test(root.nodeName)) throw new Error(`${name} is no UBL invoice`);
  const sums = first(root, 'cac:LegalMonetaryTotal');
  const taxTotal = all(root, 'cac:TaxTotal').find((total) => all(total, 'cac:TaxSubtotal').length > 0);
  const account = first(root, 'cac:PaymentMeans/cac:PayeeFinancialAccount');
  const charged = split(all(root, 'cac:AllowanceCharge'));
  return {
    name,
    xml,
    typeCode: text(root, 'cbc:InvoiceTypeCode'),
    currency: text(root, 'cbc:DocumentCurrencyCode'),
    issueDate: text(root, 'cbc:IssueDate'),
    dueDate: text(root, 'cbc:DueDate'),
    period: period(root),
    reference: text(root, 'cbc:BuyerReference'),
    terms: text(root, 'cac:PaymentTerms/cbc:Note'),
    seller: party(first(root, 'cac:AccountingSupplierParty/cac:Party')),
    buyer: party(first(root, 'cac:AccountingCustomerParty/cac:Party')),
    iban: text(account, 'cbc:ID').replace(/\s/g, ''),
    bic: text(account, 'cac:FinancialInstitutionBranch/cbc:ID'),
    lines: all(root, 'cac:InvoiceLine').map(line),
    allowances: charged.allowances,
    charges: charged.charges,
    vat: all(taxTotal, 'cac:TaxSubtotal').map((group) => ({
      category: text(group, 'cac:TaxCategory/cbc:ID'),
      percent: text(group, 'cac:TaxCategory/cbc:Percent') || '0',
      taxable: text(group, 'cbc:TaxableAmount'),
      amount: text(group, 'cbc:TaxAmount'),
      reason: text(group, 'cac:TaxCategory/cbc:TaxExemptionReason'),
    })),
    totals: {
      'BT-106': text(sums, 'cbc:LineExtensionAmount'),
      'BT-107': text(sums, 'cbc:AllowanceTotalAmount') || '0',
      'BT-109': text(sums, 'cbc:TaxExclusiveAmount'),
      'BT-110': text(taxTotal, 'cbc:TaxAmount'),
      'BT-112': text(sums, 'cbc:TaxInclusiveAmount'),
      'BT-115': text(sums, 'cbc:PayableAmount'),
    },
    prepaid: text(sums, 'cbc:PrepaidAmount') || '0',
    rounding: text(sums, 'cbc:PayableRoundingAmount') || '0',
    thirdPartyPayments: all(root, 'cac:PrepaidPayment').length,
  };
}

function period(root: Node): { start: string; end: string } | null {
  const start = text(root, 'cac:InvoicePeriod/cbc:StartDate');
  const end = text(root, 'cac:InvoicePeriod/cbc:EndDate');
  const day = text(root, 'cac:Delivery/cbc:ActualDeliveryDate');
  if (start !== '' && end !== '') return { start, end };
  return day === '' ? null : { start: day, end: day };
}

function party(node: Node | undefined): OfficialParty {
  const address = first(node, 'cac:PostalAddress');
  const registrations = all(node, 'cac:PartyTaxScheme');
  const vat = registrations.find((one) => text(one, 'cac:TaxScheme/cbc:ID') === 'VAT');
  return {
    name: text(node, 'cac:PartyLegalEntity/cbc:RegistrationName'),
    street: text(address, 'cbc:StreetName'),
    addition: text(address, 'cbc:AdditionalStreetName'),
    postCode: text(address, 'cbc:PostalZone'),
    city: text(address, 'cbc:CityName'),
    country: text(address, 'cac:Country/cbc:IdentificationCode'),
    vatId: text(vat, 'cbc:CompanyID'),
    email: text(node, 'cbc:EndpointID'),
    contact: {
      name: text(node, 'cac:Contact/cbc:Name'),
      phone: text(node, 'cac:Contact/cbc:Telephone'),
      email: text(node, 'cac:Contact/cbc:ElectronicMail'),
    },
  };
}

function line(node: Node): OfficialLine {
  const { allowances, charges } = split(all(node, 'cac:AllowanceCharge'));
  const quantity = first(node, 'cbc:InvoicedQuantity');
  return {
    name: text(node, 'cac:Item/cbc:Name'),
    description: text(node, 'cac:Item/cbc:Description'),
    quantity: text(node, 'cbc:InvoicedQuantity'),
    unitCode: attribute(quantity, 'unitCode'),
    price: text(node, 'cac:Price/cbc:PriceAmount'),
    baseQuantity: text(node, 'cac:Price/cbc:BaseQuantity') || '1',
    net: text(node, 'cbc:LineExtensionAmount'),
    category: text(node, 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID'),
    percent: text(node, 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent') || '0',
    allowances,
    charges,
    subLines: all(node, 'cac:SubInvoiceLine').length,
  };
}

function split(nodes: Node[]): { allowances: OfficialAllowance[]; charges: OfficialAllowance[] } {
  const read = (node: Node): OfficialAllowance => ({
    amount: text(node, 'cbc:Amount'),
    category: text(node, 'cac:TaxCategory/cbc:ID'),
    percent: text(node, 'cac:TaxCategory/cbc:Percent') || '0',
  });
  const isCharge = (node: Node): boolean => text(node, 'cbc:ChargeIndicator') === 'true';
  return {
    allowances: nodes.filter((node) => !isCharge(node)).map(read),
    charges: nodes.filter(isCharge).map(read),
  };
}

function all(node: Node | undefined, name: string): Node[] {
  return node === undefined ? [] : [...node.childNodes].filter(({ nodeName }) => nodeName === name);
}

function first(node: Node | undefined, path: string): Node | undefined {
  return path.split('/').reduce<Node | undefined>((at, name) => all(at, name)[0], node);
}

function text(node: Node | undefined, path: string): string {
  return first(node, path)?.textContent?.trim() ?? '';
}

function attribute(node: Node | undefined, name: string): string {
  return node?.getAttribute?.(name) ?? '';
}

/**
 * Why Kontor cannot say what the case says; null when it can. Means of payment, units and texts may change, nothing that
 * enters a sum may.
 */
export function whyNotExpressible(official: OfficialCase): string | null {
  const { lines, charges, allowances, vat } = official;
  const chargesMoney = ({ amount }: OfficialAllowance): boolean => parseCents(amount) !== 0;
  if (lines.some(({ subLines }) => subLines > 0)) return 'sub-lines';
  if (official.thirdPartyPayments > 0) return 'third-party payments';
  if (parseCents(official.prepaid) !== 0) return 'prepaid amount';
  if (parseCents(official.rounding) !== 0) return 'rounding amount';
  if ([...charges, ...lines.flatMap((one) => one.charges)].some(chargesMoney)) return 'charges';
  if (lines.some((one) => one.allowances.filter(chargesMoney).length > 1)) return 'several allowances on a line';
  if (lines.some(({ baseQuantity }) => parseQuantity(baseQuantity) !== 10_000)) return 'price for several units';
  if (lines.some(({ quantity }) => parseQuantity(quantity) === null)) return 'quantity with more than four places';
  if (lines.some(({ price }) => parseUnitPrice(price) === null)) return 'price with more than four places';
  if (allowances.some(chargesMoney) && vat.length > 1) return 'overall discount on one of several rates';
  const onLines = (group: { category: string; percent: string }): boolean =>
    lines.some((one) => one.category === group.category && parsePercent(one.percent) === parsePercent(group.percent));
  if (!vat.every(onLines)) return 'VAT group without a line (from allowances and charges of 0)';
  return null;
}
