import { defineAsyncComponent } from 'vue';

// No part of what the window starts with.
export const FailedOpening = defineAsyncComponent(() => import('./FailedOpening.vue'));
export const OfficeDialogs = defineAsyncComponent(() => import('./OfficeDialogs.vue'));
export const SampleBanner = defineAsyncComponent(() => import('./SampleBanner.vue'));
export { default as OfficeMenu } from './OfficeMenu.vue';
export { useOfficeCommands } from './useOfficeCommands.ts';
