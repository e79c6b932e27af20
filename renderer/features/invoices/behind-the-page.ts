import { onBeforeUnmount } from 'vue';

/** Milliseconds in which the page is asked for and made, so that both do not share the host's time. */
const BEHIND_THE_PAGE_MS = 100;

/** After a change the page comes first: what else is asked of the host waits a moment, and is asked once for several changes. */
export function useBehindThePage(ask: () => Promise<void>): { ask: () => void; forget: () => void } {
  let due: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => clearTimeout(due);
  onBeforeUnmount(forget);
  return {
    ask: () => {
      forget();
      due = setTimeout(() => void ask(), BEHIND_THE_PAGE_MS);
    },
    forget,
  };
}
