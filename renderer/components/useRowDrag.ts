import { onBeforeUnmount, shallowRef, type Ref } from 'vue';
import { scrollerOf } from './scroller.ts';

/** Nearer to the edge of the window than this a drag scrolls, in pixels. */
const EDGE = 56;
/** At the very edge, in pixels per millisecond. */
const FASTEST = 1.4;

export interface RowDrag {
  /** The row being dragged and the place before which it would be dropped; null when none is. */
  dragged: Readonly<Ref<{ from: number; slot: number } | null>>;
  /** For `pointerdown` on the handle of a row. */
  start: (event: PointerEvent, from: number) => void;
}

/**
 * Dragging rows of a table to another place, with pointer events, so that mouse, pen and finger do the same. Nothing
 * moves before it is dropped; Esc gives up. Near the edges of the window it scrolls.
 */
export function useRowDrag(options: {
  slotAtPoint: (clientY: number) => number;
  /** The places that a row may go to: from before the first to after the last. */
  rangeOf: (from: number) => { first: number; last: number };
  drop: (from: number, to: number) => void;
}): RowDrag {
  const dragged = shallowRef<{ from: number; slot: number } | null>(null);
  let pointerY = 0;
  let frame = 0;
  let lastFrame = 0;
  let scroller: Element | null = null;

  function follow(): void {
    if (!dragged.value) return;
    const { from } = dragged.value;
    const { first, last } = options.rangeOf(from);
    const slot = Math.min(last, Math.max(first, options.slotAtPoint(pointerY)));
    if (slot !== dragged.value.slot) dragged.value = { from, slot };
  }

  function scroll(now: number): void {
    const distance = edgeSpeed(pointerY, window.innerHeight) * Math.min(100, now - lastFrame);
    lastFrame = now;
    if (distance !== 0) {
      scroller?.scrollBy(0, distance);
      follow();
    }
    frame = requestAnimationFrame(scroll);
  }

  function onMove(event: PointerEvent): void {
    pointerY = event.clientY;
    follow();
  }

  function onUp(): void {
    const last = dragged.value;
    stop();
    if (last === null) return;
    const to = last.slot > last.from ? last.slot - 1 : last.slot;
    if (to !== last.from) options.drop(last.from, to);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  }

  function stop(): void {
    dragged.value = null;
    cancelAnimationFrame(frame);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('keydown', onKey, { capture: true });
  }

  function start(event: PointerEvent, from: number): void {
    if (event.button !== 0 || dragged.value !== null) return;
    // No text is marked, and the handle takes no focus.
    event.preventDefault();
    scroller = scrollerOf(event.currentTarget as Element);
    pointerY = event.clientY;
    dragged.value = { from, slot: from };
    lastFrame = performance.now();
    frame = requestAnimationFrame(scroll);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', onKey, { capture: true });
  }

  onBeforeUnmount(stop);
  return { dragged, start };
}

/** The nearer to the edge, the faster; negative is upwards. */
function edgeSpeed(y: number, height: number): number {
  if (y < EDGE) return (-FASTEST * (EDGE - Math.max(0, y))) / EDGE;
  if (y > height - EDGE) return (FASTEST * (Math.min(height, y) - height + EDGE)) / EDGE;
  return 0;
}
