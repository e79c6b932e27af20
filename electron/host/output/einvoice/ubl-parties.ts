import type { ElectronicAddress } from '#shared/domain/buyer-reference.ts';
import type { Address, Buyer, Contact, Seller } from './model.ts';
import { element, text, textWith } from './xml-object.ts';
import type { XmlContent, XmlElement } from './xml-object.ts';

/** BG-4 with BG-5 and BG-6. Undefined when nothing at all is known. */
export function sellerParty(seller: Seller): XmlElement | undefined {
  return element({
    'cbc:EndpointID': endpoint(seller.electronicAddress),
    'cac:PartyIdentification': element({ 'cbc:ID': text(seller.identifier) }),
    'cac:PostalAddress': postalAddress(seller.address),
    'cac:PartyTaxScheme': [
      ...registration(seller.vatId, 'VAT'),
      // "FC" is the scheme of the German Steuernummer (XRechnung, BT-32).
      ...registration(seller.taxNumber, 'FC'),
    ],
    'cac:PartyLegalEntity': element({
      'cbc:RegistrationName': text(seller.name),
      'cbc:CompanyLegalForm': text(seller.legalInformation),
    }),
    'cac:Contact': contact(seller.contact),
  });
}

/** BG-7 with BG-8 and BG-9. Undefined when nothing at all is known. */
export function buyerParty(buyer: Buyer): XmlElement | undefined {
  return element({
    'cbc:EndpointID': endpoint(buyer.electronicAddress),
    'cac:PartyIdentification': element({ 'cbc:ID': text(buyer.identifier) }),
    'cac:PostalAddress': postalAddress(buyer.address),
    'cac:PartyTaxScheme': registration(buyer.vatId, 'VAT'),
    'cac:PartyLegalEntity': element({ 'cbc:RegistrationName': text(buyer.name) }),
    'cac:Contact': buyer.contact === null ? undefined : contact(buyer.contact),
  });
}

/** BG-5, BG-8, BG-15. Undefined when the address is empty. */
export function postalAddress(address: Address): XmlElement | undefined {
  return element({
    'cbc:StreetName': text(address.street),
    'cbc:AdditionalStreetName': text(address.addition),
    'cbc:CityName': text(address.city),
    'cbc:PostalZone': text(address.postCode),
    'cac:Country': element({ 'cbc:IdentificationCode': text(address.country) }),
  });
}

function endpoint(electronicAddress: ElectronicAddress | null): XmlContent {
  return electronicAddress === null
    ? undefined
    : textWith({ '@schemeID': electronicAddress.scheme }, electronicAddress.value);
}

function registration(id: string, scheme: 'VAT' | 'FC'): XmlElement[] {
  return id === '' ? [] : [{ 'cbc:CompanyID': text(id), 'cac:TaxScheme': { 'cbc:ID': scheme } }];
}

function contact({ name, phone, email }: Contact): XmlElement | undefined {
  return element({ 'cbc:Name': text(name), 'cbc:Telephone': text(phone), 'cbc:ElectronicMail': text(email) });
}
