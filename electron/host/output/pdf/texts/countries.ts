import type { CountryCode } from '#shared/domain/amounts.ts';
import type { Language } from '#shared/domain/template.ts';

const NAMES: Readonly<Record<CountryCode, readonly [german: string, english: string]>> = {
  AT: ['Österreich', 'Austria'],
  AU: ['Australien', 'Australia'],
  BE: ['Belgien', 'Belgium'],
  BG: ['Bulgarien', 'Bulgaria'],
  CA: ['Kanada', 'Canada'],
  CH: ['Schweiz', 'Switzerland'],
  CN: ['China', 'China'],
  CY: ['Zypern', 'Cyprus'],
  CZ: ['Tschechien', 'Czechia'],
  DE: ['Deutschland', 'Germany'],
  DK: ['Dänemark', 'Denmark'],
  EE: ['Estland', 'Estonia'],
  ES: ['Spanien', 'Spain'],
  FI: ['Finnland', 'Finland'],
  FR: ['Frankreich', 'France'],
  GB: ['Vereinigtes Königreich', 'United Kingdom'],
  GR: ['Griechenland', 'Greece'],
  HR: ['Kroatien', 'Croatia'],
  HU: ['Ungarn', 'Hungary'],
  IE: ['Irland', 'Ireland'],
  IL: ['Israel', 'Israel'],
  IN: ['Indien', 'India'],
  IS: ['Island', 'Iceland'],
  IT: ['Italien', 'Italy'],
  JP: ['Japan', 'Japan'],
  LI: ['Liechtenstein', 'Liechtenstein'],
  LT: ['Litauen', 'Lithuania'],
  LU: ['Luxemburg', 'Luxembourg'],
  LV: ['Lettland', 'Latvia'],
  MC: ['Monaco', 'Monaco'],
  MT: ['Malta', 'Malta'],
  NL: ['Niederlande', 'Netherlands'],
  NO: ['Norwegen', 'Norway'],
  PL: ['Polen', 'Poland'],
  PT: ['Portugal', 'Portugal'],
  RO: ['Rumänien', 'Romania'],
  RS: ['Serbien', 'Serbia'],
  SE: ['Schweden', 'Sweden'],
  SG: ['Singapur', 'Singapore'],
  SI: ['Slowenien', 'Slovenia'],
  SK: ['Slowakei', 'Slovakia'],
  SM: ['San Marino', 'San Marino'],
  TR: ['Türkei', 'Türkiye'],
  UA: ['Ukraine', 'Ukraine'],
  US: ['Vereinigte Staaten', 'United States'],
};

/** Name of a country; its code where the list has none, which every post office understands. */
export function countryName(country: CountryCode, language: Language): string {
  const names = NAMES[country];
  if (!names) return country;
  return language === 'de' ? names[0] : names[1];
}
