import type { Customer } from '#shared/contract/customers.ts';
import type { InvoiceDetail, InvoiceHeader } from '#shared/contract/invoices.ts';

/** "Anschrift" and "Ansprechpartner" of one invoice: its own, or those of the customer. */
export interface AddressForm {
  hasOwnAddress: boolean;
  buyer: NonNullable<InvoiceHeader['buyerAddress']>;
  hasOwnContact: boolean;
  contact: NonNullable<InvoiceHeader['contact']>;
}

/** Starts with what would be printed now, so that an own address is a change of the customer's. */
export function addressForm({ buyerAddress, contact }: InvoiceDetail, customer: Customer): AddressForm {
  return {
    hasOwnAddress: buyerAddress !== null,
    buyer: buyerAddress ?? { name: customer.name, address: customer.address },
    hasOwnContact: contact !== null,
    contact: contact ?? customer.contact,
  };
}

export function toAddressInput({ hasOwnAddress, buyer, hasOwnContact, contact }: AddressForm) {
  return { buyerAddress: hasOwnAddress ? buyer : null, contact: hasOwnContact ? contact : null };
}
