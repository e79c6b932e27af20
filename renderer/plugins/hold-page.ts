import { onScopeDispose } from 'vue';

/** Dialogs that hold it now. */
let held = 0;

/**
 * Keeps the page behind a dialog from scrolling, as Vuetify's strategy "block" does. That one sets custom properties on
 * the root, after which Chromium computes the style of every element anew, when a dialog opens and when it closes: 50 ms
 * beside an invoice with 50 positions. These two properties are not inherited.
 */
export function holdPage(): void {
  const { style, clientWidth } = document.documentElement;
  held += 1;
  if (held === 1) {
    // As wide as the scroll bar that goes, so that nothing moves.
    style.paddingInlineEnd = `${window.innerWidth - clientWidth}px`;
    style.overflow = 'hidden';
  }
  onScopeDispose(() => {
    held -= 1;
    if (held > 0) return;
    style.removeProperty('padding-inline-end');
    style.removeProperty('overflow');
  });
}
