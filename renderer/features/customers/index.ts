export { default as CustomerDialog } from './CustomerDialog.vue';
export { default as CustomerField } from './CustomerField.vue';
