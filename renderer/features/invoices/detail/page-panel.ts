import { reactive } from 'vue';

/** Narrower the page cannot be read, wider it hides the editor. */
export const NARROWEST = 280;
export const WIDEST = 900;

/** How the page stands beside the editor; the same for all invoices as long as the window lives. */
export const pagePanel = reactive({ isShown: true, width: window.innerWidth >= 1600 ? 640 : 400 });
