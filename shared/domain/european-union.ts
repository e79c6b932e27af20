import type { CountryCode } from './amounts.ts';

/** Member states as ISO 3166-1 codes (Greece is GR here, EL in VAT ids). */
const MEMBERS: ReadonlySet<CountryCode> = new Set([
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU'],
  ...['IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
]);

export function isInEuropeanUnion(country: CountryCode): boolean {
  return MEMBERS.has(country);
}

/**
 * Whether goods for this buyer can be an intra-community supply of a German seller (§ 6a UStG): another member state and
 * a VAT id that is not German. Northern Ireland counts for goods (VAT ids with XI).
 */
export function canReceiveIntraCommunitySupply(buyer: { country: CountryCode; vatId: string }): boolean {
  const abroad = (isInEuropeanUnion(buyer.country) && buyer.country !== 'DE') || buyer.vatId.startsWith('XI');
  return abroad && !buyer.vatId.startsWith('DE');
}
