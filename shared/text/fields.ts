import type { Language } from '../domain/template.ts';
import type { Sentence } from './sentence.ts';

/** What the parts of a document path belong to; the first one in a path names the owner. */
const OWNERS: Readonly<Record<string, Sentence>> = {
  company: { de: 'der Firma', en: 'of the company' },
  seller: { de: 'der Firma', en: 'of the company' },
  payment: { de: 'der Firma', en: 'of the company' },
  customer: { de: 'des Kunden', en: 'of the customer' },
  buyer: { de: 'des Kunden', en: 'of the customer' },
  buyerAddress: { de: 'der Rechnungsanschrift', en: 'of the billing address' },
  contact: { de: 'des Ansprechpartners', en: 'of the contact' },
  buyerContact: { de: 'des Ansprechpartners', en: 'of the contact' },
  profile: { de: 'des Verantwortlichen', en: 'of the responsible person' },
  responsible: { de: 'des Verantwortlichen', en: 'of the responsible person' },
  exchangeRate: { de: 'des Umrechnungskurses', en: 'of the exchange rate' },
  rate: { de: 'des Steuersatzes', en: 'of the VAT rate' },
  filter: { de: 'des Filters', en: 'of the filter' },
  conditions: { de: 'des Filters', en: 'of the filter' },
  template: { de: 'der Vorlage', en: 'of the template' },
  introText: { de: 'der Einleitung', en: 'of the introduction' },
  bodyText: { de: 'zwischen den Positionen', en: 'between the positions' },
  closingText: { de: 'am Schluss', en: 'at the end' },
  precedingInvoice: { de: 'der vorangegangenen Rechnung', en: 'of the preceding invoice' },
};

/** Lists whose parts are counted; positions and texts are counted together, as they stand in the editor. */
const COUNTED: Readonly<Record<string, Sentence>> = {
  positions: { de: 'von Position {number}', en: 'of position {number}' },
  entries: { de: 'von Eintrag {number}', en: 'of entry {number}' },
  allowances: { de: 'von Gesamtrabatt {number}', en: 'of overall discount {number}' },
  periods: { de: 'von Zeitraum {number}', en: 'of period {number}' },
  vatNotices: { de: 'von Steuerhinweis {number}', en: 'of VAT notice {number}' },
};

/** Fields whose name depends on the group that they stand in. */
const NAMES_IN_GROUP: Readonly<Record<string, Sentence>> = {
  'anchor.sequence': { de: 'Nummer des Eintrags im Anker', en: 'number of the entry in the anchor' },
  'anchor.hash': { de: 'Prüfsumme im Anker', en: 'hash in the anchor' },
  'allowances.name': { de: 'Bezeichnung', en: 'name' },
  'buyerAddress.address': { de: 'Adresse', en: 'address' },
  'discount.kind': { de: 'Art des Rabatts', en: 'kind of the discount' },
  'discount.percent': { de: 'Prozentsatz', en: 'percentage' },
  'discount.amount': { de: 'Fester Betrag', en: 'fixed amount' },
  'entries.title': { de: 'Titel', en: 'title' },
  'entry.kind': { de: 'Art', en: 'kind' },
  'entry.title': { de: 'Titel', en: 'title' },
  'entry.unitPrice': { de: 'Preis/Einheit', en: 'price per unit' },
  'entry.quantity': { de: 'Anzahl', en: 'quantity' },
  'positions.title': { de: 'Titel', en: 'title' },
  'entries.kind': { de: 'Art', en: 'kind' },
  'exchangeRate.rate': { de: 'Kurs', en: 'rate' },
  'exchangeRate.date': { de: 'Tag', en: 'day' },
  'exchangeRate.source': { de: 'Quelle', en: 'source' },
  'place.kind': { de: 'Art der Stelle', en: 'kind of place' },
  'precedingInvoice.number': { de: 'Nummer', en: 'number' },
  'rate.name': { de: 'Bezeichnung', en: 'name' },
  'responsible.name': { de: 'Name', en: 'name' },
  'servicePeriod.start': { de: 'Beginn des Leistungszeitraums', en: 'start of the service period' },
  'servicePeriod.end': { de: 'Ende des Leistungszeitraums', en: 'end of the service period' },
  'vatNotices.text': { de: 'Text', en: 'text' },
};

