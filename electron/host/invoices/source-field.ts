/** Where the parts of a document come from; what is not listed is a field of the invoice itself. */
const SOURCES: Readonly<Record<string, string>> = {
  seller: 'company',
  payment: 'company',
  responsible: 'profile',
  buyer: 'customer',
  buyerContact: 'customer.contact',
  entries: 'entries',
  allowances: 'allowances',
  vatNotices: 'entries',
  template: 'invoice.templateId',
};
/** Parts whose own path says nothing to whoever must mend them. */
const WHOLE = new Set(['vatNotices', 'template']);

/** The field in which a text of the document was typed: `buyer.name` was `customer.name`, `title` was `invoice.title`. */
export function sourceField(documentPath: string): string {
  const [part = '', ...rest] = documentPath.split('.');
  const source = SOURCES[part];
  if (source === undefined) return `invoice.${documentPath}`;
  return WHOLE.has(part) ? source : [source, ...rest].join('.');
}
