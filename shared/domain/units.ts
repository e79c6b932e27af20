/** The five units of "Einheit" (A5.6) with their codes of UN/ECE Recommendation 20 (BT-130). */
export const UNITS = {
  piece: { code: 'H87' },
  hour: { code: 'HUR' },
  day: { code: 'DAY' },
  month: { code: 'MON' },
  'flat-rate': { code: 'LS' },
} as const satisfies Record<string, { code: string }>;
export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as Unit[];
