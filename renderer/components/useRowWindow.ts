import {
  computed,
  nextTick,
  onBeforeUnmount,
  onMounted,
  ref,
  shallowRef,
  type ComponentPublicInstance,
  type ComputedRef,
  type Ref,
} from 'vue';
import { scrollerOf } from './scroller.ts';
import { offsetsOf, piecesOf, slotAt, type Piece } from './row-offsets.ts';

/** Up to so many rows all of them are there. */
const SMALL = 60;
/** What lies this far outside of the view is there already, in pixels. */
const AHEAD = 400;
/** Height of a row that was never seen. */
const USUAL_HEIGHT = 37;

/** Null for a gap. */
function keyOf(row: Element): number | null {
  const id = row.getAttribute('data-id');
  return id === null ? null : Number(id);
}

export interface RowWindow {
  /** Whether only some of the rows are there. */
  isWindowed: ComputedRef<boolean>;
  pieces: ComputedRef<Piece[]>;
  /** The place between two rows that is nearest to a point of the screen. */
  slotAtPoint: (clientY: number) => number;
  /** The `ref` of each row, whose `data-id` is its key. A directive would draw every row again with every change. */
  measure: (row: Element | ComponentPublicInstance | null) => void;
}

/**
 * Shows only those rows of a long table that one can see. Rows may have any height: what was seen is measured, the rest
 * estimated. The table scrolls with whatever scrolls around it.
 */
export function useRowWindow(options: {
  body: Readonly<Ref<HTMLElement | null>>;
  keys: () => readonly number[];
  /** Rows that stay there wherever one looks: the one with the focus, the one being dragged. */
  pinned: () => readonly number[];
}): RowWindow {
  const { body, keys, pinned } = options;
  const heights = new Map<number, number>();
  const measured = ref(0);
  const view = shallowRef({ top: 0, bottom: window.innerHeight });
  let frame = 0;

  const offsets = computed(() => {
    void measured.value;
    return offsetsOf(keys().map((key) => heights.get(key) ?? USUAL_HEIGHT));
  });
  const isWindowed = computed(() => keys().length > SMALL);

  function look(): void {
    frame = 0;
    if (!body.value) return;
    const top = -body.value.getBoundingClientRect().top;
    view.value = { top: top - AHEAD, bottom: top + window.innerHeight + AHEAD };
  }
  function lookSoon(): void {
    if (frame === 0) frame = requestAnimationFrame(look);
  }

  const observer = new ResizeObserver((entries) => {
    let hasChanged = false;
    for (const { target } of entries) {
      const key = keyOf(target);
      const height = (target as HTMLElement).offsetHeight;
      // A row that has gone has no height.
      if (key === null || height === 0 || heights.get(key) === height) continue;
      heights.set(key, height);
      hasChanged = true;
    }
    if (hasChanged) void correct();
  });

  /** What one looks at stays where it is when rows above turn out to be higher or lower than estimated. */
  async function correct(): Promise<void> {
    const rows = [...(body.value?.children ?? [])].filter((row) => keyOf(row) !== null);
    const anchor = rows.find((row) => row.getBoundingClientRect().bottom > 0);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    const scroller = body.value && scrollerOf(body.value);
    const scrolledBefore = scroller?.scrollTop;
    measured.value += 1;
    await nextTick();
    // Whoever has scrolled meanwhile knows where to.
    if (!anchor?.isConnected || scroller?.scrollTop !== scrolledBefore) return;
    const shift = Math.round(anchor.getBoundingClientRect().top - before);
    if (shift !== 0) scroller?.scrollBy(0, shift);
  }

  onMounted(() => {
    look();
    // Whatever scrolls: captured, because scrolling does not bubble.
    window.addEventListener('scroll', lookSoon, { capture: true, passive: true });
    window.addEventListener('resize', lookSoon);
  });
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    window.removeEventListener('scroll', lookSoon, { capture: true });
    window.removeEventListener('resize', lookSoon);
  });

  return {
    isWindowed,
    pieces: computed(() =>
      isWindowed.value
        ? piecesOf(offsets.value, view.value, pinned())
        : keys().map((_, index): Piece => ({ kind: 'row', index })),
    ),
    slotAtPoint: (clientY) => slotAt(offsets.value, clientY - (body.value?.getBoundingClientRect().top ?? 0)),
    measure: (row) => {
      const element: unknown = row && '$el' in row ? row.$el : row;
      if (element instanceof HTMLElement) observer.observe(element);
    },
  };
}
