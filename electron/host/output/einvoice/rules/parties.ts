import { isCountryCode } from '#shared/domain/countries.ts';
import type { Address, EInvoice } from '../model.ts';
import { error, unless, warning } from './finding.ts';
import type { Finding } from './finding.ts';

/** BR-DE-27: at least three digits. */
const PHONE = /[0-9][^]*[0-9][^]*[0-9]/;
/** BR-DE-28. */
const EMAIL = /^[^@\s]+@([^@.\s]+\.)+[^@.\s]+$/;

/** BG-4 to BG-6, BG-7 to BG-9: who invoices whom, and how each is reached. */
export function checkParties(invoice: EInvoice): Finding[] {
  return [...checkSeller(invoice), ...checkBuyer(invoice)];
}

function checkSeller({ seller }: EInvoice): Finding[] {
  const { contact, vatId } = seller;
  return [
    ...unless(seller.name !== '', error('BR-06', 'company.name')),
    ...checkAddress(seller.address, 'company.address', { city: 'BR-DE-3', postCode: 'BR-DE-4', country: 'BR-09' }),
    ...unless(seller.electronicAddress !== null, error('PEPPOL-EN16931-R020', 'company.email')),
    ...unless(vatId !== '' || seller.identifier !== '', error('BR-CO-26', 'company.vatId')),
    ...unless(hasKnownPrefix(vatId), error('BR-CO-09', 'company.vatId')),
    ...unless(contact.name !== '', error('BR-DE-5', 'profile.name')),
    ...unless(contact.phone !== '', error('BR-DE-6', 'profile.phone')),
    ...unless(contact.email !== '', error('BR-DE-7', 'profile.email')),
    ...unless(contact.phone === '' || PHONE.test(contact.phone), warning('BR-DE-27', 'profile.phone')),
    ...unless(contact.email === '' || EMAIL.test(contact.email), warning('BR-DE-28', 'profile.email')),
  ];
}

function checkBuyer({ buyer }: EInvoice): Finding[] {
  return [
    ...unless(buyer.name !== '', error('BR-07', 'customer.name')),
    ...checkAddress(buyer.address, 'customer.address', { city: 'BR-DE-8', postCode: 'BR-DE-9', country: 'BR-11' }),
    ...unless(buyer.electronicAddress !== null, error('PEPPOL-EN16931-R010', 'customer.email')),
    ...unless(hasKnownPrefix(buyer.vatId), error('BR-CO-09', 'customer.vatId')),
  ];
}

function checkAddress(
  { city, postCode, country }: Address,
  field: string,
  rules: { city: string; postCode: string; country: string },
): Finding[] {
  return [
    ...unless(city !== '', error(rules.city, `${field}.city`)),
    ...unless(postCode !== '', error(rules.postCode, `${field}.postCode`)),
    ...unless(country !== '', error(rules.country, `${field}.country`)),
    ...unless(country === '' || isCountryCode(country), error('BR-CL-14', `${field}.country`)),
  ];
}

/** BR-CO-09: a VAT id begins with a country; Greece may be EL, Northern Ireland is XI. */
function hasKnownPrefix(vatId: string): boolean {
  const prefix = vatId.slice(0, 2);
  return vatId === '' || prefix === 'EL' || prefix === 'XI' || isCountryCode(prefix);
}
