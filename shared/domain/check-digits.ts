/**
 * Remainder modulo 97 of a text of digits and letters, where A counts as 10 and Z as 35, in capitals or small letters (ISO
 * 7064 MOD 97-10, as IBAN and Leitweg-ID use it).
 */
export function modulo97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** Check digit by ISO 7064 MOD 11,10 of a text of digits, as in the German VAT id. */
export function mod11Digit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10;
    product = (2 * (sum === 0 ? 10 : sum)) % 11;
  }
  return (11 - product) % 10;
}
