export { prepareInvoiceList } from './list/useInvoiceList.ts';
