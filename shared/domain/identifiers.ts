import { mod11Digit, modulo97 } from './check-digits.ts';

const LEITWEG_ID = /^\d{2,12}(?:-[A-Z0-9]{1,30})?-(\d{2})$/i;

/**
 * Whether the text is a Leitweg-ID with right check digits: `04011000-12345-03` (F5.14, Formatspezifikation Leitweg-ID
 * 2.0.2). Capitals and small letters are the same. No official validation rule checks this, so the application must.
 */
export function isLeitwegId(text: string): boolean {
  const checkDigits = LEITWEG_ID.exec(text)?.[1];
  // 98 - (n mod 97) is 02 to 98; 00, 01 and 99 would leave the right remainder too, but are never given.
  if (checkDigits === undefined || checkDigits < '02' || checkDigits > '98') return false;
  return modulo97(text.replaceAll('-', '')) === 1;
}

/** Length of an IBAN in each country of the SEPA area (IBAN registry). */
// prettier-ignore
const IBAN_LENGTHS: Partial<Record<string, number>> = {
  AD: 24, AL: 28, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27,
  GB: 22, GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MD: 24,
  ME: 22, MK: 19, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, RS: 22, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22,
};

/** Without spaces, in upper case, as stored and sent. */
export function normaliseIban(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** Whether the text is, spaces aside, an IBAN of the SEPA area: length of its country and check digits (ISO 13616, BR-DE-19). */
export function isIban(text: string): boolean {
  const iban = normaliseIban(text);
  if (!/^[A-Z]{2}(?:0[2-9]|[1-8]\d|9[0-8])[A-Z0-9]+$/.test(iban)) return false;
  if (iban.length !== IBAN_LENGTHS[iban.slice(0, 2)]) return false;
  return modulo97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** Whether the text has the form of a BIC of 8 or 11 characters (ISO 9362), in capitals or small letters. */
export function isBic(text: string): boolean {
  return /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/i.test(text);
}

/** What follows the prefix in the VAT ids of the EU (VIES), Northern Ireland (XI) and the neighbours without VIES. */
const VAT_ID_PATTERNS: Partial<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CH: /^E\d{9}(?:MWST|TVA|IVA)?$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^[1-9]\d{8}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GB: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LI: /^\d{5}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{10}\d{2}$/,
  NO: /^\d{9}(?:MVA)?$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

/** Without spaces, dots and hyphens, in upper case: "DE 136 695 976" and "CHE-123.456.788 MWST" as they are sent. */
export function normaliseVatId(text: string): string {
  return text.replace(/[\s.-]/g, '').toUpperCase();
}

/**
 * Whether the text, normalised, has the form of a VAT id: prefix of the country (BR-CO-09; Greece is EL) and its pattern;
 * the check digit too for German ones (ISO 7064 MOD 11,10). Only an enquiry at the BZSt tells whether it was given.
 */
export function isVatId(text: string): boolean {
  const vatId = normaliseVatId(text);
  const rest = vatId.slice(2);
  if (VAT_ID_PATTERNS[vatId.slice(0, 2)]?.test(rest) !== true) return false;
  return !vatId.startsWith('DE') || mod11Digit(rest.slice(0, 8)) === Number(rest[8]);
}

/** Whether the text can be a German Steuernummer: 10 to 13 digits, in the local form with slashes or spaces or without. */
export function isGermanTaxNumber(text: string): boolean {
  if (!/^\d+(?:[/ ]\d+)*$/.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 10 && digits <= 13;
}

/** Longest address that mail servers take (RFC 5321, section 4.5.3.1.3, less the brackets). */
const LONGEST_EMAIL = 254;

/** Neither spaces nor the characters that separate addresses or quote in a mail header (RFC 5322, section 3.2.3). */
const LOCAL = String.raw`[^@\s.<>()\[\]\\,;:"]`;
const EMAIL = new RegExp(`^${LOCAL}+(?:\\.${LOCAL}+)*@(?:[\\p{L}\\p{N}-]+\\.)+[\\p{L}\\p{N}-]{2,}$`, 'u');

/**
 * Whether the text is usable as an e-mail address: one "@", no spaces, single dots, a domain of at least two parts. What
 * passes here passes BR-DE-28 too, except that a local part of one character only warns there.
 */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && EMAIL.test(text);
}

/** Whether the text can be a telephone number: at least three digits (BR-DE-27). */
export function isPhone(text: string): boolean {
  return /\d\D*\d\D*\d/.test(text);
}
