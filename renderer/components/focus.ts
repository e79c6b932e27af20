import { nextTick, type ObjectDirective } from 'vue';

const openers = new WeakMap<HTMLElement, Element>();

const FIRST =
  '[data-focus-first], input:not([type="hidden"], :disabled), textarea:not(:disabled), [contenteditable="true"]';

const SETTLING_MS = 500;
const OVERLAYS = '.v-overlay--active:not(.v-tooltip, .v-snackbar)';

/** Nothing was opened over it; what stands in no overlay is on top of nothing. */
function isOnTop(element: HTMLElement): boolean {
  const top = [...document.querySelectorAll(OVERLAYS)].at(-1);
  return top === undefined || top.contains(element);
}

/**
 * For the content of a dialog: the focus goes to its first field, or to what is marked `data-focus-first`, and back to
 * where it came from when the dialog is gone.
 */
export const focusFirst: ObjectDirective<HTMLElement> = {
  created: (element) => {
    if (document.activeElement) openers.set(element, document.activeElement);
  },
  mounted: (element) => {
    const until = performance.now() + SETTLING_MS;
    // From when Vuetify shows what it mounts hidden, until it has settled: a dialog below may take the focus back meanwhile.
    const look = (): void => {
      if (!element.isConnected || performance.now() > until) return;
      if (isOnTop(element) && !element.contains(document.activeElement)) focusFirstField(element);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  },
  unmounted: (element) => {
    const opener = openers.get(element);
    if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
    // Not when a dialog below, gone at the same moment, has just given it back.
    else if (document.activeElement === document.body) document.getElementById('content')?.focus();
  },
};

/** Leads to what is marked `data-focus-first`, else to the first field. */
export function focusFirstField(within: HTMLElement | null | undefined): void {
  const marked = within?.querySelector<HTMLElement>('[data-focus-first]');
  (marked ?? within?.querySelector<HTMLElement>(FIRST))?.focus();
}

/** Leads to the first field that shows an error, once it shows it. */
export async function focusFirstError(within: HTMLElement | null | undefined): Promise<void> {
  await nextTick();
  const field = ':is(input:not([type="hidden"]), textarea, [role="textbox"])';
  within?.querySelector<HTMLElement>(`:is(.v-input--error, .rich-text--error) ${field}`)?.focus();
}
