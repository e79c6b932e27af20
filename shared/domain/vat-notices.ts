import type { Language } from './template.ts';
import type { VatCategory } from './vat.ts';

/**
 * Why a VAT group bears no tax, as printed and as BT-120. AE is the very wording that § 14a Abs. 5 UStG asks for (F1.4),
 * K and G satisfy § 14 Abs. 4 Nr. 8 UStG. S and Z need no reason (BR-S-10, BR-Z-10). E has none that fits always: the
 * office writes its own, or is a Kleinunternehmer (BR-E-10).
 */
export const DEFAULT_VAT_NOTICES = {
  S: null,
  Z: null,
  E: null,
  AE: { de: 'Steuerschuldnerschaft des Leistungsempfängers', en: 'Reverse charge' },
  K: { de: 'Steuerfreie innergemeinschaftliche Lieferung', en: 'VAT exempt intra-Community supply' },
  G: { de: 'Steuerfreie Ausfuhrlieferung', en: 'VAT exempt export delivery' },
  O: { de: 'Nicht im Inland steuerbare Leistung', en: 'Service outside the scope of German VAT' },
} as const satisfies Record<VatCategory, Record<Language, string> | null>;

/** § 19 UStG is a tax exemption since 2025 (F1.6); the note is § 34a Satz 1 Nr. 5 UStDV. */
export const SMALL_BUSINESS_NOTICE = {
  de: 'Steuerfrei nach § 19 UStG (Kleinunternehmer).',
  en: 'VAT exempt under section 19 of the German VAT Act (small business).',
} as const satisfies Record<Language, string>;

/**
 * The preset notice of a category in the language of the document, '' where there is none. Reverse charge in English
 * carries the German words too: the exact wording is what German law asks for.
 */
export function vatNotice(
  category: VatCategory,
  language: Language,
  { smallBusiness }: { smallBusiness: boolean },
): string {
  if (category === 'E' && smallBusiness) return SMALL_BUSINESS_NOTICE[language];
  const notice = DEFAULT_VAT_NOTICES[category];
  if (notice === null) return '';
  return category === 'AE' && language === 'en' ? `${notice.de} (${notice.en})` : notice[language];
}

/** Code of the exemption reason (BT-121, list VATEX); null where the list has none, as for § 19 UStG. */
export const VATEX_CODES = {
  S: null,
  Z: null,
  E: null,
  AE: 'VATEX-EU-AE',
  K: 'VATEX-EU-IC',
  G: 'VATEX-EU-G',
  O: 'VATEX-EU-O',
} as const satisfies Record<VatCategory, string | null>;