/** Every field by its own name. */
const NAMES: Readonly<Record<string, Sentence>> = {
  acceptRisk: { de: 'Trotz der Warnung', en: 'despite the warning' },
  accountHolder: { de: 'Kontoinhaber', en: 'account holder' },
  addition: { de: 'Adresszusatz', en: 'address addition' },
  address: { de: 'Adresse', en: 'address' },
  after: { de: 'Nach Eintrag', en: 'after entry' },
  allowances: { de: 'Gesamtrabatte', en: 'overall discounts' },
  amount: { de: 'Betrag', en: 'amount' },
  archived: { de: 'Archiviert', en: 'archived' },
  area: { de: 'Bereich', en: 'area' },
  before: { de: 'Vor Eintrag', en: 'before entry' },
  bic: { de: 'BIC', en: 'BIC' },
  buyerAddress: { de: 'Rechnungsanschrift', en: 'billing address' },
  cancellation: { de: 'Stornorechnung', en: 'Stornorechnung' },
  category: { de: 'Steuerkategorie', en: 'VAT category' },
  city: { de: 'Ort', en: 'city' },
  conditions: { de: 'Filter', en: 'filter' },
  contact: { de: 'Ansprechpartner', en: 'contact' },
  code: { de: 'Kürzel', en: 'code' },
  codePart: { de: 'Im Kürzel enthalten', en: 'contained in the code' },
  content: { de: 'Text', en: 'text' },
  copiedFrom: { de: 'Kopie von', en: 'copy of' },
  counter: { de: 'Zählerstand', en: 'counter' },
  country: { de: 'Land', en: 'country' },
  currency: { de: 'Währung', en: 'currency' },
  cursor: { de: 'Stelle der Liste', en: 'place in the list' },
  customerId: { de: 'Kunde', en: 'customer' },
  customerIds: { de: 'Kunden', en: 'customers' },
  date: { de: 'Datum', en: 'date' },
  digits: { de: 'Stellen', en: 'digits' },
  descending: { de: 'Absteigend', en: 'descending' },
  description: { de: 'Beschreibung', en: 'description' },
  discount: { de: 'Rabatt', en: 'discount' },
  dispute: { de: 'Beanstandung', en: 'objection' },
  documentType: { de: 'Dokumenttyp', en: 'type of document' },
  documentTypes: { de: 'Dokumenttypen', en: 'types of document' },
  dueDays: { de: 'Zahlungsziel (in Tagen)', en: 'time for payment (in days)' },
  eInvoice: { de: 'E-Rechnung', en: 'e-invoice' },
  email: { de: 'E-Mail', en: 'e-mail' },
  entries: { de: 'Positionen und Texte', en: 'positions and texts' },
  entry: { de: 'Eintrag', en: 'entry' },
  entryIds: { de: 'Kennungen der Einträge', en: 'ids of the entries' },
  entryId: { de: 'Kennung des Eintrags', en: 'id of the entry' },
  exchangeRate: { de: 'Umrechnungskurs', en: 'exchange rate' },
  text: { de: 'Text', en: 'text' },
  changeRequest: { de: 'Anpassung angefragt', en: 'change requested' },
  hash: { de: 'Prüfsumme', en: 'checksum' },
  height: { de: 'Höhe', en: 'height' },
  last: { de: 'Letzter Eintrag', en: 'last entry' },
  logo: { de: 'Logo', en: 'logo' },
  paid: { de: 'Bezahlter Betrag', en: 'amount paid' },
  pdfHash: { de: 'Prüfsumme der PDF-Datei', en: 'checksum of the PDF file' },
  reason: { de: 'Grund', en: 'reason' },
  replace: { de: 'Neue Entwurfsrechnung', en: 'new draft' },
  exemptionReason: { de: 'Grund der Steuerbefreiung', en: 'reason of exemption' },
  expectedRevision: { de: 'Erwarteter Stand', en: 'expected revision' },
  filter: { de: 'Filter', en: 'filter' },
  folder: { de: 'Ordner', en: 'folder' },
  forEmail: { de: 'Für E-Mails verwendbar', en: 'may be used in e-mails' },
  iban: { de: 'IBAN', en: 'IBAN' },
  id: { de: 'Kennung', en: 'id' },
  includeArchived: { de: 'Auch archivierte', en: 'archived ones too' },
  index: { de: 'Stelle', en: 'place' },
  invoices: { de: 'Anzahl der Rechnungen', en: 'number of invoices' },
  anchor: { de: 'Anker des Journals', en: 'anchor of the journal' },
  isDefault: { de: 'Standardfilter', en: 'default filter' },
  issueDate: { de: 'Rechnungsdatum', en: 'invoice date' },
  issuedFrom: { de: 'Rechnungsdatum von', en: 'invoice date from' },
  issuedTo: { de: 'Rechnungsdatum bis', en: 'invoice date to' },
  kind: { de: 'Art', en: 'kind' },
  labels: { de: 'Beschriftungen', en: 'labels' },
  language: { de: 'Sprache', en: 'language' },
  legalInformation: { de: 'Rechtliche Angaben', en: 'legal information' },
  lastNumber: { de: 'Zuletzt vergebene Nummer', en: 'number given last' },
  leitwegId: { de: 'Leitweg-ID', en: 'Leitweg-ID' },
  list: { de: 'Liste', en: 'list' },
  limit: { de: 'Anzahl', en: 'number of rows' },
  name: { de: 'Name', en: 'name' },
  navigationCollapsed: { de: 'Schmale Navigation', en: 'narrow navigation' },
  netFrom: { de: 'Nettobetrag von', en: 'net amount from' },
  netTo: { de: 'Nettobetrag bis', en: 'net amount to' },
  number: { de: 'Nummer', en: 'number' },
  page: { de: 'Seite', en: 'page' },
  path: { de: 'Ort der Datei', en: 'place of the file' },
  pattern: { de: 'Muster', en: 'pattern' },
  percent: { de: 'Prozentsatz', en: 'percentage' },
  period: { de: 'Zeitraum', en: 'period' },
  periods: { de: 'Zeiträume', en: 'periods' },
  phone: { de: 'Telefon', en: 'telephone' },
  place: { de: 'Stelle der Liste', en: 'place in the list' },
  postCode: { de: 'Postleitzahl', en: 'post code' },
  cancellationRangeId: { de: 'Nummernkreis der Stornorechnungen', en: 'number range of Stornorechnungen' },
  precedingInvoice: { de: 'Vorangegangene Rechnung', en: 'preceding invoice' },
  purpose: { de: 'Zweck', en: 'purpose' },
  quantity: { de: 'Menge', en: 'quantity' },
  rate: { de: 'Steuersatz', en: 'VAT rate' },
  record: { de: 'Art des Datensatzes', en: 'kind of record' },
  recordId: { de: 'Kennung des Datensatzes', en: 'id of the record' },
  reference: { de: 'Referenznummer', en: 'reference' },
  key: { de: 'Schlüssel', en: 'key' },
  replaces: { de: 'Ersetzte Rechnung', en: 'replaced invoice' },
  sentOn: { de: 'Versendet am', en: 'sent on' },
  settlement: { de: 'Ausgleich', en: 'settlement' },
  since: { de: 'Von', en: 'from' },
  snapshotHash: { de: 'Prüfsumme des Inhalts', en: 'checksum of the content' },
  status: { de: 'Status', en: 'status' },
  type: { de: 'Dateiart', en: 'type of file' },
  until: { de: 'Bis', en: 'until' },
  value: { de: 'Wert', en: 'value' },
  requestId: { de: 'Anfragenummer', en: 'request id' },
  responsibleId: { de: 'Verantwortlich', en: 'responsible' },
  responsibleIds: { de: 'Verantwortliche', en: 'responsible persons' },
  blocksMissingContent: {
    de: 'Fehlende Pflichtangaben verhindern das Finalisieren',
    en: 'missing mandatory content blocks',
  },
  revenueAbove800k: { de: 'Vorjahresumsatz über 800.000 €', en: 'revenue above 800,000 EUR' },
  rowHeight: { de: 'Zeilenhöhe', en: 'row height' },
  ruleAbove: { de: 'Linie oben', en: 'rule above' },
  ruleBelow: { de: 'Linie unten', en: 'rule below' },
  search: { de: 'Suche', en: 'search' },
  servicePeriod: { de: 'Leistungszeitraum', en: 'service period' },
  singleKeys: { de: 'Tastenkürzel mit einer Taste', en: 'single-key shortcuts' },
  skontoDays: { de: 'Skontofrist (in Tagen)', en: 'discount period (in days)' },
  skontoPercent: { de: 'Skonto', en: 'early payment discount' },
  smallBusiness: { de: 'Kleinunternehmer (§ 19 UStG)', en: 'small business (§ 19 UStG)' },
  sort: { de: 'Sortierung', en: 'order' },
  statuses: { de: 'Status', en: 'status' },
  street: { de: 'Straße', en: 'street' },
  takeCustomerData: { de: 'Kundendaten übernehmen?', en: 'take over customer data?' },
  takeDiscounts: { de: 'Rabatte übernehmen?', en: 'take over discounts?' },
  taxNumber: { de: 'Steuernummer', en: 'tax number' },
  templateId: { de: 'Vorlage', en: 'template' },
  terms: { de: 'Zahlungsbedingungen', en: 'payment terms' },
  texts: { de: 'Texte', en: 'texts' },
  theme: { de: 'Darstellung', en: 'appearance' },
  title: { de: 'Bezeichnung', en: 'title' },
  totals: { de: 'Summen', en: 'sums' },
  unit: { de: 'Einheit', en: 'unit' },
  unitPrice: { de: 'Einzelpreis', en: 'unit price' },
  validFrom: { de: 'Gültig ab', en: 'valid from' },
  vatId: { de: 'USt-IdNr.', en: 'VAT id' },
  vatRateId: { de: 'Steuersatz', en: 'VAT rate' },
  website: { de: 'Internetseite', en: 'website' },
  who: { de: 'Wer', en: 'who' },
  width: { de: 'Breite', en: 'width' },
  xrechnungHash: { de: 'Prüfsumme der XRechnung', en: 'checksum of the XRechnung' },
  yearlyReset: { de: 'Jedes Jahr neu zählen', en: 'count anew each year' },
};

