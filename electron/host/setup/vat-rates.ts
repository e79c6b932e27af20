import type { VatRateFields } from '#shared/contract/vat-rates.ts';

/** Before any Leistungszeitraum that an office still bills. */
const ALWAYS = '1990-01-01';
const NONE = [{ validFrom: ALWAYS, percent: '0' }];

function standardRated(name: string, periods: VatRateFields['periods']): VatRateFields {
  return { name, category: 'S', exemptionReason: '', smallBusiness: false, periods };
}

function untaxed(name: string, category: VatRateFields['category'], exemptionReason = ''): VatRateFields {
  return { name, category, exemptionReason, smallBusiness: false, periods: NONE };
}

/**
 * "USt-Sätze" of a new office: § 12 UStG with the lowered rates of 2020 (§ 28 UStG), and the cases without VAT.
 * An empty reason takes the standard words of its category (shared/domain/vat-notices.ts).
 */
export const SHIPPED_VAT_RATES: readonly VatRateFields[] = [
  standardRated('Regelsteuersatz', [
    { validFrom: '2007-01-01', percent: '19' },
    { validFrom: '2020-07-01', percent: '16' },
    { validFrom: '2021-01-01', percent: '19' },
  ]),
  standardRated('Ermäßigter Satz', [
    { validFrom: '1990-01-01', percent: '7' },
    { validFrom: '2020-07-01', percent: '5' },
    { validFrom: '2021-01-01', percent: '7' },
  ]),
  { ...untaxed('Nullsatz (§ 12 Abs. 3 UStG)', 'Z'), periods: [{ validFrom: '2023-01-01', percent: '0' }] },
  untaxed('Reverse Charge (§ 13b UStG)', 'AE'),
  untaxed('Innergemeinschaftliche Lieferung', 'K'),
  untaxed('Ausfuhr (Drittland)', 'G'),
  untaxed('Steuerfrei (§ 4 UStG)', 'E', 'Steuerfrei nach § 4 UStG'),
  untaxed('Nicht steuerbar', 'O'),
  { ...untaxed('Kleinunternehmer (§ 19 UStG)', 'E'), smallBusiness: true },
];
