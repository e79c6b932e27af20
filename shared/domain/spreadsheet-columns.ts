/** What a column of a pasted table holds; `line`: whole quick lines, `none`: nothing that a position has. */
export const COLUMN_ROLES = [
  ...['title', 'description', 'quantity', 'unit', 'unitPrice', 'discount', 'vat', 'total', 'line', 'none'],
] as const satisfies readonly string[];
export type ColumnRole =
  'title' | 'description' | 'quantity' | 'unit' | 'unitPrice' | 'discount' | 'vat' | 'total' | 'line' | 'none';

const HEADINGS = {
  title:
    'bezeichnung titel artikel leistung position artikelbezeichnung leistungsbezeichnung produkt name text title item',
  description: 'beschreibung details langtext bemerkung beschreibungstext description',
  quantity: 'menge anzahl anz stueckzahl stunden std quantity qty',
  unit: 'einheit eh me mengeneinheit unit',
  unitPrice:
    'preis einzelpreis ep stueckpreis einheitspreis e-preis preis/einheit preis/stk netto-einzelpreis einzelpreis-netto stundensatz price',
  discount: 'rabatt nachlass rabatt-prozent discount',
  vat: 'ust mwst mwst-satz ust-satz steuersatz steuer umsatzsteuer mehrwertsteuer vat',
  total: 'gesamt gesamtpreis gp summe betrag gesamtbetrag netto nettobetrag g-preis gesamt-netto total amount',
  none: 'pos pos-nr nr lfd lfd.nr lfd-nr datum art.-nr artikelnummer artikel-nr bestellnummer brutto bruttobetrag #',
} as const satisfies Partial<Record<ColumnRole, string>>;

/** Role by heading, as `foldWord` writes it. */
export const ROLE_WORDS: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(HEADINGS).flatMap(([role, words]) => words.split(' ').map((word) => [word, role as ColumnRole])),
);

/** Begins a row that only adds up others. */
export const SUM_WORDS =
  /^(?:zwischen|gesamt|end|netto|brutto|teil)?-?(?:summe|total|betrag|gesamt)\b|^(?:zzgl\.?|mwst|ust)\b|^uebertrag\b/;