const WHOLE_INPUT: Sentence = { de: 'Eingabe', en: 'input' };
/** Parts of a rich text: what they belong to has the name. */
const RICH_TEXTS = new Set(['content', 'description']);

/**
 * What people call a field: `company.address.city` is "Ort der Firma", `entries.3.title` "Titel von Eintrag 4". A field
 * that the contract does not know stays as it is written.
 */
export function fieldName(path: string, language: Language): string {
  if (path === '') return WHOLE_INPUT[language];
  const parts = withoutInside(path.split('.'));
  const names = parts.filter((part) => !isIndex(part));
  const last = names.at(-1) ?? '';
  const name = own(NAMES_IN_GROUP, names.slice(-2).join('.')) ?? own(NAMES, last);
  if (!name) return path;
  const context = contextOf(parts, language);
  return context === '' ? name[language] : `${name[language]} ${context}`;
}

function contextOf(parts: readonly string[], language: Language): string {
  const isLast = (index: number): boolean => index === parts.length - 1;
  for (const [index, part] of [...parts.entries()].reverse()) {
    if (isIndex(part) || isLast(index)) continue;
    const counted = own(COUNTED, part);
    const next = parts[index + 1] ?? '';
    if (counted && isIndex(next)) return counted[language].replace('{number}', String(Number(next) + 1));
    const owner = own(OWNERS, part);
    if (owner) return owner[language];
  }
  return '';
}

/** The path up to and with a rich text: its blocks have no names. */
function withoutInside(parts: readonly string[]): readonly string[] {
  const rich = parts.findIndex((part) => RICH_TEXTS.has(part));
  return rich === -1 ? parts : parts.slice(0, rich + 1);
}

function isIndex(part: string): boolean {
  return /^\d+$/.test(part);
}

/** Paths come from callers: `constructor` is no field. */
function own(names: Readonly<Record<string, Sentence>>, name: string): Sentence | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
