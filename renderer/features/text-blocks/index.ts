export { default as TextBlockMenu } from './TextBlockMenu.vue';
