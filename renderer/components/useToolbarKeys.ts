import { onMounted, onUpdated, type Ref } from 'vue';

const MOVES: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/**
 * The keys of a toolbar (WAI-ARIA): one stop for Tab, arrows move between its buttons, wherever these come from.
 * Returns the listeners for the toolbar's element.
 */
export function useToolbarKeys(toolbar: Readonly<Ref<HTMLElement | null>>): {
  keydown: (event: KeyboardEvent) => void;
  focusin: (event: FocusEvent) => void;
} {
  let stop: HTMLElement | null = null;
  const buttons = (): HTMLElement[] => [...(toolbar.value?.querySelectorAll<HTMLElement>('button') ?? [])];

  function setStop(next: HTMLElement | undefined): void {
    stop = next ?? null;
    for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1;
  }

  /** Buttons may have come or gone. */
  function refresh(): void {
    const all = buttons();
    setStop(all.find((button) => button === stop) ?? all[0]);
  }
  onMounted(refresh);
  onUpdated(refresh);

  return {
    keydown: (event) => {
      const move = MOVES[event.key];
      const all = buttons();
      const index = all.indexOf(event.target as HTMLElement);
      if (move === undefined || index === -1) return;
      event.preventDefault();
      all[move(index, all.length)]?.focus();
    },
    focusin: ({ target }) => setStop(buttons().find((button) => button === target)),
  };
}
