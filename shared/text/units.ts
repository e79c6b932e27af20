import type { Language } from '../domain/template.ts';
import type { Unit } from '../domain/units.ts';

const NAMES = {
  de: { piece: 'Stück', hour: 'Stunde', day: 'Tag', month: 'Monat', 'flat-rate': 'Pauschale' },
  en: { piece: 'piece', hour: 'hour', day: 'day', month: 'month', 'flat-rate': 'flat rate' },
} as const satisfies Record<Language, Record<Unit, string>>;

/** Name of a unit as form and document show it (A5.6). */
export function unitName(unit: Unit, language: Language): string {
  return NAMES[language][unit];
}
