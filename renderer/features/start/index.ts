export { default as FailedOpening } from './FailedOpening.vue';
export { default as OfficeDialogs } from './OfficeDialogs.vue';
export { default as OfficeMenu } from './OfficeMenu.vue';
export { default as SampleBanner } from './SampleBanner.vue';
