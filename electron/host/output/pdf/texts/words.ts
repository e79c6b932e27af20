import type { Language } from '#shared/domain/template.ts';
import type { VatCategory } from '#shared/domain/vat.ts';

interface Words {
  /** Title that the law's reader looks for; a template's own wording must contain it. */
  cancellation: string;
  precedingInvoice: string;
  vatId: string;
  taxNumber: string;
  /** Names the taxable amount of a category that shows no VAT; S and Z show their rate instead. */
  untaxed: Record<Exclude<VatCategory, 'S' | 'Z'>, string>;
}

/** Words that no template may change, because law or requirement fix them (A10.6, A20.11, A20.12, F2.5). */
export const WORDS = {
  de: {
    cancellation: 'Stornorechnung',
    precedingInvoice: 'zur Rechnung {number} vom {date}',
    vatId: 'USt-IdNr.',
    taxNumber: 'Steuernummer',
    untaxed: {
      E: 'Steuerfrei',
      AE: 'Ohne USt (Steuerschuldnerschaft des Leistungsempfängers)',
      K: 'Steuerfreie innergemeinschaftliche Lieferung',
      G: 'Steuerfreie Ausfuhrlieferung',
      O: 'Nicht steuerbar',
    },
  },
  en: {
    cancellation: 'Cancellation invoice (Stornorechnung)',
    precedingInvoice: 'for invoice {number} dated {date}',
    vatId: 'VAT ID',
    taxNumber: 'Tax number',
    untaxed: {
      E: 'Exempt from VAT',
      AE: 'Without VAT (reverse charge)',
      K: 'Exempt intra-Community supply',
      G: 'Exempt export',
      O: 'Not subject to VAT',
    },
  },
} as const satisfies Record<Language, Words>;

/**
 * The title of a cancellation: the template's wording only if it says Stornorechnung and does not say Gutschrift, which
 * means self-billing (§ 14 Abs. 2 Satz 2 UStG, F2.5).
 */
export function cancellationTitle(label: string, language: Language): string {
  const saysSo = label.includes('Stornorechnung') && !/gutschrift|credit note/iu.test(label);
  return saysSo ? label : WORDS[language].cancellation;
}

/** What the totals call a taxable amount without VAT; '' for the categories that show their rate instead. */
export function untaxedName(category: VatCategory, language: Language): string {
  return category === 'S' || category === 'Z' ? '' : WORDS[language].untaxed[category];
}
