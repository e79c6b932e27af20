import type { Address, Contact, EInvoice } from '../model.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';

/** What XML 1.0 cannot hold, not even as a reference: most control characters, half surrogate pairs, U+FFFE, U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Every text can be written: one such character makes the whole file unreadable. */
export function checkTexts(invoice: EInvoice): Finding[] {
  return textsOf(invoice)
    .filter(([text]) => FORBIDDEN.test(text))
    .map(([, field]) => ({ ...error('XML', field), class: 'format' }));
}

function textsOf(invoice: EInvoice): [string, string][] {
  const { seller, buyer, payment } = invoice;
  return [
    [invoice.number, 'invoice.number'],
    [invoice.buyerReference, 'invoice.reference'],
    [invoice.purchaseOrderReference, 'invoice.reference'],
    [invoice.paymentTerms, 'invoice.terms'],
    ...invoice.notes.map((note): [string, string] => [note, 'invoice.texts']),
    [invoice.precedingInvoice?.number ?? '', 'invoice.precedingInvoice'],
    ...partyTexts(seller, 'company', 'profile'),
    [seller.taxNumber, 'company.taxNumber'],
    [seller.legalInformation, 'company.legalInformation'],
    ...partyTexts(buyer, 'customer', 'invoice.contact'),
    [payment.account, 'company.iban'],
    [payment.accountName, 'company.accountHolder'],
    [payment.bic, 'company.bic'],
    ...invoice.allowances.map(({ reason, source }): [string, string] => [reason, `allowances.${source}.name`]),
    ...invoice.vatBreakdown.map(({ exemptionReason }): [string, string] => [exemptionReason, 'invoice.texts']),
    ...invoice.lines.flatMap(({ name, description, source }): [string, string][] => [
      [name, `entries.${source}.title`],
      [description, `entries.${source}.description`],
    ]),
  ];
}

function partyTexts(
  party: { name: string; identifier: string; vatId: string; address: Address; contact: Contact | null } & {
    electronicAddress: { value: string } | null;
  },
  field: string,
  contactField: string,
): [string, string][] {
  const { address, contact } = party;
  return [
    [party.name, `${field}.name`],
    [party.identifier, `${field}.number`],
    [party.vatId, `${field}.vatId`],
    [party.electronicAddress?.value ?? '', `${field}.email`],
    [address.street, `${field}.address.street`],
    [address.addition, `${field}.address.addition`],
    [address.city, `${field}.address.city`],
    [address.postCode, `${field}.address.postCode`],
    [address.country, `${field}.address.country`],
    [contact?.name ?? '', `${contactField}.name`],
    [contact?.phone ?? '', `${contactField}.phone`],
    [contact?.email ?? '', `${contactField}.email`],
  ];
}
