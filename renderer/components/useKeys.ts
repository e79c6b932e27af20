import { onBeforeUnmount, onMounted } from 'vue';
import { usePreferencesStore } from '../stores/preferences.ts';

/** Single keys of a view, as on `event.key`. They act outside fields only, and not while a dialog or menu is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const preferences = usePreferencesStore();
  function onKey(event: KeyboardEvent): void {
    const action = keys[event.key];
    if (action === undefined || (event.key.length === 1 && !preferences.values.singleKeys)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input, textarea, select, [contenteditable="true"]')) return;
    if (document.querySelector('.v-overlay--active:not(.v-tooltip, .v-snackbar)')) return;
    event.preventDefault();
    action();
  }
  onMounted(() => window.addEventListener('keydown', onKey));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey));
}
