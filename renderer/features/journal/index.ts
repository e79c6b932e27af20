export { default as InvoiceHistory } from './InvoiceHistory.vue';
