import type { Customer, CustomerFields } from '#shared/contract/customers.ts';
import type { TermsInput } from '../../components/terms-input.ts';

/** The values of the dialog: those of the contract, but numbers may be empty while they are typed. */
export type CustomerForm = Omit<CustomerFields, 'terms'> & { terms: TermsInput };

/** What a new customer starts with: the values that most customers have. */
export function emptyCustomer(name: string): CustomerForm {
  return {
    number: '',
    kind: 'business',
    name,
    address: { street: '', addition: '', postCode: '', city: '', country: 'DE' },
    email: '',
    contact: { name: '', phone: '', email: '' },
    vatId: '',
    leitwegId: '',
    terms: { dueDays: 14, skontoDays: null, skontoPercent: '' },
    currency: 'EUR',
    language: 'de',
    eInvoice: 'xrechnung',
  };
}

/** A stored customer as the dialog edits it. */
export function toForm({ id: _id, revision: _revision, archived: _archived, ...fields }: Customer): CustomerForm {
  return { ...fields, terms: { ...fields.terms, skontoPercent: fields.terms.skontoPercent ?? '' } };
}

/** The fields of the contract; an empty "Zahlungsziel" goes to the host as it is, so that it names the field. */
export function toFields({ terms, ...form }: CustomerForm): CustomerFields {
  const skontoPercent = terms.skontoPercent === '' ? null : terms.skontoPercent;
  return { ...form, terms: { ...terms, skontoPercent } as CustomerFields['terms'] };
}
