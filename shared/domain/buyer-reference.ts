/** An identifier with the code of its scheme in the list EAS (BT-34, BT-49; BR-CL-25). */
export interface ElectronicAddress {
  scheme: string;
  value: string;
}

/** Schemes of the list EAS for VAT ids, by prefix. Sweden and Northern Ireland have none. */
export const VAT_ID_SCHEMES: Partial<Record<string, string>> = {
  AT: '9914',
  BE: '9925',
  BG: '9926',
  CH: '9927',
  CY: '9928',
  CZ: '9929',
  DE: '9930',
  DK: '0198',
  EE: '9931',
  EL: '9933',
  ES: '9920',
  FI: '0213',
  FR: '9957',
  GB: '9932',
  HR: '9934',
  HU: '9910',
  IE: '9935',
  IT: '0211',
  LI: '9936',
  LT: '9937',
  LU: '9938',
  LV: '9939',
  MT: '9943',
  NL: '9944',
  PL: '9945',
  PT: '9946',
  RO: '9947',
  SI: '9949',
  SK: '9950',
};

/** BT-10, which BR-DE-15 wants in every case: Leitweg-ID, Referenznummer, customer number, invoice number (F5.6). */
export function buyerReference(from: {
  leitwegId: string;
  reference: string;
  customerNumber: string;
  invoiceNumber: string;
}): string {
  return from.leitwegId || from.reference || from.customerNumber || from.invoiceNumber;
}

/**
 * BT-49: e-mail (`EM`), Leitweg-ID (`0204`), VAT id with the scheme of its country, in this order (F5.6, design section 8).
 * Null when there is nothing to go by: then no XRechnung can be made (PEPPOL-EN16931-R010).
 */
export function buyerElectronicAddress(from: {
  email: string;
  leitwegId: string;
  vatId: string;
}): ElectronicAddress | null {
  if (from.email !== '') return { scheme: 'EM', value: from.email };
  if (from.leitwegId !== '') return { scheme: '0204', value: from.leitwegId };
  const scheme = VAT_ID_SCHEMES[from.vatId.slice(0, 2)];
  if (scheme !== undefined) return { scheme, value: from.vatId };
  // A Swedish VAT id is the organisation number, which has a scheme, with "SE" before and "01" behind it.
  return /^SE\d{10}01$/.test(from.vatId) ? { scheme: '0007', value: from.vatId.slice(2, 12) } : null;
}
