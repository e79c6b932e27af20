import type { Language } from '../domain/template.ts';
import type { TenThousandths } from '../domain/amounts.ts';
import type { Unit } from '../domain/units.ts';

const NAMES = {
  de: { piece: 'Stück', hour: 'Stunde', day: 'Tag', month: 'Monat', 'flat-rate': 'Pauschale' },
  en: { piece: 'piece', hour: 'hour', day: 'day', month: 'month', 'flat-rate': 'flat rate' },
} as const satisfies Record<Language, Record<Unit, string>>;

/** More or less than one of them. */
const PLURALS = {
  de: { piece: 'Stück', hour: 'Stunden', day: 'Tage', month: 'Monate', 'flat-rate': 'Pauschalen' },
  en: { piece: 'pieces', hour: 'hours', day: 'days', month: 'months', 'flat-rate': 'flat rates' },
} as const satisfies Record<Language, Record<Unit, string>>;
const ONE = 10_000;

/** Name of a unit as form and document show it (A5.6). */
export function unitName(unit: Unit, language: Language): string {
  return NAMES[language][unit];
}

/** The unit as it stands behind a quantity in ten-thousandths: 1 "Stunde", 3,5 "Stunden". */
export function unitOf(quantity: TenThousandths, unit: Unit, language: Language): string {
  return Math.abs(quantity) === ONE ? NAMES[language][unit] : PLURALS[language][unit];
}
