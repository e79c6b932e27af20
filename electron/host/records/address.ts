import type { PostalAddress } from '#shared/domain/invoice-document.ts';

/** The address columns that company and customer share. */
export function toAddress({ street, addition, postCode, city, country }: PostalAddress): PostalAddress {
  return { street, addition, postCode, city, country };
}
