import type { InjectionKey } from 'vue';

/** Opens the explanation of a figure beside the element that shows it. */
export const explainKey: InjectionKey<(figure: string, anchor: HTMLElement) => void> = Symbol('explain figure');
