import type { Customer } from '#shared/contract/customers.ts';
import type { InvoiceDetail, InvoiceHeader } from '#shared/contract/invoices.ts';
import type { FieldViews } from '../../../components/comparison.ts';
import { fieldLabel } from '../../../components/form-fields.ts';

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

/** The fields as they are compared with another state. */
export function addressViews(t: (key: string) => string): FieldViews<AddressForm> {
  const yesOrNo = (value: boolean): string => t(value ? 'invoices.yes' : 'invoices.no');
  const lines = (...parts: string[]): string => parts.filter((part) => part !== '').join('\n');
  return {
    hasOwnAddress: { label: t('invoices.ownAddress'), show: yesOrNo },
    buyer: {
      label: t('invoices.address'),
      show: ({ name, address: { street, addition, postCode, city, country } }) =>
        lines(name, street, addition, `${postCode} ${city}`.trim(), country),
    },
    hasOwnContact: { label: t('invoices.ownContact'), show: yesOrNo },
    contact: { label: fieldLabel('contact'), show: ({ name, phone, email }) => lines(name, phone, email) },
  };
}
